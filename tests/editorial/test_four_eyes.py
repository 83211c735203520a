"""Four eyes for certain: who wrote or changed a text does not decide about it, by whatever road."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from editorial.chain.digest import digest_of
from editorial.models import Action, Decision, Delegation, StageTaskState
from news.models import ArticlePage
from tests.forms import filled

pytestmark = pytest.mark.django_db


def state_of(world):
    return StageTaskState.objects.open().filter(page=world.key("submitted")).first()


def page_of(world):
    return ArticlePage.objects.get(pk=world.key("submitted"))


def entries(world, *actions):
    return list(Decision.objects.filter(page=world.key("submitted"), action__in=actions).order_by("pk"))


def decide(world, role, action="approve"):
    """From the page of the decision, having read the newest text."""
    url, read = reverse("editorial_decide", args=[state_of(world).pk]), digest_of(state_of(world).text())
    return world.clients[role].post(url, {"action": action, "digest": read})


def by_address(world, role):
    """From Wagtail's own address of the action."""
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=[world.key("submitted"), "approve", state_of(world).pk]
    )
    return world.clients[role].post(url, {"comment": ""})


def correct_and_approve(world, role):
    """The editor's form with a change and the button of approval, in one request."""
    url = reverse("wagtailadmin_pages:edit", args=[world.key("submitted")])
    pressed = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    form = filled(world.clients[role].get(url)) | {"title": f"Tin {role} đã sửa"} | pressed
    return world.clients[role].post(url, form, follow=True)


def to_the_last_stage(world):
    decide(world, "truongphong")
    decide(world, "kiemduyet")
    assert "Trưởng Ban" in state_of(world).task.name


def test_a_moderator_who_corrects_passes_it_on_and_somebody_else_approves(world):
    decide(world, "truongphong")
    correct_and_approve(world, "kiemduyet")
    [passed_on] = entries(world, Action.PASSED_ON)
    assert passed_on.person_name == "Người kiemduyet" and not page_of(world).live
    decide(world, "truongban")
    assert page_of(world).live and page_of(world).title == "Tin kiemduyet đã sửa"


def test_the_last_to_decide_does_not_correct_and_approve_at_once(world):
    to_the_last_stage(world)
    said = correct_and_approve(world, "truongban").content.decode()
    page = page_of(world)
    assert not page.live and page.get_latest_revision_as_object().title == "Tin truongban đã sửa"
    assert "truongban" not in {entry.person_name for entry in entries(world, Action.APPROVED)}
    assert "không tự duyệt" in said or "người khác" in said or "người kế tiếp" in said


@pytest.mark.parametrize("road", [decide, by_address, correct_and_approve])
def test_who_corrected_at_the_last_stage_is_refused_by_every_road(world, road):
    to_the_last_stage(world)
    correct_and_approve(world, "truongban")
    before = len(entries(world, Action.APPROVED))
    road(world, "truongban")
    assert not page_of(world).live and len(entries(world, Action.APPROVED)) == before
    decide(world, "kiemduyet")
    assert page_of(world).live, "the next in line decides"


@pytest.mark.parametrize("road", [decide, by_address])
def test_the_writer_does_not_decide_by_delegation(world, road):
    today = timezone.localdate()
    giver, receiver = world.users["truongphong"].person, world.users["congtacvien"].person
    Delegation.objects.create(
        giver=giver, receiver=receiver, valid_from=today, valid_to=today + timedelta(days=1), basis="12/UQ"
    )
    road(world, "congtacvien")
    assert entries(world, Action.APPROVED) == [] and state_of(world).task.name == world.things["task"].name


def test_a_delegate_does_not_decide_for_who_corrected(world):
    """What may not be decided by oneself may not be decided by lending the seat."""
    to_the_last_stage(world)
    correct_and_approve(world, "truongban")
    today = timezone.localdate()
    giver, receiver = world.users["truongban"].person, world.users["bientap"].person
    Delegation.objects.create(
        giver=giver, receiver=receiver, valid_from=today, valid_to=today + timedelta(days=1), basis="13/UQ"
    )
    assert decide(world, "bientap").status_code == 403 and not page_of(world).live
