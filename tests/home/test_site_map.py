"""The site map: a tree of what stands, with counts of what flows (C32 art. 16)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from home.site_map import tree
from tests import builders

pytestmark = pytest.mark.django_db

PATH = "/so-do-trang/"


def shape(branches):
    return [(branch.page.title, branch.count, shape(branch.below)) for branch in branches]


def test_sections_and_pages_stand_as_a_tree_with_counts():
    home = builders.make_home()
    news = builders.make_section("Tin tức", home)
    culture = builders.make_section("Văn hóa", news)
    builders.make_standard_page("Giới thiệu", home)
    for number in range(3):
        builders.make_article(f"Bài {number}", culture)
    builders.make_article("Bản nháp", culture, live=False)
    assert shape(tree(home)) == [("Tin tức", 0, [("Văn hóa", 3, [])]), ("Giới thiệu", 0, [])]


def test_private_branches_and_drafts_are_left_out(visitor):
    home = builders.make_home()
    closed = builders.make_section("Dành cho cán bộ", home)
    builders.make_standard_page("Dưới nội bộ", closed)
    builders.make_standard_page("Bản thảo", home, live=False)
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    page = visitor.get(PATH).content.decode()
    assert not any(title in page for title in ("Dành cho cán bộ", "Dưới nội bộ", "Bản thảo"))


def test_queries_do_not_grow_with_the_content(visitor):
    home = builders.make_home()

    def grow():
        section = builders.make_section(f"Mục {home.get_descendant_count()}", home)
        for number in range(3):
            builders.make_article(f"Bài {number}", section)

    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert visitor.get(PATH).status_code == 200
        return len(asked)

    grow()
    cost()
    before = cost()
    grow()
    assert cost() == before
