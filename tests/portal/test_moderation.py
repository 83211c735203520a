"""A piece of news on its way through the three stages, each step sent as the browser of that official."""

import json

import pytest
from django.urls import reverse
from wagtail.models import TaskState, WorkflowState

from editorial.models import Letter, LetterKind, SectionPage
from news.models import ArticlePage
from search.models import Entry
from tests.forms import filled
from tests.world import VISITOR

pytestmark = pytest.mark.django_db
TITLE = "Xã Thử khánh thành cầu Bến Đò"
BODY = {
    "body-count": "1",
    "body-0-deleted": "",
    "body-0-order": "0",
    "body-0-type": "text",
    "body-0-id": "",
}
STAGES = ("truongphong", "kiemduyet", "truongban")


def rich(text):
    """A paragraph as the page editor sends it."""
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0}
    return json.dumps({"blocks": [block | {"inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}})


def body(text):
    return {**BODY, "body-0-value": rich(text)}


def write(world, role="congtacvien", *, text="Cầu dài 42 mét.", **buttons):
    """A new article written in the page editor."""
    url = reverse("wagtailadmin_pages:add", args=["news", "articlepage", world.key("section")])
    client = world.clients[role]
    data = filled(client.get(url)) | {"title": TITLE, "slug": "khanh-thanh-cau", **body(text), **buttons}
    response = client.post(url, data)
    assert response.status_code == 302, response.context["form"].errors
    return ArticlePage.objects.get(slug="khanh-thanh-cau")


def edit(world, role, page, **changes):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client = world.clients[role]
    return client.post(url, filled(client.get(url)) | body("Cầu dài 42 mét.") | changes)


def decide(world, role, page, action="approve", comment=""):
    state = (
        page.current_workflow_task_state or TaskState.objects.filter(workflow_state__object_id=page.pk).last()
    )
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
    response = world.clients[role].post(url, {"comment": comment})
    page.refresh_from_db()
    return response


def stage(page):
    """The group that decides now."""
    state = page.current_workflow_task_state
    return state.task.specific.group.name if state else None


def seen_by_visitors(world):
    """Where the title meets a visitor; all places, or none."""
    visitor = world.clients[VISITOR]
    pages = {
        "address": visitor.get("/tin-tuc/khanh-thanh-cau/").text,
        "search": visitor.get("/tim-kiem/", {"q": "khanh thanh cau"}).text,
        "section": visitor.get("/tin-tuc/").text,
        "feed": visitor.get("/tin-tuc/rss/").text,
        "sitemap": visitor.get("/sitemap-pages.xml").text,
    }
    marks = {"address": f"{TITLE}</h1>", "sitemap": "/khanh-thanh-cau/", "search": "/khanh-thanh-cau/"}
    return {place for place, text in pages.items() if marks.get(place, TITLE) in text}


EVERYWHERE = {"address", "search", "section", "feed", "sitemap"}


def test_from_the_collaborator_to_the_public(world):
    page = write(world, **{"action-submit": "1"})
    for role, group in zip(
        STAGES, ("Lãnh đạo đơn vị", "Người kiểm duyệt", "Trưởng Ban biên tập"), strict=True
    ):
        assert stage(page) == group
        assert seen_by_visitors(world) == set()
        decide(world, role, page)
    assert stage(page) is None and page.live
    assert seen_by_visitors(world) == EVERYWHERE
    assert "Cầu dài 42 mét." in world.clients[VISITOR].get("/tin-tuc/khanh-thanh-cau/").text
    assert WorkflowState.objects.get(object_id=page.pk).status == WorkflowState.STATUS_APPROVED


def test_only_the_stage_that_is_reached_decides(world):
    page = write(world, **{"action-submit": "1"})
    for now in STAGES:
        for other in {*world.users} - {now}:
            decide(world, other, page)
            assert not page.live and stage(page) == world.users[now].groups.get().name, other
        decide(world, now, page)
    assert page.live


def test_a_draft_that_nobody_submitted_cannot_be_approved(world):
    page = write(world)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", world.key("state")])
    for role in STAGES:
        world.clients[role].post(url)
    page.refresh_from_db()
    assert not page.live and seen_by_visitors(world) == set()


def test_what_is_returned_is_mended_and_sent_again(world):
    page = write(world, text="Cầu dài 24 mét.", **{"action-submit": "1"})
    decide(world, "truongphong", page)
    decide(world, "kiemduyet", page, "reject", "Số liệu chưa đúng.")
    assert page.workflow_in_progress is False and seen_by_visitors(world) == set()
    letter = Letter.objects.get(recipient=world.users["congtacvien"], kind=LetterKind.RETURNED)
    assert "Số liệu chưa đúng." in letter.text
    edit(world, "congtacvien", page, **{"action-submit": "1"})
    page.refresh_from_db()
    assert stage(page) == "Lãnh đạo đơn vị"
    for role in STAGES:
        decide(world, role, page)
    text = world.clients[VISITOR].get("/tin-tuc/khanh-thanh-cau/").text
    assert "42 mét" in text and "24 mét" not in text


def test_the_writer_cannot_touch_what_is_being_decided(world):
    page = write(world, **{"action-submit": "1"})
    before = page.latest_revision_id
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    world.clients["congtacvien"].post(url, filled(world.clients["truongphong"].get(url)) | {"title": "Khác"})
    page.refresh_from_db()
    assert page.latest_revision_id == before


def test_what_the_last_stage_did_not_read_does_not_go_live(world):
    """The text changes behind the back of the head of the board, between reading and approving."""
    page = write(world, **{"action-submit": "1"})
    decide(world, "truongphong", page)
    decide(world, "kiemduyet", page)
    page.title = "Chưa ai đọc"
    page.save_revision()
    decide(world, "truongban", page)
    page.refresh_from_db()
    assert not page.live and seen_by_visitors(world) == set()


def test_a_change_to_a_live_page_goes_the_same_way(world):
    page = world.things["live"]
    edit(world, "bientap", page, title="Xã dừng khởi công", **{"action-submit": "1"})
    visitor = world.clients[VISITOR]
    for role in STAGES:
        assert "Xã khởi công cầu</h1>" in visitor.get(page.url).text
        assert Entry.objects.get(page=page.pk).title == "Xã khởi công cầu"
        decide(world, role, page)
    assert "Xã dừng khởi công</h1>" in visitor.get(page.url).text
    assert Entry.objects.get(page=page.pk).title == "Xã dừng khởi công"


def test_the_writer_takes_it_back(world):
    page = write(world, **{"action-submit": "1"})
    url = reverse("wagtailadmin_pages:confirm_workflow_cancellation", args=[page.pk])
    assert world.clients["congtacvien"].get(url).status_code == 200
    edit(world, "congtacvien", page, **{"action-cancel-workflow": "1"})
    page.refresh_from_db()
    assert not page.workflow_in_progress
    decide(world, "truongphong", page)
    assert seen_by_visitors(world) == set()


def test_a_new_section_goes_through_the_same_stages(world):
    url = reverse("editorial_section_gallery", args=[world.key("front")])
    world.clients["bientap"].post(url, {"template": "de-tai-khoa-hoc"})
    section = SectionPage.objects.get(slug="de-tai-khoa-hoc")
    assert not section.live
    edit(world, "bientap", section, **{"action-submit": "1"})
    for role in STAGES:
        decide(world, role, section)
    assert world.clients[VISITOR].get("/de-tai-khoa-hoc/").status_code == 200
