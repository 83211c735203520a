"""Bad luck while a page is in the chain: one consistent state, a clear word, nothing lost or twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, WorkflowTask

from agency.models import Holding
from editorial.chain import deciders
from editorial.models import (
    Action,
    Chain,
    Decision,
    Letter,
    LetterKind,
    Membership,
    StageTask,
    StageTaskState,
)
from editorial.models.stages import Decider
from news.models import ArticlePage
from tests import builders
from tests.forms import filled

pytestmark = pytest.mark.django_db


def page_of(world):
    return ArticlePage.objects.get(pk=world.key("submitted"))


def state_of(world):
    return StageTaskState.objects.open().filter(page=world.key("submitted")).first()


def decide(world, role, action="approve", **given):
    state = given.pop("state", None) or state_of(world)
    return world.clients[role].post(reverse("editorial_decide", args=[state.pk]), {"action": action, **given})


def through(world, *roles):
    for role in roles or ("truongphong", "kiemduyet", "truongban"):
        assert decide(world, role).status_code == 302, role


def letters(kind=LetterKind.YOUR_TURN):
    return list(Letter.objects.filter(kind=kind).values_list("recipient__username", flat=True))


def test_the_page_is_moved_to_another_section(world):
    """It stays at its stage; who answers for its unit decides on, and it goes live at the new address."""
    page_of(world).move(world.things["third_section"], pos="last-child")
    through(world)
    assert page_of(world).live and "/van-hoa-xa-hoi/" in page_of(world).url
    assert Decision.objects.filter(page=world.key("submitted"), action=Action.MOVED).exists()


def test_a_live_page_is_unpublished_while_its_change_is_decided_about(world):
    page = ArticlePage.objects.get(pk=world.key("live"))
    draft = page.get_latest_revision_as_object()
    draft.title = "Bản sửa"
    draft.save_revision(user=world.users["bientap"])
    page.get_workflow().start(draft, world.users["bientap"])
    world.clients["xuatban"].post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page = ArticlePage.objects.get(pk=page.pk)
    assert not page.live and Client().get(page.url).status_code == 404
    assert page.get_latest_revision_as_object().title == "Bản sửa", "the change is not lost"
    state = StageTaskState.objects.open().filter(page=page.pk).first()
    for role in ("truongphong", "kiemduyet", "truongban") if state else ():
        state = StageTaskState.objects.open().get(page=page.pk)
        assert decide(world, role, state=state).status_code == 302
        assert ArticlePage.objects.get(pk=page.pk).live == (role == "truongban")


def test_the_page_is_deleted_in_the_chain(world):
    """The open page of the decision says so, the trail stays, nobody is asked any more."""
    state, client = state_of(world), world.clients["truongphong"]
    url = reverse("editorial_decide", args=[state.pk])
    assert client.get(url).status_code == 200
    page_of(world).delete()
    assert client.post(url, {"action": "approve"}).status_code == 404
    assert Decision.objects.filter(page=world.key("submitted"), action=Action.DELETED).exists()
    assert "Tin chờ duyệt" not in client.get(reverse("editorial_work")).content.decode()


def test_the_approver_is_dismissed(world):
    """The next in line decides, is told once, and the page is shown as stuck until the post is filled."""
    Holding.objects.filter(person=world.users["truongphong"].person).delete()
    assert decide(world, "truongphong").status_code == 403
    turn = deciders.deciders_of(state_of(world))
    assert turn.seats and turn.stand_in
    stuck = world.clients["quantri"].get(reverse("editorial_work_tab", args=["vuong"])).content.decode()
    assert "Tin chờ duyệt" in stuck
    role = next(name for name, user in world.users.items() if user.pk in turn.users)
    assert decide(world, role).status_code == 302


def test_an_account_closed_between_reading_and_deciding(world):
    user = world.users["truongphong"]
    url = reverse("editorial_decide", args=[state_of(world).pk])
    world.clients["truongphong"].get(url)
    user.is_active = False
    user.save()
    assert world.clients["truongphong"].post(url, {"action": "approve"}).status_code in (302, 403)
    assert state_of(world).pk == world.key("state")


def test_the_unit_is_merged(world):
    """Who heads the unit that took over the work decides."""
    old = world.things["unit"]
    new = builders.make_unit("Văn phòng mới", site=world.site)
    old.valid_to = timezone.localdate() - timedelta(days=1)
    old.save()
    old.successors.add(new)
    post = builders.make_post("Chánh Văn phòng mới", unit=new, is_head=True)
    builders.make_holding(person=world.users["bientap"].person, post=post)
    assert decide(world, "bientap").status_code == 302
    entry = Decision.objects.get(page=world.key("submitted"), action=Action.APPROVED)
    assert "Chánh Văn phòng mới" in entry.post_name


def test_a_stage_is_added_to_the_chain_while_a_page_is_inside(world):
    """A page passes the stages its chain has when it gets there: the new one is not jumped."""
    flow = Chain.objects.get(section=world.things["front"], page_type=None).workflow
    new = StageTask.objects.create(
        name="Văn phòng kiểm tra", decider=Decider.BOARD, board_role=Membership.Role.MEMBER
    )
    WorkflowTask.objects.create(workflow=flow, task=new, sort_order=10)
    through(world)
    assert not page_of(world).live and state_of(world).task.name == "Văn phòng kiểm tra"
    assert decide(world, "bientap").status_code == 302
    assert page_of(world).live


def test_the_stage_a_page_stands_at_is_taken_out_of_the_chain(world):
    """Who holds it decides still, and the page goes on."""
    WorkflowTask.objects.filter(task=state_of(world).task_id).delete()
    through(world)
    assert page_of(world).live


def test_the_chain_is_switched_off_while_a_page_is_inside(world):
    Chain.objects.filter(page_type=None).update(workflow=None)
    through(world)
    assert page_of(world).live


def test_the_draft_saves_itself_while_somebody_decides(world):
    """The holder's editor saves after the decision: the decision stands, the late text is refused."""
    url = reverse("wagtailadmin_pages:edit", args=[world.key("submitted")])
    client = world.clients["truongphong"]
    form = filled(client.get(url)) | {"title": "Tự lưu sau khi đã duyệt"}
    assert decide(world, "truongphong").status_code == 302
    answer = client.post(url, form, headers={"Accept": "application/json"})
    assert answer.status_code >= 400 or answer.status_code == 302
    assert page_of(world).get_latest_revision_as_object().title == "Tin chờ duyệt"
    assert not answer.streaming and state_of(world).task.name == "Kiểm duyệt nội dung"


def test_the_same_decision_sent_twice_counts_once(world):
    state = state_of(world)
    assert decide(world, "truongphong", state=state).status_code == 302
    again = decide(world, "truongphong", state=state)
    assert again.status_code in (302, 403, 409)
    assert Decision.objects.filter(page=world.key("submitted"), action=Action.APPROVED).count() == 1
    assert letters().count("kiemduyet") == 1


def test_revisions_are_purged_after_publication(world):
    through(world)
    page = page_of(world)
    kept = list(Decision.objects.on(page.pk).values_list("action", "digest", "person_name"))
    Revision.page_revisions.filter(object_id=str(page.pk)).exclude(pk=page.live_revision_id).delete()
    page_of(world).delete()
    entries = list(Decision.objects.on(page.pk).values_list("action", "digest", "person_name"))
    assert entries[: len(kept)] == kept and entries[-1][0] == Action.DELETED
    said = world.clients["quantri"].get(reverse("editorial_trail", args=[page.pk])).content.decode()
    assert "Tin chờ duyệt" in said


def test_a_returned_text_that_may_not_be_sent_again_stays_with_its_writer(world):
    assert decide(world, "truongphong", "reject", comment="Sửa đầu đề").status_code == 302
    writer, url = (
        world.clients["congtacvien"],
        reverse("wagtailadmin_pages:edit", args=[world.key("submitted")]),
    )
    flagged = {"title": "Bà Lan, số căn cước 079187001234, nhận quà", "action-submit": "1"}
    said = writer.post(url, filled(writer.get(url)) | flagged, follow=True).content.decode()
    assert "079187001234" in said and page_of(world).current_workflow_state.status == "needs_changes"
    assert "079187001234" in writer.get(url).content.decode(), "what was typed is kept"
    assert state_of(world) is None
    writer.post(url, filled(writer.get(url)) | {"title": "Bà Lan nhận quà", "action-submit": "1"})
    assert state_of(world).task.name == world.things["task"].name
