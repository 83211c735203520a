"""My work: what waits for whom, and deciding from there."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment

from agency.models import Holding
from editorial.models import Decision, Delegation, StageTaskState
from editorial.models.decisions import Action
from news.models import ArticlePage
from tests import builders
from tests.forms import filled
from tests.world import browser

pytestmark = pytest.mark.django_db


def titles(world, role, tab):
    response = world.clients[role].get(reverse("editorial_work_tab", args=[tab]))
    soup = BeautifulSoup(response.content, "html.parser")
    return [one.get_text(strip=True) for one in soup.select(".work-row h3")]


def page_of(world, role, state=None):
    return world.clients[role].get(reverse("editorial_decide", args=[(state or world.things["state"]).pk]))


def fields_of(response):
    soup = BeautifulSoup(response.content, "html.parser")
    return {one["name"]: one.get("value", "") for one in soup.select(".decide-form input[name]")}


def decide(world, role, action, state=None, **said):
    """Opens the page of the decision, then presses the button."""
    state = state or StageTaskState.objects.open().get(page=world.things["submitted"].pk)
    data = fields_of(page_of(world, role, state)) | {"action": action} | said
    return world.clients[role].post(reverse("editorial_decide", args=[state.pk]), data)


def now_at(world):
    state = StageTaskState.objects.open().filter(page=world.things["submitted"].pk).first()
    return state.task.name if state else None


def error(response):
    return (
        BeautifulSoup(response.content, "html.parser").select_one(".decide-errors").get_text(" ", strip=True)
    )


def test_each_official_sees_what_waits_for_him(world):
    assert titles(world, "truongphong", "can-duyet") == ["Tin chờ duyệt"]
    assert titles(world, "truongban", "can-duyet") == []
    assert titles(world, "congtacvien", "cua-toi") == ["Tin chờ duyệt"]
    assert titles(world, "bientap", "toan-ban") == ["Tin chờ duyệt"]


def test_the_first_screen_shows_my_work(world):
    response = world.clients["truongphong"].get(reverse("wagtailadmin_home"))
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one(".work-panel .work-row h3").get_text(strip=True) == "Tin chờ duyệt"


def test_a_text_goes_live_from_the_page_of_the_decision(world):
    for role in ("truongphong", "kiemduyet", "truongban"):
        assert decide(world, role, "approve", comment="Đồng ý").status_code == 302
    assert ArticlePage.objects.get(title="Tin chờ duyệt").live
    said = Decision.objects.filter(action=Action.APPROVED).values_list("comment", flat=True)
    assert list(said) == ["Đồng ý"] * 3


def test_a_return_names_a_reason_and_the_field(world):
    assert "lý do" in error(decide(world, "truongphong", "reject"))
    decide(
        world,
        "truongphong",
        "reject",
        reason="Lý do khác (ghi trong ý kiến)",
        comment="Sai số",
        place="title",
    )
    assert Comment.objects.get(page=world.key("submitted")).contentpath == "title"
    assert titles(world, "congtacvien", "tra-lai") == ["Tin chờ duyệt"]
    response = world.clients["congtacvien"].get(reverse("editorial_work_tab", args=["tra-lai"]))
    assert "Sai số" in response.content.decode()


def test_what_was_typed_is_kept_when_a_decision_is_refused(world):
    response = decide(world, "truongphong", "reject", place="title")
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one("[name=place] [selected]")["value"] == "title"


def test_sent_again_it_shows_what_changed_since_the_return(world):
    decide(world, "truongphong", "reject", comment="Sửa đầu đề")
    page = ArticlePage.objects.get(pk=world.key("submitted")).get_latest_revision_as_object()
    page.title = "Tin chờ duyệt đã sửa"
    page.save_revision(user=world.users["congtacvien"])
    page.current_workflow_state.resume(world.users["congtacvien"])
    state = StageTaskState.objects.open().get(page=page.pk)
    content = page_of(world, "truongphong", state).content.decode()
    assert "Thay đổi từ khi trả lại" in content and "đã sửa" in content
    assert "Đã trả lại 1 lần" in content


def test_a_decision_about_a_text_that_changed_is_refused_and_kept(world):
    state = world.things["state"]
    data = fields_of(page_of(world, "truongphong", state)) | {"action": "approve", "comment": "Đồng ý đăng"}
    page = ArticlePage.objects.get(pk=state.page_id).get_latest_revision_as_object()
    page.title = "Khác rồi"
    page.save_revision()
    response = world.clients["truongphong"].post(reverse("editorial_decide", args=[state.pk]), data)
    assert response.status_code == 409 and "Đọc" in error(response).title()
    assert "Đồng ý đăng" in response.content.decode()
    assert now_at(world) == state.task.name


def test_a_stage_decided_by_another_says_so(world):
    state = world.things["state"]
    decide(world, "truongphong", "approve")
    response = world.clients["truongphong"].get(reverse("editorial_decide", args=[state.pk]), follow=True)
    assert "Người truongphong" in response.content.decode()


def test_another_unit_sees_nothing(world):
    unit = builders.make_unit("Phòng Văn hóa")
    stranger = builders.make_user("nguoi-la", groups=["Cộng tác viên"])
    builders.make_person("Người lạ", unit=unit, user=stranger)
    for name in ("editorial_decide", "editorial_decide_text"):
        assert browser(stranger).get(reverse(name, args=[world.key("state")])).status_code in (302, 403)


def test_what_is_delegated_stands_apart(world):
    giver = world.users["truongphong"].person
    receiver = builders.make_person("Phó phòng", user=builders.make_user("pho", groups=["Lãnh đạo đơn vị"]))
    today = timezone.localdate()
    Delegation.objects.create(
        giver=giver, receiver=receiver, valid_from=today, valid_to=today + timedelta(days=3), basis="12/UQ"
    )
    world.clients["pho"] = browser(receiver.user)
    assert titles(world, "pho", "uy-quyen") == ["Tin chờ duyệt"]
    assert titles(world, "pho", "can-duyet") == []
    decide(world, "pho", "approve")
    entry = Decision.objects.get(action=Action.APPROVED)
    assert (entry.person_name, entry.for_name) == ("Phó phòng", "Người truongphong")


def test_a_vacant_post_is_shown_as_stuck(world):
    Holding.objects.all().delete()
    assert titles(world, "bientap", "vuong") == ["Tin chờ duyệt"]
    assert titles(world, "truongban", "can-duyet") == ["Tin chờ duyệt"]


def test_late_texts_can_be_asked_for(world):
    StageTaskState.objects.update(due_at=timezone.now() - timedelta(days=1))
    url = reverse("editorial_work_tab", args=["toan-ban"])
    client = world.clients["bientap"]
    assert "Tin chờ duyệt" in client.get(url + "?late=on").content.decode()
    StageTaskState.objects.update(due_at=timezone.now() + timedelta(days=1))
    assert "Không có bài phù hợp" in client.get(url + "?late=on").content.decode()


def send_more(world, count):
    for number in range(count):
        page = builders.make_article(
            f"Tin {number}",
            world.things["section"],
            live=False,
            unit=world.things["unit"],
            owner=world.users["congtacvien"],
        )
        world.things["workflow"].start(page, world.users["congtacvien"])


def taken(world):
    """Everything that is open was taken by one of the two who may decide about it."""
    StageTaskState.objects.open().update(taken_by=world.users["bientap"])


@pytest.mark.parametrize("meanwhile", [lambda world: None, taken], ids=["free", "taken"])
def test_the_number_of_queries_does_not_grow_with_the_pages(world, meanwhile):
    head = Holding.objects.get(person=world.users["truongphong"].person)
    builders.make_holding(person=world.users["bientap"].person, post=head.post)
    meanwhile(world)
    before = queries(world)
    send_more(world, 6)
    meanwhile(world)
    assert queries(world) == before


def test_what_somebody_took_waits_for_that_one(world):
    head = Holding.objects.get(person=world.users["truongphong"].person)
    builders.make_holding(person=world.users["bientap"].person, post=head.post)
    send_more(world, 1)
    both = turns_shown(world)
    assert len(both) == 2 and all("truongphong" in turn and "bientap" in turn for turn in both)
    StageTaskState.objects.filter(pk=world.key("state")).update(taken_by=world.users["bientap"])
    assert sorted(len(turn.split(", ")) for turn in turns_shown(world)) == [1, 2]
    assert titles(world, "truongphong", "can-duyet") == ["Tin 0"]


def turns_shown(world):
    answer = world.clients["bientap"].get(reverse("editorial_work_tab", args=["toan-ban"]))
    return [one.get_text() for one in BeautifulSoup(answer.content, "html.parser").select(".work-turn")]


def queries(world):
    urls = [reverse("editorial_work_tab", args=[tab]) for tab in ("can-duyet", "toan-ban", "vuong")]
    client = world.clients["bientap"]
    with CaptureQueriesContext(connection) as asked:
        assert all(client.get(url).status_code == 200 for url in urls)
    return len(asked)


def test_a_row_names_a_person_not_an_account(world):
    said = world.clients["truongphong"].get(reverse("editorial_work_tab", args=["can-duyet"]))
    assert "Người congtacvien" in BeautifulSoup(said.content, "html.parser").select_one(".work-meta").text


def test_an_empty_pin_is_not_asked_for(world):
    said = world.clients["truongphong"].get(reverse("wagtailadmin_account"))
    fields = BeautifulSoup(said.content, "html.parser").select("[name^=pin-]")
    assert fields and not [one for one in fields if one.has_attr("required")]


def test_the_fields_of_a_return_say_so(world):
    said = page_of(world, "truongphong").content.decode()
    assert "Lý do trả lại" in said and "Trả lại về mục" in said


def edit_form(world, thing):
    url = reverse("wagtailadmin_pages:edit", args=[world.key(thing)])
    return url, world.clients["congtacvien"].get(url)


def test_who_sends_a_text_sees_where_it_stands(world):
    url, form = edit_form(world, "draft")
    sent = world.clients["congtacvien"].post(url, filled(form) | {"action-submit": "1"}, follow=True)
    assert sent.redirect_chain[0][0] == reverse("editorial_work_tab", args=["cua-toi"])
    assert "Dự thảo tin cầu" in sent.content.decode()
    saved = world.clients["congtacvien"].post(url, filled(form))
    assert saved.status_code != 302 or "cua-toi" not in saved["Location"]


def test_a_returned_text_is_sent_again_by_the_first_button(world):
    decide(world, "truongphong", "reject", comment="Thiếu ảnh")
    _url, form = edit_form(world, "submitted")
    first = BeautifulSoup(form.content, "html.parser").select_one(".footer__container button[type=submit]")
    assert first["name"] == "action-submit"
