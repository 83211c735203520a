"""Counts are written now and then, by many at once, and nothing is lost."""

from __future__ import annotations

from datetime import date
from time import sleep

import pytest
from django.db import DatabaseError

from search.learning import buffer as counting
from search.learning.buffer import Buffer, Question, Tally
from search.models import QueryCount
from tests.builders import make_site
from tests.search.counted import counts
from tests.writers import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.usefixtures("empty_buffer")]


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
