"""The front page: what its blocks take, that none repeats another, and what it costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests import builders

pytestmark = pytest.mark.django_db

MOST_QUERIES = 25


def lead(count=3):
    return ("lead", {"title": "", "count": count, "width": "wide"})


def newest(*sections, title="Mới", count=6):
    return ("newest", {"title": title, "sections": list(sections), "count": count, "width": "narrow"})


def by_section(*sections, count=3):
    return ("section_news", {"title": "", "sections": list(sections), "count": count, "width": "full"})


def doors(*pages):
    return (
        "search",
        {"title": "", "doors": [{"page": page, "label": "", "icon": "phone"} for page in pages]},
    )


def arrange(home, *blocks):
    home.body = list(blocks)
    home.save_revision().publish()


def text_of(visitor, path="/"):
    response = visitor.get(path)
    assert response.status_code == 200
    return response.content.decode()


def cost(visitor, path="/"):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        text_of(visitor, path)
    return len(asked)


def test_a_featured_article_stands_before_newer_ones(visitor):
    home = builders.make_home()
    section = builders.make_section()
    builders.make_article("Tin nổi bật", section, featured_from=timezone.now() - timedelta(hours=1))
    builders.make_article("Tin mới nhất", section)
    arrange(home, lead())
    page = text_of(visitor)
    assert page.index("Tin nổi bật") < page.index("Tin mới nhất")


@pytest.mark.parametrize("hours", [(1, None), (-3, -1)])
def test_an_article_is_featured_only_in_its_time(visitor, hours):
    home, section, now = builders.make_home(), builders.make_section(), timezone.now()
    start, end = (now + timedelta(hours=h) if h is not None else None for h in hours)
    builders.make_article("Hết hạn nổi bật", section, featured_from=start, featured_until=end)
    builders.make_article("Tin mới nhất", section)
    arrange(home, lead())
    page = text_of(visitor)
    assert page.index("Tin mới nhất") < page.index("Hết hạn nổi bật")


def test_no_block_repeats_what_another_shows(visitor):
    home, section = builders.make_home(), builders.make_section()
    for number in range(6):
        builders.make_article(f"Bài số {number}.", section)
    arrange(home, lead(2), by_section(section, count=2), newest(section, count=6))
    page = text_of(visitor)
    assert [page.count(f">Bài số {number}.<") for number in range(6)] == [1] * 6


def test_a_section_shows_what_is_below_it_and_nothing_else(visitor):
    home = builders.make_home()
    news, other = builders.make_section("Tin tức"), builders.make_section("Kinh tế")
    below = builders.make_section("Văn hóa", news)
    builders.make_article("Lễ hội đình làng", below)
    builders.make_article("Giá lúa tăng", other)
    arrange(home, newest(news))
    page = text_of(visitor)
    assert "Lễ hội đình làng" in page
    assert "Giá lúa tăng" not in page


def test_sections_within_each_other_give_a_page_once(visitor):
    home, news = builders.make_home(), builders.make_section("Tin tức")
    below = builders.make_section("Văn hóa", news)
    for number in range(4):
        builders.make_article(f"Bài số {number}.", below)
    arrange(home, newest(news, below, count=3), newest(below, count=3, title="Còn lại"))
    page = text_of(visitor)
    assert [page.count(f">Bài số {number}.<") for number in range(4)] == [1] * 4
    assert page.index("Bài số 1.") < page.index("Còn lại") < page.index("Bài số 0.")


def test_a_moved_article_changes_lists_feed_and_neighbours(visitor, django_capture_on_commit_callbacks):
    home = builders.make_home()
    old, new = builders.make_section("Cũ"), builders.make_section("Mới")
    moved, other = builders.make_article("Bài dời đi", old), builders.make_article("Bài ở lại", old)
    arrange(home, newest(old))
    with django_capture_on_commit_callbacks(execute=True):
        moved.move(new, pos="last-child")
    for path in ("/", old.url, f"{old.url}rss/", other.url):
        assert "Bài dời đi" not in text_of(visitor, path)
    assert "Bài dời đi" in text_of(visitor, new.url)


def test_drafts_and_private_branches_stay_off_the_front_page(visitor):
    home, section, closed = (
        builders.make_home(),
        builders.make_section(),
        builders.make_section("Dành cho cán bộ"),
    )
    builders.make_article("Bản nháp", section, live=False)
    builders.make_article("Tin nội bộ", closed)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    arrange(home, lead(), newest(section, closed))
    page = text_of(visitor)
    assert "Bản nháp" not in page
    assert "Tin nội bộ" not in page


def test_a_door_to_an_unpublished_page_closes(visitor):
    home = builders.make_home()
    page, gone = builders.make_standard_page("Lịch làm việc"), builders.make_standard_page("Trang cũ")
    arrange(home, doors(page, gone))
    gone.unpublish()
    shown = text_of(visitor)
    assert "Lịch làm việc" in shown
    assert "Trang cũ" not in shown


def test_chosen_pages_keep_the_editors_order(visitor):
    home = builders.make_home()
    pages = [builders.make_standard_page(title) for title in ("Khai sinh", "Tạm trú", "Chứng thực")]
    block = {"title": "Hay tìm", "pages": pages[::-1], "more": None, "width": "half"}
    arrange(home, ("chosen", block))
    shown = text_of(visitor)
    assert shown.index("Chứng thực") < shown.index("Tạm trú") < shown.index("Khai sinh")


def test_only_topics_of_today_are_shown(visitor):
    home, section, today = builders.make_home(), builders.make_section(), timezone.localdate()
    day = timedelta(days=1)
    builders.make_topic("Bầu cử", section, starts=today, ends=today)
    builders.make_topic("Đã qua", section, ends=today - day)
    builders.make_topic("Chưa đến", section, starts=today + day)
    arrange(home, ("topics", {"title": "Chuyên đề", "count": 4, "width": "full"}))
    page = text_of(visitor)
    assert "Bầu cử" in page
    assert "Đã qua" not in page
    assert "Chưa đến" not in page


def test_a_front_page_without_blocks_says_so(visitor):
    builders.make_home()
    assert 'class="empty"' in text_of(visitor)


def test_queries_do_not_grow_with_the_content_and_stay_under_the_limit(visitor):
    home = builders.make_home()
    sections = [builders.make_section(f"Chuyên mục {n}") for n in range(3)]
    pages = [builders.make_standard_page(f"Trang {n}") for n in range(4)]
    chosen = {"title": "Hay tìm", "pages": pages, "more": None, "width": "half"}
    arrange(
        home,
        doors(*pages),
        lead(),
        newest(sections[0]),
        by_section(*sections),
        ("chosen", chosen),
        ("topics", {"title": "Chuyên đề", "count": 4, "width": "full"}),
        ("banners", {"title": "", "width": "full"}),
    )

    def fill():
        for section in sections:
            for number in range(8):
                builders.make_article(f"Bài {number}", section, **builders.picture_fields())
        builders.make_topic("Chuyển đổi số", sections[0], **builders.picture_fields())
        builders.make_banner()

    fill()
    text_of(visitor)
    before = cost(visitor)
    fill()
    assert cost(visitor) == before
    assert before <= MOST_QUERIES
