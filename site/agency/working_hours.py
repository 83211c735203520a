"""Working hours of an agency, on top of its working days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from django.conf import settings
from wagtail.models import Site

from agency.working_days import WorkingDays, calendar

ZONE = ZoneInfo(settings.TIME_ZONE)
DAY = timedelta(days=1)


def add(moment: datetime, hours: float, *, site: Site | None = None) -> datetime:
    """The moment `hours` working hours after `moment`."""
    left = timedelta(hours=hours)
    for start, stop in spells_from(moment.astimezone(ZONE), calendar(site)):
        if left <= stop - start:
            return start + left
        left -= stop - start
    raise OverflowError


def subtract(moment: datetime, hours: float, *, site: Site | None = None) -> datetime:
    """The moment `hours` working hours before `moment`."""
    left = timedelta(hours=hours)
    for start, stop in spells_until(moment.astimezone(ZONE), calendar(site)):
        if left <= stop - start:
            return stop - left
        left -= stop - start
    raise OverflowError


def spells_from(at: datetime, days: WorkingDays) -> Iterator[tuple[datetime, datetime]]:
    """What is worked from `at` on, spell by spell."""
    for number in count():
        for start, stop in spells_of(at.date() + number * DAY, days):
            if stop > at:
                yield max(start, at), stop


def spells_until(at: datetime, days: WorkingDays) -> Iterator[tuple[datetime, datetime]]:
    """What is worked up to `at`, the last spell first."""
    for number in count():
        for start, stop in reversed(spells_of(at.date() - number * DAY, days)):
            if start < at:
                yield start, min(stop, at)


def spells_of(day: date, days: WorkingDays) -> list[tuple[datetime, datetime]]:
    """The spells worked on `day`; none on a day off."""
    if not days.is_working_day(day):
        return []
    return [(datetime.combine(day, a, ZONE), datetime.combine(day, b, ZONE)) for a, b in days.hours.spells]
