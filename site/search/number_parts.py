"""The parts of a number: what somebody may type of it, in any order and with any separators.

The grammar of `numbers` finds numbers in running text and has to know their codes. Here they are known from
the entries: whatever an own number is made of is a part of it, so issuers nobody listed are understood too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from typing import NamedTuple

from search.numbers import PROCEDURE, TYPE_NAMES, TYPES, YEAR, plain_text, trim

LONGEST = 200  # characters of an own number or a question that are read
MOST_PARTS = 16  # of a question; joint circulars of seven ministries have ten
SHORTEST_BEGINNING, LONGEST_BEGINNING = 2, 24  # characters

_PART = re.compile(r"\d{1,5}\.\d{1,2}(?![\d.])|\d\.\d{3,6}(?![\d.])|[a-z\d]+(?:&[a-z\d]+)*")
_NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,2})?[a-z]?|\d\.\d{3,6}")
_YEAR = re.compile(YEAR)
_NAMED_YEAR = re.compile(rf"\bnam ({YEAR})\b")
_TYPE = re.compile(rf"\b(?:{'|'.join(sorted(TYPE_NAMES, key=len, reverse=True))})\b")
_ASSEMBLY = re.compile(r"\b(?:quoc hoi|qh|(ubtvqh)) ?(?:khoa )?(\d{1,2})\b")
# CT01 is a form, QĐ850 a number; with a year it is one in any case.
_GLUED = re.compile(rf"\b({TYPES})(?=[1-9]\d{{0,4}}\b|0\d{{0,3}} ?[/-] ?{YEAR})")
_FILLER = re.compile(r"\b(?:so|ma|nam|cua|thu tuc|van ban|ky hieu)\b")
# A year alone is the number of a document only where something says so: "2024/QĐ", "số 2024", "2024 qđ".
_YEAR_AS_NUMBER = re.compile(rf"\bso\W*{YEAR}\b|^{YEAR} \w|\b{YEAR} ?[/-]")


class Typed(NamedTuple):
    """What was typed of a number: its digits, the parts before and after them, and types named in words."""

    digits: str
    before: list[str]
    after: list[str]
    types: list[str]

    @property
    def figures(self) -> list[str]:
        """The year, and whatever other figures there are."""
        return [part for part in self.before + self.after if part.isdecimal()]

    @property
    def codes(self) -> list[str]:
        parts = [part for part in self.before + self.after if not part.isdecimal()]
        return [code for part in parts for code in part.split("&")]


class Reading(NamedTuple):
    """A way to understand a question: parts of one number, and the year of its day where it names none."""

    parts: tuple[str, ...]
    dated: int | None = None


def own_parts(number: str, title: str = "") -> set[str]:
    """Every part of an entry's own number.

    "#850" are its digits, "2026" and "ubnd" parts as they are, "qd>ubnd" one that comes before another,
    "+qdubnd" all letters in one, "=qd" the type, also as the title names it.
    """
    typed = _typed(number)
    if typed is None:
        return set()
    codes = typed.codes[:MOST_PARTS]
    orders = [f"{one}>{later}" for one, later in combinations(codes, 2)]
    named = _TYPE.match(plain_text(title[:LONGEST]).lower())
    types = [*typed.types, *codes[:1], *([_code(named[0])] if named else [])]
    letters = [f"+{''.join(codes)}"] if codes else []
    return {f"#{typed.digits}", *typed.figures, *codes, *orders, *letters, *(f"={code}" for code in types)}


def readings(question: str) -> list[Reading]:
    """The ways to understand a question as a number, the strictest first; none if it is no number.

    Later ones take codes in any order, or letters as one, a year for that of the day, and leave out types.
    """
    typed = _typed(question)
    if typed is None or not _is_number(question, typed):
        return []
    types = [f"={code}" for code in typed.types]
    codes = typed.codes
    orders = [f"{one}>{later}" for one, later in pairwise(codes)] or codes
    letters = [orders, codes, [f"+{''.join(codes)}"]] if codes else [[]]
    ways = product([types, []], letters, [*_years(typed.figures)])
    found = (Reading((f"#{typed.digits}", *year, *code, *kind), dated) for kind, code, (year, dated) in ways)
    return [reading for reading in dict.fromkeys(found) if _tells(reading)]


def own_beginnings(number: str) -> set[str]:
    """Every beginning of an entry's own number, with its year and without: 85, 850, 850/, 850/2, … 850/q …"""
    typed = _typed(number)
    if typed is None:
        return set()
    year, letters = _year_and_letters(typed.after)
    digits = typed.digits.replace(".", "")
    wholes = {f"{digits}/{year}/{letters}", f"{digits}/{letters}"} if year else {f"{digits}/{letters}"}
    ends = range(SHORTEST_BEGINNING, LONGEST_BEGINNING + 1)
    return {whole[:end] for whole in wholes for end in ends}


def beginning(typed_so_far: str) -> tuple[str, list[str]] | None:
    """The beginning that is being typed, and the parts typed before it ("qđ 85" gives "85" and qd)."""
    typed = _typed(typed_so_far)
    if typed is None or len(typed.before + typed.after) > MOST_PARTS:
        return None
    year, letters = _year_and_letters(typed.after)
    done = typed_so_far.rstrip()[-1:] in {"/", "-"} or typed_so_far[-1:].isspace()
    digits = typed.digits.replace(".", "")
    parts = [digits, *([year] if year else []), *([letters] if letters or done else [])]
    begun = "/".join(parts)[:LONGEST_BEGINNING]
    before = [*typed.before, *(f"={code}" for code in typed.types)]
    return (begun, before) if len(begun) >= SHORTEST_BEGINNING else None


def _typed(text: str) -> Typed | None:
    """None when `text` has no digits that could be those of a number."""
    plain = _plain(text)
    types = [_code(name) for name in _TYPE.findall(plain)]
    plain = _TYPE.sub(" ", plain)
    years = _NAMED_YEAR.findall(plain)
    parts = _PART.findall(_FILLER.sub(" ", _NAMED_YEAR.sub(" ", plain)))
    place = next((place for place, part in enumerate(parts) if _NUMBER.fullmatch(part)), None)
    if place is None:
        return None
    trimmed = [trim(part) if part[0].isdecimal() else part for part in parts]
    return Typed(trimmed[place], trimmed[:place], years + trimmed[place + 1 :], types)


def _plain(text: str) -> str:
    plain = plain_text(text[:LONGEST]).lower()
    plain = PROCEDURE.sub(r"\1.\2", plain)
    plain = _ASSEMBLY.sub(lambda found: f"{found[1] or 'qh'}{found[2]}", plain)
    return _GLUED.sub(r"\1 ", plain)


def _is_number(question: str, typed: Typed) -> bool:
    marked = not _YEAR.fullmatch(typed.digits) or _YEAR_AS_NUMBER.search(_plain(question))
    return len(question) <= LONGEST and len(typed.before + typed.after) <= MOST_PARTS and bool(marked)


def _years(figures: list[str]) -> Iterator[tuple[list[str], int | None]]:
    """The figures as parts; and, where one is a year, without it as those of a document of that year."""
    yield figures, None
    years = [part for part in figures if _YEAR.fullmatch(part)]
    if len(years) == 1:
        yield [part for part in figures if part not in years], int(years[0])


def _tells(reading: Reading) -> bool:
    """Digits alone are no number of a document; a procedure's code is nothing but digits."""
    digits, *others = reading.parts
    return bool(others or reading.dated or PROCEDURE.fullmatch(digits.removeprefix("#")))


def _year_and_letters(after: list[str]) -> tuple[str, str]:
    """What follows the digits, as beginnings have it: figures, if any, then all letters in one."""
    year = after[0] if after and after[0].isdecimal() else ""
    return year, "".join(after[bool(year) :]).replace("&", "")


def _code(name: str) -> str:
    return TYPE_NAMES[name] or name.replace(" ", "")
