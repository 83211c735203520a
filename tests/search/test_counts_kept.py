"""Counts of days become counts of months, and what was asked rarely goes."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from editorial.models import Timer, TimerRun
from search.learning import retention
from search.models import QueryCount
from tests.builders import make_site
from tests.writers import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
TODAY = date(2026, 11, 28)


def old(words, day, asked=1, results=1, opened=0, *, is_month=False):
    key = words.replace("ú", "u")
    QueryCount.objects.create(
        site=make_site(), day=day, words=words, key=key, asked=asked, results=results, opened=opened,
        is_month=is_month,
    )  # fmt: skip


def rows():
    return sorted(QueryCount.objects.values_list("day", "is_month", "words", "asked", "results", "opened"))


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
