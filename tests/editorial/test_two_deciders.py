"""Two decisions in the same second: the first wins, the second is told, and nothing is sent twice."""

from functools import partial

import pytest

from agency.models import Holding
from editorial.models import Action, Decision, Letter
from tests import builders
from tests.editorial import test_bad_luck as by_hand
from tests.editorial import test_mail_decisions as by_mail
from tests.world import make_world
from tests.writers import at_once

pytestmark = pytest.mark.two_writers


def test_two_approvers():
    world = make_world()
    head = Holding.objects.get(person=world.users["truongphong"].person)
    builders.make_holding(person=world.users["bientap"].person, post=head.post)
    Letter.objects.all().delete()
    state = by_hand.state_of(world)
    deeds = [partial(by_hand.decide, world, role, state=state) for role in ("truongphong", "bientap")]
    first, second = sorted(answer.status_code for answer in at_once(*deeds))
    assert first == 302 and second in (403, 409)
    assert Decision.objects.filter(page=world.key("submitted"), action=Action.APPROVED).count() == 1
    assert by_hand.letters().count("kiemduyet") == 1


def test_a_link_opened_twice():
    world = make_world()
    press = partial(by_mail.decide, by_mail.link_in(by_mail.letter_to(world, "truongphong")))
    first, second = sorted(answer.status_code for answer in at_once(press, press))
    assert first == 200 and second in (410, 422)
    assert Decision.objects.filter(action=Action.APPROVED).count() == 1
