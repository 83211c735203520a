"""Titles offered while one types: what the public may read, and only that."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search.models import Entry, TitlePart
from search.text import clean
from tests.builders import make_article, make_procedure, make_section, make_site

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
ADDRESS = "/tim-kiem/goi-y.json"


@pytest.fixture
def offered(visitor):
    """The titles offered for what was typed."""

    def ask(typed, **extra):
        response = visitor.get(ADDRESS, {"q": typed}, **extra)
        assert response.status_code == 200
        typed_back, texts, descriptions, urls = response.json()
        assert typed_back == typed[:100] and len(texts) == len(descriptions) == len(urls) <= 8
        return texts

    return ask


@pytest.fixture
def section():
    return make_section("Tin tức")


@pytest.mark.parametrize(
    "typed",
    ["đường", "duong", "Đường li", "liên th", "ĐƯỜNG LIÊN", "du\u031bo\u031bng lie", "đường liên thôn "],
)
def test_a_title_is_offered_from_any_of_its_words_on_with_or_without_accents(offered, section, typed):
    make_article("Sửa đường liên thôn", section)
    assert offered(typed) == ["Sửa đường liên thôn"]


@pytest.mark.parametrize(
    "typed", ["", "d", " ", "!", "ường", "thôn liên", "đường liên xã", "\x00", "%", "_", "đư_ng"]
)
def test_what_no_title_goes_on_from_offers_nothing(offered, section, typed):
    make_article("Sửa đường liên thôn", section)
    assert offered(typed.replace("\x00", "")) == []


def test_a_title_longer_than_the_table_keeps_is_compared_whole(offered, section):
    long = "Quy định về quản lý và sử dụng nhà văn hóa thôn"
    make_article(long, section)
    make_article(long.replace("nhà văn hóa", "sân vận động"), section)
    assert offered("quy định về quản lý và sử dụng nh") == [long]


def test_procedures_come_before_news_and_beginnings_before_the_rest(offered, section):
    make_article("Khai sinh lưu động tại thôn", section)
    make_article("Chuyện khai sinh muộn", section)
    make_procedure("1.001193", "Khai sinh cho trẻ em")
    make_procedure("1.001194", "Đăng ký khai sinh")
    assert offered("khai s") == [
        "Khai sinh cho trẻ em",
        "Khai sinh lưu động tại thôn",
        "Đăng ký khai sinh",
        "Chuyện khai sinh muộn",
    ]


def test_of_many_titles_a_few_of_each_kind_are_offered(offered, section):
    for number in range(12):
        make_article(f"Lúa mùa đợt {number:02}", section)
    make_procedure("1.001195", "Lúa giống: hỗ trợ mua")
    found = offered("lua")
    assert len(found) == 8 and found[0] == "Lúa giống: hỗ trợ mua"


def test_two_pages_of_one_title_are_offered_once(offered, section):
    for _number in range(2):
        make_article("Lịch cắt điện", section)
    assert offered("lịch cắt") == ["Lịch cắt điện"]


def test_drafts_private_expired_and_future_pages_are_never_offered(offered, section):
    make_article("Lúa nháp", section, live=False)
    closed = make_section("Góc riêng")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    make_article("Lúa riêng", closed)
    gone, later = make_article("Lúa hết hạn", section), make_article("Lúa sắp tới", section)
    assert len(offered("lúa")) == 2
    Entry.objects.filter(page=gone).update(visible_until=timezone.now())
    Entry.objects.filter(page=later).update(visible_from=timezone.now() + timedelta(minutes=1))
    assert offered("lúa") == []


def test_another_portal_offers_its_own(offered, section, settings):
    settings.ALLOWED_HOSTS = ["*"]
    make_article("Lịch cắt điện", section)
    make_site(hostname="khac.example")
    assert offered("lịch", headers={"host": "khac.example"}) == []


def test_a_new_title_replaces_the_old_one_and_a_deleted_page_leaves_nothing(offered, section):
    page = make_article("Lịch cắt điện", section)
    page.title = "Lịch cấp nước"
    page.save_revision().publish()
    assert offered("lịch cắt đ") == [] and offered("cấp nước") == ["Lịch cấp nước"]
    entry = Entry.objects.get(page=page).pk
    page.delete()
    assert not TitlePart.objects.filter(entry=entry).exists()


def test_moving_a_page_to_another_kind_of_row_leaves_no_stray(section):
    page = make_article("Lịch cắt điện", section)
    page.unpublish()
    assert not TitlePart.objects.exclude(entry__in=Entry.objects.all()).exists()


def test_the_number_of_statements_does_not_grow(offered, section):
    make_article("Lúa đợt đầu", section)
    offered("lúa")
    with CaptureQueriesContext(connection) as few:
        offered("lúa")
    for number in range(6):
        make_article(f"Lúa đợt {number}", section)
    with CaptureQueriesContext(connection) as many:
        offered("lúa")
    assert len(many) == len(few) <= 4


@pytest.mark.parametrize(
    "typed", ["<script>x</script>", '"><img src=x>', "x" * 10_000, "\u202edb", "' OR 1=1 --", "🙂"]
)
def test_hostile_words_come_back_harmless(visitor, typed):
    response = visitor.get(ADDRESS, {"q": typed})
    assert response.status_code == 200 and "<" not in response.content.decode()
    assert response.json()[0] == typed[:100] and len(response.content) < 1000


def test_only_the_browser_keeps_what_was_offered_and_no_robot_lists_it(visitor, section):
    response = visitor.get(ADDRESS, {"q": clean("lúa")})
    assert "private" in response["Cache-Control"] and "max-age=300" in response["Cache-Control"]
    assert response["Content-Type"].startswith("application/x-suggestions+json")
    assert response["X-Robots-Tag"] == "noindex" and not response.cookies
    assert visitor.post(ADDRESS).status_code == 405
