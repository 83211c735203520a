"""Working hours of an agency, on top of its working days."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from wagtail.models import Site

from agency.working_days import calendar

ZONE = ZoneInfo(settings.TIME_ZONE)
SPELLS = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))


def add(moment: datetime, hours: float, *, site: Site | None = None) -> datetime:
    """The moment `hours` working hours after `moment`."""
    days = calendar(site)
    at, left = moment.astimezone(ZONE), timedelta(hours=hours)
    while True:
        if days.is_working_day(at.date()):
            for begin, end in SPELLS:
                start = max(at, datetime.combine(at.date(), begin, ZONE))
                stop = datetime.combine(at.date(), end, ZONE)
                if start < stop and left <= stop - start:
                    return start + left
                left -= max(stop - start, timedelta())
        at = datetime.combine(at.date() + timedelta(days=1), time.min, ZONE)
