"""Signs that a value was damaged on its way into the national database. Nothing is corrected by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext as _

# How the national database writes an empty field, sometimes with the number of a row behind.
NOTHING_TOLD = re.compile(r"không có thông tin\.?\s*(\(\d*\))?\.?", re.IGNORECASE)
AMOUNT = re.compile(r"(\d[\d.,]*)\s*(?:VNĐ|VND|Việt Nam Đồng|đồng|đ)\b", re.IGNORECASE)
FREE = re.compile(r"miễn phí\s*\((?P<condition>.*)", re.IGNORECASE | re.DOTALL)
CHARGED = re.compile(r"\d{2}|mức thu|mức phí|mức lệ phí|hội đồng nhân dân|ủy ban nhân dân", re.IGNORECASE)
LEAST_FEE = 1_000
MOST_COPIES = 99


def told(text: str) -> str:
    """`text`, or "" when the source says that there is nothing to say."""
    return "" if NOTHING_TOLD.fullmatch(text.strip()) else text.strip()


def names_amount(text: str) -> bool:
    """Whether a sum of money is named: some rows of the source tell the fee in the description."""
    return "miễn phí" in text.casefold() or AMOUNT.search(text) is not None


def fee_doubt(fee: str) -> str:
    """Why `fee` should be checked, "" when nothing is strange."""
    first = AMOUNT.match(fee)
    if first and 0 < int(re.sub(r"\D", "", first[1])) < LEAST_FEE:
        return _("The amount may have lost its thousands.")
    free = FREE.match(fee)
    if free and CHARGED.search(free["condition"]):
        return _("It says “free” and names a charge.")
    return ""


def time_doubt(time_limit: str) -> str:
    if re.fullmatch(r"[\d.,\s-]+", time_limit.strip()):
        return _("The time limit has no unit.")
    return ""


def quantity_doubt(quantity: str) -> str:
    if any(int(number) > MOST_COPIES for number in re.findall(r"\d+", quantity)):
        return _("The number of copies is too large.")
    return ""


def glued(numbers: Iterable[str]) -> set[str]:
    """Document numbers that are another number of the list with letters or digits stuck to an end."""
    known = set(numbers)
    others = {number for number in known if len(number) > 6}
    return {
        number
        for number in known
        for other in others
        if other != number and len(number) - len(other) <= 4 and sticks(number, other)
    }


def sticks(number: str, other: str) -> bool:
    behind = number.startswith(other) and number[len(other) :].isalpha()
    before = number.endswith(other) and number[: -len(other)].isdigit()
    return behind or before
