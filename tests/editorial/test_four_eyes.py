"""Four eyes for certain: who wrote or changed a text does not decide about it, by whatever road."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import WorkflowTask

from agency.models import Holding, Person
from editorial.chain import deciders
from editorial.chain.digest import digest_of
from editorial.checks import clearing, gate
from editorial.models import Action, Decision, Delegation, Hand, Membership, StageTask, StageTaskState
from editorial.models.stages import Decider, StageKind
from news.models import ArticlePage
from tests import builders
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


def lend(world, giver, receiver):
    today = timezone.localdate()
    Delegation.objects.create(
        giver=world.users[giver].person,
        receiver=world.users[receiver].person,
        valid_from=today,
        valid_to=today + timedelta(days=1),
        basis="14/UQ",
    )


@pytest.mark.parametrize("account", ["none", "inactive"])
def test_nobody_decides_in_the_place_of_a_writer_who_has_no_account(world, account):
    """The head of the unit is the author, and has lent the seat."""
    page_of(world).current_workflow_state.cancel(user=world.users["congtacvien"])
    head = world.users["truongphong"]
    page = page_of(world).get_latest_revision_as_object()
    page.author = head.person
    page.save_revision(user=world.users["congtacvien"])
    lend(world, "truongphong", "bientap")
    head.is_active = False
    head.save()
    if account == "none":
        Person.objects.filter(pk=head.person.pk).update(user=None)
    world.things["workflow"].start(page_of(world), world.users["congtacvien"])
    assert state_of(world).task.name == world.things["task"].name
    assert decide(world, "bientap").status_code == 403 and not entries(world, Action.APPROVED)
    seen = world.clients["bientap"].get(reverse("editorial_work_tab", args=["can-duyet"]))
    assert page_of(world).title not in seen.content.decode()
    assert decide(world, "truongban").status_code == 302, "the next in line decides"


def test_an_account_made_for_the_writer_later_is_the_same_person(world):
    page_of(world).current_workflow_state.cancel(user=world.users["congtacvien"])
    page = page_of(world).get_latest_revision_as_object()
    page.author = builders.make_person("Trần Văn Bút", unit=world.things["unit"])
    page.save_revision(user=world.users["congtacvien"])
    world.things["workflow"].start(page_of(world), world.users["congtacvien"])
    head = world.users["truongphong"]
    Person.objects.filter(user=head).update(user=None)
    Holding.objects.update(person=page.author)
    Person.objects.filter(pk=page.author.pk).update(user=head)
    assert decide(world, "truongphong").status_code == 403


def test_who_wrote_it_does_not_decide_in_the_place_of_somebody_else(world):
    page = page_of(world).get_latest_revision_as_object()
    lend(world, "truongban", "bientap")
    Hand.objects.create(page=page, user=world.users["bientap"], part=Hand.Part.WROTE)
    decide(world, "truongphong")
    decide(world, "kiemduyet")
    assert decide(world, "bientap").status_code == 403 and not page_of(world).live


def stages(world, *tasks):
    """The chain of the world with these stages alone."""
    WorkflowTask.objects.filter(workflow=world.things["workflow"]).delete()
    for order, task in enumerate(tasks):
        WorkflowTask.objects.create(workflow=world.things["workflow"], task=task, sort_order=order)


@pytest.fixture
def desk_between(world):
    """A moderator, then a desk, then the head; the moderator has corrected and passed the text on."""
    moderator = StageTask.objects.get(name="Kiểm duyệt nội dung", group__name="Người kiểm duyệt")
    head = StageTask.objects.get(name="Trưởng Ban biên tập duyệt")
    desk = StageTask.objects.create(
        name="Nhận bài", kind=StageKind.DESK, decider=Decider.BOARD, board_role=Membership.Role.MEMBER
    )
    page_of(world).current_workflow_state.cancel(user=world.users["congtacvien"])
    stages(world, moderator, desk, head)
    world.things["workflow"].start(page_of(world), world.users["congtacvien"])
    correct_and_approve(world, "kiemduyet")
    assert state_of(world).task == desk.task_ptr
    return head


def test_a_desk_sees_to_a_text_and_has_not_read_it_as_a_second_person(world, desk_between):
    lend(world, "truongban", "kiemduyet")
    decide(world, "bientap")
    assert decide(world, "kiemduyet").status_code in (403, 409) and not page_of(world).live
    decide(world, "truongban")
    assert page_of(world).live


@pytest.mark.parametrize("how", ["removed", "left out"])
def test_what_was_passed_on_is_not_public_when_the_stage_behind_it_vanishes(world, desk_between, how):
    if how == "removed":
        WorkflowTask.objects.filter(task=desk_between).delete()
    else:
        desk_between.off_for_units.add(world.things["unit"])
    assert decide(world, "bientap").status_code == 409 and not page_of(world).live
    state = state_of(world)
    answer = world.clients["bientap"].post(
        reverse("editorial_decide", args=[state.pk]), {"action": "reject", "comment": "Trình lại"}
    )
    assert answer.status_code == 302, "it never gets stuck"


def test_the_desk_does_not_give_a_text_to_who_wrote_it(world, desk_between):
    writer = world.users["congtacvien"]
    board = Membership.objects.first().board
    Membership.objects.create(board=board, person=writer.person, role=Membership.Role.MEMBER)
    url = reverse("editorial_decide", args=[state_of(world).pk])
    world.clients["bientap"].post(url, {"action": "assign", "to": writer.pk})
    assert state_of(world).taken_by is None
    StageTaskState.objects.open().update(taken_by=writer)
    assert decide(world, "congtacvien").status_code == 403


def test_who_wrote_into_a_draft_before_it_was_sent_wrote_it(world):
    page = ArticlePage.objects.get(pk=world.key("draft")).get_latest_revision_as_object()
    page.summary = "Toàn bộ do người kiểm duyệt viết"
    page.save_revision(user=world.users["kiemduyet"])
    world.things["workflow"].start(page, world.users["congtacvien"])
    url = reverse("editorial_decide", args=[StageTaskState.objects.open().get(page=page.pk).pk])
    assert world.clients["truongphong"].post(url, {"action": "approve"}).status_code == 302
    state = StageTaskState.objects.open().get(page=page.pk)
    assert world.users["kiemduyet"].pk not in deciders.deciders_of(state).users


def test_nobody_is_the_second_person_for_words_of_their_own(world):
    """Also after somebody else has decided about the text (C17)."""
    page = ArticlePage.objects.get(pk=world.key("draft")).get_latest_revision_as_object()
    page.summary = "Độ mật: TUYỆT MẬT. Báo cáo"
    page.save_revision(user=world.users["bientap"])

    def clear(role):
        for finding in gate.run(page):
            clearing.answer_for(page, finding, world.users[role], "Ví dụ trong bài giảng")

    clear("bientap")
    world.things["workflow"].start(page, world.users["congtacvien"])
    Hand.objects.filter(page=page.pk).delete()
    clear("bientap")
    assert gate.held(page)
    clear("truongban")
    assert not gate.held(page)


def test_an_approval_by_somebody_makes_no_second_person_of_who_wrote_the_words(world):
    """It washes the hands of who corrected; the words remain theirs (C17)."""
    unit, author = state_of(world).stage, world.users["kiemduyet"]
    page_of(world).current_workflow_state.cancel(user=world.users["congtacvien"])
    moderator = StageTask.objects.get(name="Kiểm duyệt nội dung", group__name="Người kiểm duyệt")
    stages(world, moderator, unit, StageTask.objects.get(name="Trưởng Ban biên tập duyệt"))
    world.things["workflow"].start(page_of(world), world.users["congtacvien"])
    page = page_of(world).get_latest_revision_as_object()
    page.summary = "Độ mật: TUYỆT MẬT. Báo cáo"
    page.save_revision(user=author)
    decide(world, "kiemduyet")
    decide(world, "truongphong")
    assert not Hand.objects.filter(page=page.pk, user=author).exists()
    for finding in gate.run(page):
        clearing.answer_for(page, finding, author, "Ví dụ trong bài giảng")
    assert gate.held(page) and decide(world, "truongban").status_code == 409
    assert not page_of(world).live
