"""Which numbers are fit for a PIN."""

from __future__ import annotations

import re
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from agency.models import User

SHORTEST, LONGEST = 6, 12
UP = "01234567890123456789"
DATES = {6: ("%d%m%y", "%y%m%d", "%m%Y", "%Y%m"), 8: ("%d%m%Y", "%Y%m%d", "%m%d%Y")}
FIRST_YEAR = 1900


def weakness(number: str, user: User) -> str:
    """Why `number` is not fit for the PIN of `user`, or ""."""
    if not (number.isascii() and number.isdigit() and SHORTEST <= len(number) <= LONGEST):
        return _("Enter %(shortest)s to %(longest)s digits and nothing else.") % {
            "shortest": SHORTEST,
            "longest": LONGEST,
        }
    if is_pattern(number):
        return _("This number follows a pattern, such as 111111 or 123456. Choose digits without order.")
    if is_date(number):
        return _("This number reads as a date, and birthdays are tried first. Choose another.")
    if is_of(number, user):
        return _("This number stands in your telephone number or user name. Choose another.")
    return ""


def is_pattern(number: str) -> bool:
    """Whether the digits repeat (111111, 121212, 123123), come in equal groups (112233) or run (123456)."""
    size = len(number)
    repeats = any(number == (number[:n] * size)[:size] for n in range(1, size // 2 + 1))
    groups = any(re.fullmatch(rf"(?:(\d)\1{{{n}}})+", number) for n in (1, 2, 3))
    return repeats or groups or number in UP or number in UP[::-1]


def is_date(number: str) -> bool:
    return any(reads_as(number, form) for form in DATES.get(len(number), ()))


def reads_as(number: str, form: str) -> bool:
    try:
        year = datetime.strptime(number, form).year  # noqa: DTZ007 (a day, whatever the zone)
    except ValueError:
        return False
    return FIRST_YEAR <= year <= timezone.localdate().year + 1


def is_of(number: str, user: User) -> bool:
    person = getattr(user, "person", None)
    known = (user.username, user.email, person.phone if person else "")
    return any(number in re.sub(r"\D", "", text) for text in known)
