"""Dates written in a question: a day, a month, a year, each as a span of days."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from search.text import fold

FIRST_YEAR, LAST_YEAR = 1945, 2099

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = r"(?P<month>1[0-2]|0?[1-9])"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])"
_FIGURES = rf"(?:ngay\s+)?{_DAY}(?P<sign>[/.-]){_MONTH}(?P=sign){_YEAR}"
_WORDS = rf"ngay\s+{_DAY}\s+thang\s+{_MONTH}\s*,?\s+nam\s+{_YEAR}"
_IN_MONTH = rf"thang\s+{_MONTH}(?:\s*[/-]\s*|\s*,?\s+nam\s+){_YEAR}"
_IN_YEAR = rf"nam\s+{_YEAR}"
_ALONE = r"(?<![\w/.-]){}(?![\w/]|[.-]\w)"
WRITTEN = tuple(re.compile(_ALONE.format(form)) for form in (_WORDS, _FIGURES, _IN_MONTH, _IN_YEAR))

# The year after one of these belongs to a name: "Luật Đất đai năm 2024".
NAMED = re.compile(r"\b(?:luat|hien phap|phap lenh|cong uoc)\b")


@dataclass(frozen=True)
class Days:
    """The days from `first` to `last`, both inside, written at `start` to `end` of a text as `words`."""

    first: date
    last: date
    start: int
    end: int
    words: str

    @property
    def label(self) -> str:
        """The span as officials write it."""
        if self.first == self.last:
            return gettext("Day %(day)s") % {"day": f"{self.first:%d/%m/%Y}"}
        if self.first.month == self.last.month:
            return gettext("Month %(month)s") % {"month": f"{self.first:%m/%Y}"}
        return gettext("Year %(year)s") % {"year": f"{self.first:%Y}"}


def days(text: str) -> Days | None:
    """The first date written in `text` (NFC) that is meant as a filter; see `search.asking.question`."""
    plain = fold(text).lower()
    if len(plain) != len(text):  # a few letters grow when lowered; positions would lie
        return None
    for form in WRITTEN:
        found = form.search(plain)
        if found and not (form is WRITTEN[-1] and NAMED.search(plain[: found.start()])):
            return _days(found, text)
    return None


def _days(found: re.Match[str], text: str) -> Days | None:
    parts = {name: int(value) for name, value in found.groupdict().items() if name != "sign"}
    year, month, day = parts["year"], parts.get("month"), parts.get("day")
    if not FIRST_YEAR <= year <= LAST_YEAR or (month and day and day > monthrange(year, month)[1]):
        return None
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    return Days(first, last, *found.span(), text[slice(*found.span())])
