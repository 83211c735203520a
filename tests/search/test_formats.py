"""The results for programs: JSON, RSS and OpenSearch say what the page says and nothing more."""

import json
from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from agency import throttle
from search import formats
from search.models import Entry
from tests.builders import make_article, make_official_document, make_section

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
JSON, RSS, PAGE = "/tim-kiem/ket-qua.json", "/tim-kiem/ket-qua.rss", "/tim-kiem/"
HOSTILE = [
    "<script>alert(1)</script>",
    "]]><x/>",
    "\x0b\x1f\ufffe",
    '"&<>',
    "x" * 10_000,
    "\u202e🙂",
    "' OR 1=1",
]


@pytest.fixture
def section():
    return make_section("Tin tức")


@pytest.fixture
def read(visitor):
    def ask(**asked):
        response = visitor.get(JSON, asked)
        assert response.status_code == 200
        return json.loads(response.content)

    return ask


def test_json_says_what_the_page_says(read, section):
    make_official_document("12/2026/QĐ-UBND", "Về việc quản lý chợ")
    make_article("Chợ mới mở cửa", section)
    found = read(q="chợ", kind="document")
    assert found["total"] == 1 and found["pages"] == 1 and found["next"] is None
    (hit,) = found["results"]
    assert hit["title"] == "Về việc quản lý chợ" and hit["number"] == "12/2026/QĐ-UBND"
    assert hit["url"].startswith("http://") and hit["date"] == "2026-02-01" and hit["status"] == "in_force"
    assert hit["kind_label"] == "Văn bản" and hit["status_label"] == "Còn hiệu lực"
    assert {value["value"]: value["count"] for value in found["kinds"]} == {"document": 1, "news": 1}
    assert {"name": "year", "label": "Năm"}.items() <= next(
        facet for facet in found["facets"] if facet["name"] == "year"
    ).items()


def test_json_has_pages_with_the_address_of_the_next(read, visitor, section):
    for number in range(12):
        make_article(f"Thu hoạch lúa đợt {number}", section)
    first = read(q="thu hoạch lúa")
    assert len(first["results"]) == 10 and first["pages"] == 2
    second = json.loads(visitor.get(first["next"]).content)
    assert second["page"] == 2 and second["next"] is None
    titles = {hit["title"] for hit in [*first["results"], *second["results"]]}
    assert len(titles) == 12 and read(q="lúa", page="9999999")["page"] == 2


def test_rss_has_the_newest_first_and_says_its_language(visitor, section):
    make_official_document("1/QĐ-UBND", "Quản lý chợ cũ", issue_date=date(2020, 5, 6))
    make_official_document("2/QĐ-UBND", "Quản lý chợ mới", issue_date=date(2025, 5, 6))
    response = visitor.get(RSS, {"q": "quản lý chợ cũ"})
    feed = ElementTree.fromstring(response.content)
    assert feed.get("version") == "2.0" and feed.findtext("channel/language") == "vi"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    assert [item.findtext("title") for item in feed.iter("item")] == ["Quản lý chợ mới", "Quản lý chợ cũ"]
    newest = feed.find("channel/item")
    assert newest.findtext("pubDate").startswith("Tue, 06 May 2025")
    assert newest.findtext("link").startswith("http://") and newest.findtext("link") == newest.findtext(
        "guid"
    )
    assert "quản lý chợ cũ" in feed.findtext("channel/title")


def test_a_feed_is_bounded(visitor, section):
    for number in range(32):
        make_article(f"Lúa đợt {number}", section)
    assert len(list(ElementTree.fromstring(visitor.get(RSS, {"q": "lúa"}).content).iter("item"))) == 30


@pytest.mark.parametrize("asked", HOSTILE)
def test_hostile_words_break_neither_and_come_back_harmless(visitor, section, asked):
    make_article("Lúa <script>alert(1)</script> & ngô", section)
    for name in ("q", "kind", "field", "sort", "page"):
        data = visitor.get(JSON, {"q": "lúa", name: asked})
        feed = visitor.get(RSS, {"q": "lúa", name: asked})
        assert data.status_code == feed.status_code == 200
        assert json.loads(data.content) and b"<" not in data.content
        assert ElementTree.fromstring(feed.content).tag == "rss" and b"<script" not in feed.content


def test_what_may_not_be_read_is_in_neither(visitor, section):
    make_article("Lúa nháp", section, live=False)
    Entry.objects.filter(page=make_article("Lúa hết hạn", section)).update(visible_until=timezone.now())
    for address in (JSON, RSS):
        body = visitor.get(address, {"q": "lúa"}).content.decode()
        assert "nháp" not in body and "hết hạn" not in body


def test_programs_may_keep_an_answer_for_a_minute_and_robots_list_none(visitor, section):
    for address in (JSON, RSS):
        response = visitor.get(address, {"q": "lúa"})
        assert "max-age=60" in response["Cache-Control"] and response["X-Robots-Tag"] == "noindex"
        assert not response.cookies and visitor.post(address).status_code == 405


@pytest.mark.parametrize(
    ("name", "most"),
    [("json", formats.BY_PROGRAMS), ("rss", formats.BY_PROGRAMS), ("suggestions", formats.WHILE_TYPING)],
)
def test_one_network_may_ask_only_so_often_a_minute(visitor, django_assert_num_queries, name, most):
    address, key = reverse(f"search_{name}"), f"search.{name}"
    asked = f"{key}.{throttle.fingerprint(RequestFactory().get(address), key)}"
    for _request in range(most - 1):
        throttle.too_many(asked, most, throttle.MINUTE)
    assert visitor.get(address, {"q": "lúa"}).status_code == 200
    with django_assert_num_queries(0):
        refused = visitor.get(address, {"q": "lúa"})
    assert refused.status_code == 429 and refused["Retry-After"] == "60" and not refused.cookies
    assert refused["Cache-Control"] == "no-store" and "thử lại sau một phút" in refused.content.decode()
    assert visitor.get(address, {"q": "lúa"}, REMOTE_ADDR="10.1.2.3").status_code == 200


def test_a_browser_learns_how_to_search_here(visitor, section):
    page = visitor.get(PAGE, {"q": "lúa"}).content.decode()
    assert (
        'type="application/opensearchdescription+xml"' in page and "/tim-kiem/ket-qua.rss?q=l%C3%BAa" in page
    )
    response = visitor.get("/opensearch.xml")
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    space = "{http://a9.com/-/spec/opensearch/1.1/}"
    root = ElementTree.fromstring(response.content)
    assert len(root.findtext(f"{space}ShortName")) <= 16
    templates = {url.get("type"): url.get("template") for url in root.findall(f"{space}Url")}
    assert templates["text/html"] == "http://testserver/tim-kiem/?q={searchTerms}&page={startPage?}"
    for template in templates.values():
        address = template.replace("{searchTerms}", "lúa").replace("{startPage?}", "1")
        assert visitor.get(address).status_code == 200


@pytest.mark.parametrize("address", [JSON, RSS])
def test_the_number_of_statements_does_not_grow(visitor, section, django_assert_max_num_queries, address):
    make_article("Lúa đợt đầu", section)
    visitor.get(address, {"q": "lúa"})
    with django_assert_max_num_queries(25) as few:
        visitor.get(address, {"q": "lúa"})
    for number in range(8):
        make_article(f"Lúa đợt {number}", section)
    with django_assert_max_num_queries(25) as many:
        visitor.get(address, {"q": "lúa"})
    assert len(many) == len(few)
