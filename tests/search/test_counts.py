"""Questions are counted without who asked: what is kept and what is left out."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from search.learning import buffer as counting
from search.learning import visits
from search.learning.words import kept
from search.models import Entry, QueryCount
from tests.access.writing import written
from tests.builders import make_site
from tests.search.counted import counts
from tests.search.steering import put

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("empty_buffer")]
BROWSER = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
OPENED = "/tim-kiem/da-mo/"


@pytest.fixture
def reader(db):
    make_site()
    return Client(headers={"User-Agent": BROWSER})


def ask(reader, text, **query):
    return reader.get("/tim-kiem/", {"q": text, **query})


def test_a_question_is_counted_in_one_form_with_what_it_found(reader):
    put("Thu hoạch lúa")
    for text in ("Thu hoạch lúa", "  thu   hoạch LÚA? ", "thu hoạch lu\u0301a", "giá vàng"):
        assert ask(reader, text).status_code == 200
    assert counts() == [("giá vàng", 1, 0, 0), ("thu hoạch lúa", 3, 1, 0)]
    assert (
        QueryCount.objects.filter(day=timezone.localdate(), is_month=False, key="thu hoach lua").count() == 1
    )


def test_the_request_writes_nothing_and_sets_no_cookie(reader):
    page = put("Thu hoạch lúa")
    entry = Entry.objects.get(page=page).pk
    reader.get("/tim-kiem/")
    with written() as tables:
        response = ask(reader, "lúa")
        told = reader.post(OPENED, {"q": "lúa", "entry": entry})
    assert tables == [] and not response.cookies and not told.cookies
    assert counts() == [("lúa", 1, 1, 1)]


def test_the_last_total_is_kept(reader):
    ask(reader, "lúa")
    assert counts() == [("lúa", 1, 0, 0)]
    put("Thu hoạch lúa")
    ask(reader, "lúa")
    assert counts() == [("lúa", 2, 1, 0)]


@pytest.mark.parametrize(
    "more",
    [{"page": 2}, {"page": 1}, {"kind": "news"}, {"sort": "date"}, {"section": "3"}],
    ids=lambda more: "-".join(more),
)
def test_further_pages_and_filters_are_no_new_question(reader, more):
    ask(reader, "lúa", **more)
    assert counts() == []


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0)",
        "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
        "facebookexternalhit/1.1",
        "python-requests/2.32.3",
        "curl/7.88.1 on Debian",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/126.0 Safari/537.36",
        "sqlmap/1.8.2#stable (https://sqlmap.org)",
    ],
)
def test_robots_are_left_out(reader, name):
    entry = Entry.objects.get(page=put("Lúa")).pk
    ask(Client(headers={"User-Agent": name}), "lúa")
    Client(headers={"User-Agent": name}).post(OPENED, {"q": "lúa", "entry": entry})
    assert counts() == []


@pytest.mark.parametrize(
    "name",
    [
        BROWSER,
        "Mozilla/5.0 (Linux; Android 12; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/120.0 Mobile Safari",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile Zalo iOS/615",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0",
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/126.0 Chrome/120.0",
    ],
)
def test_browsers_are_no_robots(rf, name):
    assert not visits.is_robot(rf.get("/", headers={"User-Agent": name}))


def test_pages_fetched_ahead_are_left_out(reader):
    reader.get("/tim-kiem/", {"q": "lúa"}, headers={"Sec-Purpose": "prefetch;prerender"})
    assert counts() == []


PERSONAL = [
    ("tra cứu 0912345678", "tra cứu"),
    ("số 0912.345.678 của ai", "số của ai"),
    ("gọi +84 912 345 678", "gọi"),
    ("024 3825 1234", ""),
    ("cccd 036091000123", "cccd"),
    ("cmnd 123 456 789 mất", "cmnd mất"),
    ("mã số thuế 8123456789-001", "mã số thuế"),
    ("stk 1903 4567 8901 23 techcombank", "stk techcombank"),
    ("nguyenvana@gmail.com", ""),
    ("hỏi a.b@xa.gov.vn về đất", "hỏi về đất"),
    ("bhxh dn4010112345678", "bhxh"),
    ("hộ chiếu c1234567", "hộ chiếu"),
    ("https://example.vn/a?b=1 là gì", ""),
    ("036091000123", ""),
]


@pytest.mark.parametrize(("text", "rest"), PERSONAL)
def test_personal_data_is_removed_before_anything_is_kept(reader, text, rest):
    ask(reader, text)
    assert [question.words for question in counting.buffer.tallies] == ([rest] if rest else [])
    assert [row[0] for row in counts()] == ([rest] if rest else [])


@pytest.mark.parametrize(
    "text",
    [
        "850/2026/qđ-ubnd",
        "quyết định 850",
        "1.001193",
        "1001193",
        "thủ tục 1.001193.000.00.00.h42",
        "nghị định 224/2026/nđ-cp",
        "lịch nghỉ 30/4 năm 2026",
        "văn bản ngày 30.01.2015",
        "nhiệm kỳ 2021-2026",
        "tổ 12 thôn đông",
        "lệ phí 50.000 đồng",
    ],
)
def test_numbers_of_documents_and_procedures_and_days_stay(text):
    assert kept(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "???",
        "x" * 500,
        "từ " * 17,
        "<script>alert(1)</script>",
        "lúa'; DROP TABLE search_entry; --",
        "${jndi:ldap://x}",
        "../../etc/passwd",
        "\0\x01\x02",
        "🙂",
        "a" * 121,
    ],
)
def test_what_is_too_long_hostile_or_empty_is_not_counted(reader, text):
    assert ask(reader, text).status_code == 200
    assert counts() == []


def test_one_network_counts_so_often_and_no_more(reader, monkeypatch):
    monkeypatch.setattr(visits, "MOST_AN_HOUR", 3)
    for _time in range(5):
        ask(reader, "lúa")
    assert counts() == [("lúa", 3, 0, 0)]


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}],
    ids=lambda headers: next(iter(headers.values())),
)
def test_other_sites_cannot_tell_what_was_opened(reader, headers):
    entry = Entry.objects.get(page=put("Lúa")).pk
    assert reader.post(OPENED, {"q": "lúa", "entry": entry}, headers=headers).status_code == 403
    assert counts() == []


@pytest.mark.parametrize("entry", ["", "x", "999999999", "-1", "9" * 30, "٣"])
def test_only_results_of_this_site_are_opened(reader, entry):
    put("Lúa", site=make_site(hostname="khac.example.vn"))
    foreign = str(Entry.objects.get().pk)
    for value in (entry, foreign):
        assert reader.post(OPENED, {"q": "lúa", "entry": value}).status_code == 404
    assert reader.get(OPENED).status_code == 405
    assert counts() == []


def test_results_tell_the_script_what_they_are_and_lead_straight_to_the_page(reader):
    page = put("Thu hoạch lúa")
    body = ask(reader, "lúa").content.decode()
    assert f'data-entry="{Entry.objects.get(page=page).pk}"' in body
    assert f'data-opened="{OPENED}"' in body
    assert f'href="{Entry.objects.get(page=page).url}"' in body
