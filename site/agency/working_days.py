"""Working days of a Vietnamese agency: public holidays by law, corrected by the register of special days.

Public holidays come from the `holidays` library (Labour Code 2019, article 112, with days in lieu). The days
the Government moves are announced year by year, so rows of `CalendarDay` override what the library supposes.
Periods follow the Civil Code 2015, articles 147 and 148: the first day is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import holidays
from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models.signals import post_delete, post_save
from django.utils.functional import cached_property
from wagtail.models import Site

from agency.models import CalendarDay, WorkingHours

FARTHEST = 40_000
"""Longest way counted, in days: about a century. More is a mistake in the data."""

_request = Local()


class WorkingDays:
    """The calendar of one site (None: what holds for every site). Loads the register once."""

    def __init__(self, site: Site | None = None):
        self.site = site
        rows = CalendarDay.objects.for_site(site)
        self.special = {row.date: row.kind == CalendarDay.Kind.WORK for row in rows}
        self.public = holidays.country_holidays("VN", language="vi")

    @cached_property
    def hours(self) -> WorkingHours:
        """The hours of a working day."""
        return WorkingHours.of(self.site)

    def is_working_day(self, day: date) -> bool:
        """Whether the agency works on `day`."""
        if day in self.special:
            return self.special[day]
        return self.public.is_working_day(day)

    def add(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`, before it if negative; for 0 `day` or the next one worked."""
        _refuse_far(n)
        if n == 0:
            return day if self.is_working_day(day) else self.add(day, 1)
        step = timedelta(days=1 if n > 0 else -1)
        for _ in range(abs(n)):
            day = self._next(day, step)
        return day

    def between(self, a: date, b: date) -> int:
        """Working days after `a` up to and including `b`; negative when `b` comes before `a`."""
        if b < a:
            return -self._count(b, a - timedelta(days=1))
        return self._count(a + timedelta(days=1), b)

    def _next(self, day: date, step: timedelta) -> date:
        day += step
        while not self.is_working_day(day):
            day += step
        return day

    def _count(self, first: date, last: date) -> int:
        _refuse_far((last - first).days)
        return sum(self.is_working_day(day) for day in _days(first, last))


def is_working_day(day: date, *, site: Site | None = None) -> bool:
    """Whether the agency works on `day`: neither week-end nor holiday, unless the register says otherwise."""
    return calendar(site).is_working_day(day)


def add_working_days(day: date, n: int, *, site: Site | None = None) -> date:
    """The `n`-th working day after `day` (not counted itself); see `WorkingDays.add`."""
    return calendar(site).add(day, n)


def working_days_between(a: date, b: date, *, site: Site | None = None) -> int:
    """Working days after `a` up to and including `b`; negative when `b` comes first."""
    return calendar(site).between(a, b)


def public_holidays(year: int) -> Mapping[date, str]:
    """The public holidays of `year` with their Vietnamese names, before the register corrects them."""
    return dict(sorted(holidays.country_holidays("VN", years=year, language="vi").items()))


def calendar(site: Site | None = None) -> WorkingDays:
    """The calendar of `site`, read once in a request and afresh everywhere else.

    Nothing outlives a request, so a change is seen by every process at its next request.
    """
    known = getattr(_request, "calendars", None)
    if known is None:
        return WorkingDays(site)
    key = site.pk if site else None
    if key not in known:
        known[key] = WorkingDays(site)
    return known[key]


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _refuse_far(n: int) -> None:
    if abs(n) > FARTHEST:
        raise ValueError(f"{n} days is farther than a calendar can be trusted")


def _open(**kwargs) -> None:
    _request.calendars = {}


def _close(**kwargs) -> None:
    _request.calendars = None


def _forget(**kwargs) -> None:
    if getattr(_request, "calendars", None):
        _request.calendars = {}


def connect() -> None:
    """Keep calendars for the length of a request, and drop them when the register changes."""
    request_started.connect(_open, dispatch_uid="agency.working_days.open")
    request_finished.connect(_close, dispatch_uid="agency.working_days.close")
    for model in (CalendarDay, WorkingHours):
        name = model._meta.model_name
        post_save.connect(_forget, sender=model, dispatch_uid=f"agency.working_days.{name}.saved")
        post_delete.connect(_forget, sender=model, dispatch_uid=f"agency.working_days.{name}.deleted")
