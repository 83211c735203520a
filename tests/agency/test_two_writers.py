"""Two accounts saving at the same moment cannot break together a rule that each of them keeps."""

import time
from functools import partial

import pytest

from agency.models import Holding, Unit
from tests import builders
from tests.agency.registers import address, clerk, holding_form, signed_in, unit_form
from tests.writers import at_once

pytestmark = pytest.mark.two_writers


def slowly(check):
    """The check, leaving time for the other writer before anything is saved."""

    def wait(*args):
        result = check(*args)
        time.sleep(0.4)
        return result

    return wait


def posted(user, *posts):
    """Sends every (address, form) at the same time, each through a session of its own."""
    return sorted(at_once(*(partial(status, user, post) for post in posts)))


def status(user, post):
    return signed_in(user).post(*post).status_code


def test_two_heads_entered_at_once(monkeypatch):
    monkeypatch.setattr(Holding, "_check_sole_head", slowly(Holding._check_sole_head))
    site = builders.make_site()
    post = builders.make_post("Chủ tịch", unit=builders.make_unit(site=site), is_head=True)
    forms = [holding_form(builders.make_person(), post) for _ in range(2)]
    results = posted(clerk(site), *[(address(Holding, "create"), form) for form in forms])
    assert results == [200, 302], "one saved, the other shown the form again"
    assert Holding.objects.count() == 1


def test_two_units_put_under_each_other_at_once(monkeypatch):
    monkeypatch.setattr(Unit, "_is_above", slowly(Unit._is_above))
    site = builders.make_site()
    first, second = builders.make_unit("A", site=site), builders.make_unit("B", site=site)
    results = posted(
        clerk(site),
        (address(Unit, "edit", first), unit_form(site, name="A", parent=second.pk)),
        (address(Unit, "edit", second), unit_form(site, name="B", parent=first.pk)),
    )
    assert results == [200, 302]
    assert Unit.objects.filter(parent__isnull=True).count() == 1
