"""After publishing: corrections with their day, withdrawal with an explanation, redirects, timers."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from editorial.models import Action, Correction, Decision, TimerRun, Withdrawal
from news.models import ArticlePage
from tests import builders
from tests.forms import filled

pytestmark = pytest.mark.django_db
WRONG = "Bản đăng ngày 20/11 ghi 15 hộ; con số đúng là 51 hộ."
WHY = "Bài đăng nhầm văn bản chưa có hiệu lực."


def read(url):
    response = Client().get(url)
    return response.status_code, response.content.decode()


def correct(page, *texts):
    """Publishes `page` anew with these corrections."""
    draft = page.get_latest_revision_as_object()
    draft.corrections.set([Correction(text=text) for text in texts])
    builders.publish(draft.save_revision())
    return ArticlePage.objects.get(pk=page.pk)


@pytest.fixture
def page(world):
    return ArticlePage.objects.get(pk=world.key("live"))


def test_a_correction_stands_on_the_page_with_its_day(page):
    page = correct(page, WRONG)
    _status, said = read(page.url)
    assert WRONG in said and "Đính chính" in said
    assert timezone.localdate().strftime("%d/%m/%Y") in said
    assert Decision.objects.get(action=Action.CORRECTED).comment == WRONG


def test_its_day_stays_when_the_page_is_published_again(page):
    page = correct(page, WRONG)
    then = timezone.now() - timedelta(days=9)
    Correction.objects.update(shown_since=then)
    page = correct(page, WRONG, "Sai tên thôn; đúng là thôn Đông.")
    days = dict(Correction.objects.filter(page=page).values_list("text", "shown_since"))
    assert days[WRONG] == then and len(days) == 2
    assert Decision.objects.filter(action=Action.CORRECTED).count() == 2


def test_a_correction_is_a_change_of_the_text_that_is_approved(world, page):
    """In a draft nobody outside reads it."""
    draft = page.get_latest_revision_as_object()
    draft.corrections.set([Correction(text=WRONG)])
    draft.save_revision(user=world.users["bientap"])
    assert WRONG not in read(page.url)[1]
    assert Decision.objects.filter(action=Action.EDITED, page=page.pk).exists()
    assert not Decision.objects.filter(action=Action.CORRECTED).exists()


def test_the_editor_has_a_place_for_it(world, page):
    form = world.clients["bientap"].get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert filled(form)["corrections-TOTAL_FORMS"] == "0"


def withdraw(world, page, role="xuatban", text="removed", explanation=WHY):
    url = reverse("editorial_withdraw", args=[page.pk])
    return world.clients[role].post(url, {"text": text, "explanation": explanation})


def test_a_withdrawn_text_is_gone_and_its_address_says_why(world, page):
    url = page.url
    assert withdraw(world, page).status_code == 302
    status, said = read(url)
    assert status == 410 and WHY in said
    assert page.title not in said and "noindex" in said
    assert not ArticlePage.objects.get(pk=page.pk).live
    entry = Decision.objects.get(action=Action.WITHDRAWN)
    assert entry.comment == WHY and entry.user == world.users["xuatban"]
    found = Client().get(reverse("search"), {"q": "khởi công cầu"}).content.decode()
    assert page.url not in found


def test_a_text_kept_is_read_below_the_notice(world, page):
    withdraw(world, page, text="kept")
    status, said = read(page.url)
    assert status == 200 and WHY in said and page.title in said and "Đã thu hồi" in said


def test_published_again_it_is_no_longer_withdrawn(world, page):
    withdraw(world, page)
    builders.publish(page.get_latest_revision())
    assert read(page.url)[0] == 200
    assert not Withdrawal.objects.exists()
    assert Decision.objects.filter(action=Action.WITHDRAWN).exists()


def test_what_was_withdrawn_is_approved_anew(world, page):
    """The grant ends with the withdrawal; an old revision does not come back by an hour set before."""
    withdraw(world, page)
    call_command("publish_due", stdout=StringIO())
    stored = ArticlePage.objects.get(pk=page.pk)
    stored.live = True
    with pytest.raises(Exception, match="chưa được duyệt"):
        stored.save()


def test_what_was_private_stays_private_when_withdrawn(world):
    internal = ArticlePage.objects.get(pk=world.key("internal"))
    withdraw(world, internal)
    response = Client().get(internal.url)
    assert response.status_code == 302 and WHY not in response.content.decode()


def test_an_alias_says_the_same(world, page):
    alias = world.things["alias"]
    withdraw(world, page)
    assert read(alias.url)[0] == 410


@pytest.mark.parametrize("role", ["congtacvien", "truongphong", "bientap", "kiemduyet"])
def test_who_may_not_take_down_may_not_withdraw(world, page, role):
    assert withdraw(world, page, role).status_code in (302, 403)
    assert read(page.url)[0] == 200 and not Withdrawal.objects.exists()


def test_no_withdrawal_without_an_explanation(world, page):
    assert withdraw(world, page, explanation=" ").status_code == 422
    assert read(page.url)[0] == 200


@pytest.mark.parametrize(
    "explanation",
    ["Gỡ vì đăng nhầm công văn đóng dấu TỐI MẬT.", "Gỡ theo yêu cầu của ông An, CCCD 036091000123."],
)
def test_what_no_gate_lets_pass_is_not_said_to_readers(world, page, explanation):
    answer = withdraw(world, page, explanation=explanation)
    said = answer.content.decode()
    assert answer.status_code == 409 and "bí mật hoặc dữ liệu cá nhân" in said and explanation in said
    assert read(page.url)[0] == 200 and not Withdrawal.objects.exists()


@pytest.mark.parametrize("words", ["correction", "change_note"])
def test_a_correction_and_a_change_note_pass_the_gates_of_the_text(page, words):
    draft = page.get_latest_revision_as_object()
    secret = "Bản trước ghi nhầm độ mật: TUYỆT MẬT."
    if words == "correction":
        draft.corrections.set([Correction(text=secret)])
    else:
        draft.change_note = secret
    with pytest.raises(ValidationError, match="TUYỆT MẬT"):
        builders.publish(draft.save_revision())


def test_a_section_with_public_pages_is_not_taken_down_under_them(world):
    section = world.things["section"]
    assert withdraw(world, section).status_code == 409
    assert read(section.url)[0] == 200


def test_a_draft_never_published_tells_nothing(world):
    draft = world.things["draft"]
    assert withdraw(world, draft).status_code in (302, 403)
    assert read(draft.url)[0] == 404


def test_a_moved_page_is_found_at_its_old_address(world, page, django_capture_on_commit_callbacks):
    old = page.url
    page.move(world.things["third_section"], pos="last-child")
    page = ArticlePage.objects.get(pk=page.pk)
    response = Client().get(old)
    assert response.status_code == 301 and response["Location"].endswith(page.url)
    draft = page.get_latest_revision_as_object()
    draft.slug = "ten-moi"
    before = page.url
    with django_capture_on_commit_callbacks(execute=True):
        builders.publish(draft.save_revision())
    assert Client().get(before)["Location"].endswith("/ten-moi/")
    assert Client().get(old, follow=True).status_code == 200


def test_a_moved_section_takes_its_pages_along(world):
    section = world.things["other_section"]
    page = builders.make_article("Tin kinh tế", parent=section)
    old = page.url
    section.move(world.things["third_section"], pos="last-child")
    page = ArticlePage.objects.get(pk=page.pk)
    assert old != page.url
    assert Client().get(old)["Location"].endswith(page.url)


def test_a_moved_draft_leaves_no_address_behind(world, django_capture_on_commit_callbacks):
    draft = ArticlePage.objects.get(pk=world.key("draft"))
    old = draft.url
    with django_capture_on_commit_callbacks(execute=True):
        draft.move(world.things["third_section"], pos="last-child")
    assert Client().get(old).status_code == 404


def test_the_timers_show_when_they_ran(world):
    url = reverse("editorial_schedule")
    assert "Chưa chạy lần nào" in world.clients["quantri"].get(url).content.decode()
    for command in (
        "publish_due",
        "remind",
        "send_letters",
        "send_digests",
        "merge_query_counts",
        "feed_search",
    ):
        call_command(command, stdout=StringIO())
    said = world.clients["quantri"].get(url).content.decode()
    assert "Chưa chạy lần nào" not in said and "không hoạt động" not in said
    TimerRun.objects.filter(name="publish_due").update(at=timezone.now() - timedelta(minutes=4))
    assert "không hoạt động" in world.clients["quantri"].get(url).content.decode()


def test_the_hours_that_come_are_listed_but_no_restricted_draft(world, page):
    page.expire_at = timezone.now() + timedelta(days=1)
    page.save()
    for title, restricted in (("Tin hẹn giờ", False), ("Tin mật hẹn giờ", True)):
        draft = builders.make_article(
            title, parent=world.things["section"], live=False, restricted=restricted
        )
        draft.latest_revision.approved_go_live_at = timezone.now() + timedelta(hours=5)
        draft.latest_revision.save()
    said = world.clients["bientap"].get(reverse("editorial_schedule")).content.decode()
    assert "Tin hẹn giờ" in said and "Tin mật hẹn giờ" not in said
    assert page.title in said
