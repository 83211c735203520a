"""The page that found nothing: fewer words with what they find, filters to drop, ways on."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import (
    make_answer_section,
    make_article,
    make_document_section,
    make_procedure_section,
    make_section,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
LINK = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>')


@pytest.fixture
def links(visitor):
    """Words and addresses of the links of the empty page."""

    def ask(words, **asked):
        body = visitor.get("/tim-kiem/", {"q": words, **asked}).content.decode()
        part = re.search(r'<section class="empty.*?</section>', body, re.S)
        assert part, "something was found"
        part = re.sub(r'<a class="button" ', "<a ", part[0])
        return {unescape(words): unescape(address) for address, words in LINK.findall(part)}

    return ask


@pytest.fixture
def section():
    return make_section("Tin tức")


def test_filters_that_leave_nothing_can_be_dropped_at_once_and_words_stay(links, visitor, section):
    make_article("Thu hoạch lúa", section)
    found = links("thu hoạch", kind="topic", year="1999")
    assert found["Bỏ bộ lọc: 1 kết quả"] == "?q=thu+ho%E1%BA%A1ch"
    assert "Thu hoạch" in re.sub(
        "</?mark>", "", visitor.get("/tim-kiem/?q=thu+ho%E1%BA%A1ch").content.decode()
    )


def test_each_word_that_can_go_says_how_much_is_found_without_it(links, section, monkeypatch):
    for number in range(3):
        make_article(f"Thu hoạch lúa đợt {number}", section)
    found = links("thu hoạch lúa", kind="topic")
    assert "bỏ “lúa”" not in " ".join(found)  # without filters only
    monkeypatch.setattr("search.asking.answer.matches", exactly)
    found = links("lúa xyzzy")
    assert found["bỏ “xyzzy”: 3 kết quả"] == "?q=l%C3%BAa"
    assert not any("bỏ “lúa”" in words for words in found)


def exactly(query):
    """An engine that wants every word, as one does for words in quotation marks."""
    from search.matching import Match, Matched
    from search.models import Entry

    entries = Entry.objects.visible().filter(kind="news")
    for word in query.words.split():
        entries = entries.filter(title__icontains=word.strip('"'))
    return Matched([Match(*row) for row in entries.values_list("pk", "kind")])


def test_a_long_question_is_counted_a_few_times_only(visitor, section):
    def cost(words):
        with CaptureQueriesContext(connection) as asked:
            visitor.get("/tim-kiem/", {"q": words})
        return len(asked)

    cost("khongco")
    assert cost(" ".join(f"khongco{n}" for n in range(100))) == cost(
        " ".join(f"khongco{n}" for n in range(6))
    )


def test_ways_on_lead_to_lists_and_to_the_form_with_the_words_filled_in(links, visitor):
    make_answer_section()
    make_procedure_section()
    make_document_section()
    found = links("xyzzy <b>")
    assert {"Tất cả thủ tục hành chính", "Tất cả văn bản", "Gửi câu hỏi đến cơ quan"} <= found.keys()
    form = visitor.get(found["Gửi câu hỏi đến cơ quan"]).content.decode()
    assert 'value="xyzzy &lt;b&gt;"' in form and not visitor.cookies
    assert visitor.get(found["Tất cả văn bản"]).status_code == 200


def test_a_portal_without_these_lists_still_has_its_map(links):
    make_section("Tin tức")
    assert list(links("xyzzy")) == ["Xem sơ đồ trang"] or any("sơ đồ" in words for words in links("xyzzy"))


@pytest.mark.parametrize("typed", ['"', '-"', "<script>x</script>", "-xyzzy -zyxxy", "x" * 10_000, "\u202e"])
def test_hostile_words_find_nothing_and_come_back_harmless(visitor, section, typed):
    response = visitor.get("/tim-kiem/", {"q": typed, "kind": "topic"})
    assert response.status_code == 200 and "<script>x" not in response.content.decode()
