"""What the results page gives a visitor, and what it keeps from everybody."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search.models import Entry
from tests.builders import make_article, make_document_type, make_official_document, make_section
from tests.search.engines import tell_of_all

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("engine")]

HIT = re.compile(r'<h2 class="row__title"><a href="[^"]*">(.*?)</a>')
VALUE = re.compile(
    r'class="facet__value" href="([^"]*)".*?<span>([^<]*)</span> <span class="facet__count">(\d+)<'
)


@pytest.fixture
def section():
    return make_section("Tin tức")


@pytest.fixture
def page(section):
    return make_article("Lịch cắt điện", section)


@pytest.fixture
def shown(visitor):
    """The results page for words and filters, as a visitor gets it."""

    def ask(words="", **filters):
        response = visitor.get(reverse("search"), {"q": words, **filters})
        assert response.status_code == 200
        return response.content.decode()

    return ask


@pytest.fixture
def titles(shown):
    """The titles shown, in order, without marks."""

    def ask(words="", **filters):
        return [unescape(re.sub("<.*?>", "", title)) for title in HIT.findall(shown(words, **filters))]

    return ask


SPELLINGS = ["850/2026/QĐ-UBND", "850/2026/qd-ubnd", "850-2026 QĐ UBND", "qđ số 850/2026", "850 2026 qd ubnd"]


@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_document_comes_first_by_its_number_in_every_spelling(titles, section, typed):
    make_official_document("850/2026/QĐ-UBND", "Về việc quản lý chợ")
    make_official_document("851/2026/QĐ-UBND", "Về việc sửa đổi Quyết định số 850/2026/QĐ-UBND")
    make_article("Xã trao 850 suất quà Tết năm 2026", section)
    assert "quản lý chợ" in titles(typed)[0]


def test_a_page_that_is_to_appear_later_waits_for_its_hour(titles, page):
    assert titles("cắt điện") == ["Lịch cắt điện"]
    Entry.objects.filter(page=page).update(visible_from=timezone.now() + timedelta(minutes=1))
    tell_of_all()
    assert titles("cắt điện") == [] and "Lịch cắt điện" not in titles()
    Entry.objects.filter(page=page).update(visible_from=timezone.now() - timedelta(minutes=1))
    tell_of_all()
    assert titles("cắt điện") == ["Lịch cắt điện"]


def test_a_page_is_gone_at_its_last_minute_before_any_task_has_run(titles, page):
    page.expire_at = timezone.now() + timedelta(seconds=30)
    page.save_revision().publish()
    assert titles("cắt điện") == ["Lịch cắt điện"]
    Entry.objects.filter(page=page, visible_until=page.expire_at).update(visible_until=timezone.now())
    tell_of_all()
    assert titles("cắt điện") == [] and "Lịch cắt điện" not in titles()


def test_an_expired_page_leaves_the_index_when_the_task_runs(titles, page):
    page.expire_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))
    call_command("publish_scheduled")
    assert titles("cắt điện") == []
    assert not Entry.objects.filter(page=page).exists()


def test_a_draft_is_not_found_nor_what_a_draft_changes(titles, section):
    page = make_article("Thông báo nháp", section, live=False)
    assert titles("thông báo") == []
    page.save_revision().publish()
    page.title = "Công bố bí mật"
    page.save_revision()
    assert titles("bí mật") == []
    assert titles("thông báo") == ["Thông báo nháp"]


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD])
@pytest.mark.parametrize("above", [False, True])
def test_a_closed_page_is_found_by_nobody(
    titles, visitor, admin_user, page, section, kind, above, django_capture_on_commit_callbacks
):
    closed = section if above else page
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type=kind, password="chợ quê")
    assert titles("cắt điện") == []
    visitor.force_login(admin_user)
    assert titles("cắt điện") == []
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert titles("cắt điện") == ["Lịch cắt điện"]


def test_a_page_under_a_closed_section_is_published_without_being_found(titles, section):
    PageViewRestriction.objects.create(page=section, restriction_type=PageViewRestriction.LOGIN)
    make_article("Lịch cắt điện", section)
    assert titles("cắt điện") == []


@pytest.fixture
def decisions():
    """Two decisions of 2025 and a plan of 2026, all about markets; one of 2026 about something else."""
    plan = make_document_type("Kế hoạch")
    for number in (1, 2):
        make_official_document(f"{number}/2025/QĐ-UBND", f"Quản lý chợ {number}", issue_date=date(2025, 3, 1))
    make_official_document("3/KH-UBND", "Phát triển chợ", issue_date=date(2026, 3, 1), document_type=plan)
    make_official_document("4/2026/QĐ-UBND", "Bảo vệ rừng", issue_date=date(2026, 3, 1))


def counts(html):
    """How many the page says each value of a filter has."""
    return {unescape(label): int(count) for _address, label, count in VALUE.findall(html)}


def test_filters_count_what_was_asked_for(shown, decisions):
    offered = counts(shown("chợ"))
    assert offered["2025"] == offered["Quyết định"] == 2
    assert offered["2026"] == offered["Kế hoạch"] == 1


def test_a_filter_leads_to_as_many_as_it_says(shown, titles, visitor, decisions):
    links = {unescape(label): (unescape(url), int(n)) for url, label, n in VALUE.findall(shown("chợ"))}
    assert {"2025", "2026", "Quyết định", "Kế hoạch"} <= links.keys()
    for url, count in links.values():
        assert len(HIT.findall(visitor.get(reverse("search") + url).content.decode())) == count


def test_a_chosen_filter_narrows_the_others_but_not_its_own(shown, titles, decisions):
    assert len(titles("chợ")) == 3 and len(titles("chợ", year="2026")) == 1
    offered = counts(shown("chợ", year="2026"))
    assert (offered["2025"], offered["2026"]) == (2, 1)
    assert "Quyết định" not in offered


HARM = '<img src=x onerror="alert(1)"> & chợ quê <script>'


def test_titles_and_passages_are_shown_as_text(shown, section):
    make_article(f"Chợ {HARM}", section, summary=f"Họp {HARM}")
    html = shown("chợ quê")
    assert "<img src=x" not in html
    escaped = "onerror=&quot;alert(1)&quot;&gt; &amp; <mark>chợ quê</mark> &lt;script&gt;"
    assert html.count(escaped) == 2  # in the title and in the passage


@pytest.mark.parametrize("words", ["<mark>", "mark", "amp", "lt", "quot"])
def test_no_mark_breaks_what_was_escaped(shown, section, words):
    make_article("A & B < C mark amp lt quot", section, summary='Chợ & "quê" <mark>')
    html = shown(words)
    assert "A &amp; B &lt; C" in html
    assert "&<mark>" not in html
