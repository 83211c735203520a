"""How long questions are remembered: by day while one acts on them, by month to compare, then not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from search.learning.buffer import Question, Tally, write
from search.learning.models import QueryCount

DAYS = 92  # a quarter: reports ask for no more by the day
MONTHS = 25  # this year beside the last
# What one or two people asked in a whole month tells nothing of the portal, and may tell who they are.
RARE = 3


@dataclass(frozen=True)
class Done:
    """Days' rows that became months' rows, rare questions left out, months' rows that are too old."""

    days: int = 0
    months: int = 0
    rare: int = 0
    old: int = 0


def merge(today: date | None = None, *, dry_run: bool = False) -> Done:
    """Makes months of old days and forgets old months; run again, it finds nothing to do."""
    today = today or timezone.localdate()
    border = (today - timedelta(days=DAYS)).replace(day=1)
    days = QueryCount.objects.filter(is_month=False, day__lt=border)
    done = Done()
    for month in {day.replace(day=1) for day in days.values_list("day", flat=True).distinct()}:
        done = _sum(done, _merge_month(month, dry_run))
    old = QueryCount.objects.filter(is_month=True, day__lt=_months_before(today, MONTHS))
    return _sum(done, Done(old=old.count() if dry_run else old.delete()[0]))


@transaction.atomic
def _merge_month(month: date, dry_run: bool) -> Done:
    """The rows are locked, so that of two runs at once the second finds them gone."""
    in_month = {"day__year": month.year, "day__month": month.month}
    rows = QueryCount.objects.filter(is_month=False, **in_month).order_by("day", "pk")
    found = list(rows if dry_run else rows.select_for_update())
    tallies = _tallies(found, month)
    frequent = _frequent(found)
    kept = {
        question: tally
        for question, tally in tallies.items()
        if (question.site_id, question.words) in frequent
    }
    if not dry_run:
        write(kept.items(), is_month=True)
        QueryCount.objects.filter(pk__in=rows.values("pk")).delete()
    return Done(days=len(found), months=len(kept), rare=len(tallies) - len(kept))


def _months_before(day: date, months: int) -> date:
    """The first day of the month that lies so many before that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, 1)


def _tallies(rows: Iterable[QueryCount], month: date) -> dict[Question, Tally]:
    tallies: dict[Question, Tally] = {}
    for row in rows:
        question = Question(row.site_id, month, row.words)
        tallies[question] = tallies.get(question, Tally()) + Tally(row.asked, row.results, row.opened)
    return tallies


def _frequent(rows: Iterable[QueryCount]) -> set[tuple[int, str]]:
    """Site and words of the questions asked often enough, all spellings taken together."""
    rows = list(rows)
    asked: Counter[tuple[int, str]] = Counter()
    for row in rows:
        asked[row.site_id, row.key] += row.asked
    return {(row.site_id, row.words) for row in rows if asked[row.site_id, row.key] >= RARE}


def _sum(left: Done, right: Done) -> Done:
    return Done(
        left.days + right.days, left.months + right.months, left.rare + right.rare, left.old + right.old
    )
