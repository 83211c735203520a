"""Questions are counted without who asked: what is kept, what is left out, and when it is written."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO
from time import sleep

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from editorial.models import Timer, TimerRun
from search.learning import buffer as counting
from search.learning import retention, visits
from search.learning.buffer import Buffer, Question, Tally
from search.learning.words import kept
from search.models import Entry, QueryCount
from tests.access.writing import written
from tests.builders import make_site
from tests.search.steering import put
from tests.writers import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
BROWSER = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
OPENED = "/tim-kiem/da-mo/"


@pytest.fixture(autouse=True)
def empty_buffer(monkeypatch):
    monkeypatch.setattr(counting, "buffer", Buffer())


@pytest.fixture
def reader(db):
    make_site()
    return Client(headers={"User-Agent": BROWSER})


def ask(reader, text, **query):
    return reader.get("/tim-kiem/", {"q": text, **query})


def counts():
    """What stands in the table after writing: words, asked, results, opened."""
    counting.buffer.flush()
    return sorted(QueryCount.objects.values_list("words", "asked", "results", "opened"))


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


def test_the_buffer_is_bounded_and_known_questions_still_count(monkeypatch):
    monkeypatch.setattr(counting, "MOST", 3)
    site = make_site().pk
    for number in [0, 1, 2, 3, 4, 0]:
        counting.asked(site, f"câu {number}", 1)
    assert [row[:2] for row in counts()] == [("câu 0", 2), ("câu 1", 1), ("câu 2", 1)]


def test_nothing_is_lost_while_the_database_is_away(monkeypatch):
    site = make_site().pk
    counting.asked(site, "lúa", 4)

    def away(*args, **kwargs):
        counting.asked(site, "lúa", 5)
        raise DatabaseError("away")

    with monkeypatch.context() as patched:
        patched.setattr(counting, "write", away)
        with pytest.raises(DatabaseError):
            counting.buffer.flush()
    assert counts() == [("lúa", 2, 5, 0)]
    assert counting.buffer.flush() == 0


def test_a_site_that_went_takes_its_counts_with_it():
    other = make_site(hostname="khac.example.vn")
    counting.asked(make_site().pk, "lúa", 0)
    counting.asked(other.pk, "lúa", 0)
    other.delete()
    assert counts() == [("lúa", 1, 0, 0)]


def test_counts_of_many_questions_are_few_statements(django_assert_max_num_queries):
    site = make_site().pk
    for number in range(250):
        counting.asked(site, f"câu {number}", 1)
    with django_assert_max_num_queries(6):
        assert counting.buffer.flush() == 250
    assert QueryCount.objects.count() == 250


@pytest.mark.two_writers
def test_processes_that_write_at_once_add_up():
    site = make_site().pk
    buffers = [Buffer() for _process in range(4)]
    for place, one in enumerate(buffers):
        for number in range(200):
            one.add(Question(site, date(2026, 3, 1), f"câu {(number * 7 + place) % 200}"), Tally(1, 2, 1))
    at_once(*(one.flush for one in buffers))
    assert set(QueryCount.objects.values_list("asked", "opened")) == {(4, 4)}
    assert QueryCount.objects.count() == 200


def test_threads_of_one_process_lose_nothing():
    one = Buffer()
    question = Question(1, date(2026, 3, 1), "lúa")
    at_once(*[lambda: [one.add(question, Tally(asked=1)) for _time in range(2000)]] * 4)
    assert one.tallies[question].asked == 8000


def test_the_writer_starts_with_the_first_count_and_writes_by_itself_until_the_end(settings, monkeypatch):
    writings = []
    monkeypatch.setattr(counting, "write_or_wait", lambda: writings.append(len(counting.buffer.tallies)))
    counting.writer.cache_clear()
    settings.SEARCH_COUNTS_EVERY = 0.01
    counting.asked(1, "lúa", 1)
    counting.asked(1, "gạo", 1)
    thread = counting.writer()
    for _wait in range(500):
        if len(writings) < 3:
            sleep(0.01)
    thread.finish()
    counting.writer.cache_clear()
    assert thread.daemon and not thread.is_alive() and len(writings) > 2 and writings[-1] == 2


def old(words, day, asked=1, results=1, opened=0, *, is_month=False):
    key = words.replace("ú", "u")
    QueryCount.objects.create(
        site=make_site(), day=day, words=words, key=key, asked=asked, results=results, opened=opened,
        is_month=is_month,
    )  # fmt: skip


def rows():
    return sorted(QueryCount.objects.values_list("day", "is_month", "words", "asked", "results", "opened"))


TODAY = date(2026, 11, 28)


def test_old_days_become_months_and_rare_questions_go():
    old("lúa", date(2026, 7, 1), 2, 5, 1)
    old("lúa", date(2026, 7, 31), 2, 7, 1)
    old("lua", date(2026, 7, 3), 1, 7, 0)
    old("ông ba", date(2026, 7, 5), 2)
    old("lúa", date(2026, 8, 1), 1)
    old("cũ", date(2024, 9, 1), 9, is_month=True)
    old("vừa", date(2024, 10, 1), 9, is_month=True)
    before = rows()
    planned = retention.merge(TODAY, dry_run=True)
    assert rows() == before
    assert retention.merge(TODAY) == planned == retention.Done(days=4, months=2, rare=1, old=1)
    assert rows() == [
        (date(2024, 10, 1), True, "vừa", 9, 1, 0),
        (date(2026, 7, 1), True, "lua", 1, 7, 0),
        (date(2026, 7, 1), True, "lúa", 4, 7, 2),
        (date(2026, 8, 1), False, "lúa", 1, 1, 0),
    ]
    assert retention.merge(TODAY) == retention.Done()


def test_counts_that_come_late_are_added_to_their_month():
    old("lúa", date(2026, 7, 1), 4, 5, is_month=True)
    old("lúa", date(2026, 7, 9), 3, 6, 2)
    retention.merge(TODAY)
    assert rows() == [(date(2026, 7, 1), True, "lúa", 7, 6, 2)]


def test_the_command_says_what_it_does_and_that_it_ran():
    old("lúa", timezone.localdate() - timedelta(days=200), 5)
    out = StringIO()
    call_command("merge_query_counts", "--dry-run", stdout=out)
    assert "days: 1, months: 1" in out.getvalue() and not TimerRun.objects.exists()
    call_command("merge_query_counts", stdout=out)
    assert TimerRun.objects.get().name == Timer.COUNTS
    assert QueryCount.objects.get().is_month


@pytest.mark.two_writers
def test_two_merges_at_once_count_once():
    for day in range(1, 29):
        old("lúa", date(2026, 5, day), 3)
    at_once(*[lambda: retention.merge(TODAY)] * 3)
    assert QueryCount.objects.get().asked == 84
