"""Search in the administration: what editors type and what a save costs (decision 14)."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from assets.models import CustomDocument
from tests.builders import make_article, make_document, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def section():
    return make_section("Tin tức")


def found(text, **options):
    return [page.title for page in Page.objects.search(text, **options)]


def completed(text):
    return [page.title for page in Page.objects.autocomplete(text)]


@pytest.mark.parametrize("typed", ["đường liên thôn", "duong lien thon", "ĐƯỜNG Liên thôn", "thôn đường"])
def test_editors_find_pages_with_and_without_accents(section, typed):
    make_article("Sửa đường liên thôn", section)
    make_article("Lịch tiếp công dân", section)
    assert found(typed) == ["Sửa đường liên thôn"]


@pytest.mark.parametrize("typed", ["hoa gi", "hòa giả", "HOÀ G", "850/2026/QĐ", "850 2026 q"])
def test_words_are_completed_while_they_are_typed(section, typed):
    make_article("Tổ hoà giải làm việc theo Quyết định 850/2026/QĐ-UBND", section)
    make_article("Thu hoạch lúa", section)
    assert completed(typed) == ["Tổ hoà giải làm việc theo Quyết định 850/2026/QĐ-UBND"]


@pytest.mark.parametrize("word", ["đỗ", "thế", "án", "bị", "so", "for"])
def test_no_syllable_is_taken_for_a_word_of_english(section, word):
    make_article(f"Bản tin {word}", section)
    assert found(word) == completed(word) == [f"Bản tin {word}"]


@pytest.mark.parametrize(
    "text",
    ['"', "a:b", "100%", "-x", "(", "*", "'", "\\", "x" * 10_000, "🙂", "\0", "NEAR(a", "a AND", " ", "%s"],
)
def test_nothing_an_editor_types_breaks_the_search(admin_client, section, text):
    make_article("Bản tin", section)
    assert found(text) == []
    assert admin_client.get("/quan-tri/pages/search/", {"q": text}).status_code == 200
    assert admin_client.get("/quan-tri/pages/search/", {"q": f"bản {text}"}).status_code == 200


def test_a_shorter_title_comes_first_and_the_text_counts_too(section):
    make_article("Chợ quê họp phiên cuối năm ở xã, hàng hóa đầy đủ cho bà con chuẩn bị đón Tết", section)
    make_article("Chợ quê", section)
    make_article("Ngày hội", section, summary="Gian hàng chợ quê")
    assert found("chợ quê")[0] == "Chợ quê"
    assert len(found("chợ quê")) == 3


def test_a_change_replaces_what_was_indexed(section):
    page = make_article("Bản tin cũ", section)
    page.title = "Thông báo mới"
    page.save()
    assert found("bản tin cũ") == [] and found("thong bao moi") == ["Thông báo mới"]
    assert IndexEntry.objects.filter(object_id=str(page.pk)).count() == 1
    page.delete()
    assert found("thông báo") == []


def test_results_are_counted_paged_and_scored(section):
    for number in range(7):
        make_article(f"Bản tin {number}", section)
    results = Page.objects.search("ban tin")
    assert results.count() == len(results) == 7
    assert len(results[5:10]) == 2 and results[5:10].count() == 2
    assert not {page.pk for page in results[:5]} & {page.pk for page in results[5:]}
    assert all(page.relevance is not None for page in results.annotate_score("relevance"))
    ordered = Page.objects.order_by("title").search("bản tin", order_by_relevance=False)
    assert [page.title for page in ordered] == [f"Bản tin {number}" for number in range(7)]


def test_filters_of_the_query_hold(section):
    make_article("Bản tin công khai", section)
    draft = make_article("Bản tin nháp", section, live=False)
    assert [page.pk for page in Page.objects.filter(live=False).search("bản tin")] == [draft.pk]


def test_files_are_found_too():
    plan, _other = make_document("Kế hoạch sử dụng đất"), make_document("Lịch tiếp dân")
    assert list(CustomDocument.objects.search("ke hoach su dung dat")) == [plan]
    assert list(CustomDocument.objects.autocomplete("ke hoa")) == [plan]


def statements(action):
    """What an action says to the index."""
    with CaptureQueriesContext(connection) as seen:
        action()
    return [query["sql"] for query in seen if "indexentry" in query["sql"]]


def plan(sql):
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}".replace("%", "%%"), ())
        return " ".join(row[3] for row in cursor.fetchall())


def test_a_save_costs_the_same_whatever_the_number_of_pages(section):
    page = make_article("Bản tin", section)
    few = statements(page.save)
    for number in range(20):
        make_article(f"Trang {number}", section)
    many = statements(page.save)
    assert few and len(many) == len(few)
    assert not [sql for sql in many if re.search(r"\bAVG\(|LENGTH\(", sql, re.I)]
    if connection.vendor == "sqlite":
        assert not [sql for sql in many if "SCAN wagtailsearch" in plan(sql)]


def test_a_question_is_put_once_however_many_hits(section):
    for number in range(5):
        make_article(f"Bản tin {number}", section)
    asked = statements(lambda: found("bản tin"))
    assert 0 < len(asked) <= 3
    if connection.vendor == "sqlite":
        assert not [sql for sql in asked if "CORRELATED" in plan(sql)]
