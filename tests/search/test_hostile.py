"""Ten thousand hostile questions in every run: none breaks the search, none comes back as markup.

Their generator, `bench.hostile`, gives the same question for the same number; a failure names the number.
`bench.search_hostile` asks a hundred thousand of them of a large corpus and times them.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from random import randbytes
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from django.urls import reverse

import search
from bench.hostile import question
from search import Query, statistics
from search.models import FormerName
from tests.builders import make_article, make_official_document, make_procedure, make_section
from tests.search.steering import curation, put, synonym

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("portal")]

ASKED, PORTION = 10_000, 2_500
OF_THE_SERVER = 20  # every so-many-th of them is asked of the search server, too
SHOWN, PAGES = 400, 100  # of those that are asked by address
HARM = "<img src=x onerror=\"alert(1)\"> & 'x' </script>"
HONEST = [
    *(
        {"q": words}
        for words in ("", "thủ tục", "lúa", "khai sinh", "không thấy đâu cả", "thur tujc", "xã An Phú")
    ),
    *(
        {"q": words}
        for words in ("quyết định 850/2026", "quản lý chợ tháng 1 năm 2015", "sổ đỏ", "hoà giải -lúa")
    ),
    {"q": "chợ", "kind": "document", "field": "Chợ", "year": "2026", "sort": "date", "literal": "1"},
    {"q": "chợ", "kind": "document", "year": "2026", "validity": "in_force"},
    {"q": "khai sinh", "field": "Hộ tịch", "sort": "title"},
    {"q": "đất đai", "field": "<>"},
]
FEED = {"rss", "channel", "title", "link", "description", "language", "lastBuildDate"} | {
    *("item", "pubDate", "guid", "category")
}
TAG = re.compile(r"<[^>]*>")
DANGEROUS = re.compile("[<>\"']")


@pytest.fixture
def portal(site):
    """A dozen pages of all kinds, some with harm in them, and everything that steers a question."""
    section = make_section("Tin tức")
    make_article("Thu hoạch lúa", section, summary=f"Bà con xã An Phú {HARM}")
    make_article(f"Chợ {HARM}", section, summary="Họp chợ năm 2015")
    make_official_document("850/2026/QĐ-UBND", "Quyết định quản lý chợ")
    make_official_document("12/2015/NĐ-CP", "Nghị định về giấy phép lái xe")
    promoted = make_procedure("1.001193", "Đăng ký khai sinh")
    make_procedure("1.000894", "Đăng ký kết hôn")
    for title in ("Giấy chứng nhận quyền sử dụng đất", "Hoà giải ở cơ sở", "Luật Đất đai", "Lịch tiếp dân"):
        put(
            title,
            text=f"Thủ tục đất đai tại xã An Phú. {HARM} " * 5,
            keywords=HARM,
            facets=(("field", HARM),),
        )
    synonym("sổ đỏ", "giấy chứng nhận quyền sử dụng đất")
    curation("khai sinh", [promoted])
    FormerName.objects.create(key="xa an phu", old="Xã An Phú", new="Xã Bình An")
    statistics.count_terms.func()


def ask(site, number):
    found = search.find(Query(question(number), site, per_page=3))
    shown = "".join(hit.title + hit.snippet.html for hit in found.hits)
    assert found.total >= len(found.hits) and set(TAG.findall(shown)) <= {"<mark>", "</mark>"}, number


@pytest.mark.parametrize("first", range(0, ASKED, PORTION))
def test_no_question_breaks_the_search_or_brings_markup(site, first):
    for number in range(first, first + PORTION):
        ask(site, number)


@pytest.mark.services
def test_the_search_server_takes_them_as_well(site, search_server):
    for number in range(0, ASKED, OF_THE_SERVER):
        ask(site, number)


class Shape(HTMLParser):
    """Which tags a page has, each with the names of its attributes, and where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: set[tuple[str, ...]] = set()
        self.schemes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.parts |= {(tag, *sorted(name for name, _value in attrs))}
        links = [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        self.schemes |= {link.partition(":")[0] for link in links if re.match("[a-z]+:", link, re.I)}


def asked(visitor, address, **values):
    """The answer to what a browser or a broken client sends, sound as an answer; from any network."""
    query, network = urlencode(values, errors="surrogatepass"), ".".join(map(str, randbytes(4)))
    response = visitor.get(f"{address}?{query}", REMOTE_ADDR=network)
    assert response.status_code == 200 and not response.cookies
    return response.content.decode()


def unescaped(words, body, usual):
    """Pieces of `words` around a sign of markup that stand in `body` as typed."""
    places = [found.start() for found in DANGEROUS.finditer(words[:2000])]
    pieces = {words[max(place - 4, 0) : place + 5] for place in places}
    return [piece for piece in pieces if len(piece) > 4 and piece in body and piece not in usual]


PLACES = ("q", "q", "q", "kind", "q", "field", "year", "page", "sort", "literal", "validity")


@pytest.mark.parametrize("first", range(ASKED, ASKED + SHOWN, PAGES))
def test_no_page_shows_what_was_typed_as_markup(visitor, first):
    addresses = [reverse("search"), "/thu-tuc-hanh-chinh/", "/van-ban/"]
    usual = {one: "".join(asked(visitor, one, **values) for values in HONEST) for one in addresses}
    known = {one: Shape(html) for one, html in usual.items()}
    for number in range(first, first + PAGES):
        words, page, place = question(number), addresses[number // 13 % 3], PLACES[number % len(PLACES)]
        body = asked(visitor, page, **({"q": "chợ"} | {place: words}))
        shape = Shape(body)
        assert shape.parts <= known[page].parts and shape.schemes <= known[page].schemes, (
            number,
            page,
            place,
        )
        assert not unescaped(words, body, usual[page]), (number, page, place)


@pytest.mark.parametrize("first", range(ASKED + SHOWN, ASKED + 2 * SHOWN, 2 * PAGES))
def test_programs_get_whole_answers_without_markup(visitor, first):
    for number in range(first, first + 2 * PAGES):
        words = question(number)
        values = {"q": "chợ"} | {PLACES[number % len(PLACES)]: words}
        listed, offered = (
            asked(visitor, reverse("search_json"), **values),
            asked(visitor, reverse("search_suggestions"), q=words),
        )
        assert json.loads(listed).keys() >= {"total", "results"} and len(json.loads(offered)) == 4, number
        assert not re.search("[<>&]", listed + offered), number
        feed = ElementTree.fromstring(asked(visitor, reverse("search_rss"), **values))
        assert {part.tag.rpartition("}")[2] for part in feed.iter()} <= FEED, number
