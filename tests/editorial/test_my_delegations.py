"""An official delegates the own decisions, without the administrator (ủy quyền, C11)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.models import Action, Decision, Delegation, Letter, LetterKind, StageTaskState

pytestmark = pytest.mark.django_db
URL = "/quan-tri/uy-quyen/"


@pytest.fixture
def world(world):
    Delegation.objects.all().delete()
    return world


def day(offset=0):
    return (timezone.localdate() + timedelta(days=offset)).isoformat()


def delegate(world, role="truongphong", to="bientap", **given):
    said = {
        "receiver": world.users[to].person.pk,
        "stage": "",
        "valid_from": day(),
        "valid_to": day(3),
        "basis": "Giấy ủy quyền số 9",
        **given,
    }
    return world.clients[role].post(URL, said)


def decide(world, role):
    state = StageTaskState.objects.open().get(page=world.key("submitted"))
    return world.clients[role].post(reverse("editorial_decide", args=[state.pk]), {"action": "approve"})


def end(world, role="truongphong"):
    return world.clients[role].post(reverse("editorial_delegation_end", args=[Delegation.objects.get().pk]))


def test_the_receiver_decides_with_both_names(world):
    assert delegate(world).status_code == 302
    assert decide(world, "bientap").status_code == 302
    entry = Decision.objects.get(action=Action.APPROVED)
    assert (entry.person_name, entry.for_name) == ("Người bientap", "Người truongphong")
    told = Letter.objects.get(kind=LetterKind.DELEGATED, recipient=world.users["bientap"])
    assert "Giấy ủy quyền số 9" in told.text
    given = Decision.objects.filter(action=Action.DELEGATED).first()
    assert given.user == world.users["truongphong"]


def test_nobody_delegates_for_somebody_else(world):
    delegate(world, giver=world.users["truongban"].person.pk)
    assert Delegation.objects.get().giver == world.users["truongphong"].person


@pytest.mark.parametrize(
    "given",
    [
        {"receiver": ""},
        {"basis": ""},
        {"valid_to": ""},
        {"valid_from": day(5)},
        {"valid_from": day(-9), "valid_to": day(-3)},
    ],
)
def test_what_is_wrong_is_said_and_the_rest_kept(world, given):
    response = delegate(world, **given)
    assert response.status_code == 422
    if "basis" not in given:
        assert "Giấy ủy quyền số 9" in response.content.decode()
    assert not Delegation.objects.exists()


def test_nobody_delegates_to_oneself(world):
    assert delegate(world, to="truongphong").status_code == 422


@pytest.mark.parametrize("began", [0, -2])
def test_ended_it_holds_no_longer_and_the_trail_knows(world, began):
    delegate(world, valid_from=day(began))
    assert end(world).status_code == 302
    assert not Delegation.objects.current().exists()
    assert decide(world, "bientap").status_code == 403
    assert Decision.objects.filter(action=Action.DELEGATION_ENDED).exists()


def test_only_who_gave_it_ends_it(world):
    delegate(world)
    assert end(world, "bientap").status_code == 404
    assert Delegation.objects.current().exists()
    assert "Người truongphong → Người bientap" in world.clients["bientap"].get(URL).content.decode()


def test_an_account_without_a_person_delegates_nothing(world):
    person = world.users["truongphong"].person
    person.user = None
    person.save()
    assert delegate(world).status_code in (302, 403)
    assert not Delegation.objects.exists()
