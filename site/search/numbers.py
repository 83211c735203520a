"""Numbers of documents and procedures in any spelling as one canonical form (domain 4.2).

Generic: number, year and symbol. What the symbol means (type, issuer) is known to `docs`. Here stands the
grammar that finds numbers in running text; what can be typed of one that is held: `search.number_parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.text import fold

# Codes of types, before the number ("QĐ số 850") or after it; the late ones after it only: PL5 is an annex.
TYPES = "ttlt|nqlt|vbhn|bbt|btt|ctr|lct|qyd|ttr|bb|bc|cd|ct|cv|da|gm|hd|kh|kl|nd|nq|pa|qc|qd|sl|tb|tc|tt"
LATE_TYPES = "pl|l"
ISSUERS = (
    "ubtvqh|bvhttdl|bgddt|btttt|bkhcn|vpcp|vpqh|hdnd|hdtp|ubnd|bca|bnv|bqp|btc|btp|bxd|byt|ctn|ttg|cp|vp"
)
TYPE_NAMES = {
    "quyet dinh": "qd",
    "nghi dinh": "nd",
    "nghi quyet lien tich": "nqlt",
    "nghi quyet": "nq",
    "thong tu lien tich": "ttlt",
    "thong tu": "tt",
    "phap lenh": "pl",
    "sac lenh": "sl",
    "chi thi": "ct",
    "ke hoach": "kh",
    "chuong trinh": "ctr",
    "thong bao": "tb",
    "bao cao": "bc",
    "to trinh": "ttr",
    "huong dan": "hd",
    "cong dien": "cd",
    "cong van": "",
    "bo luat": "",
    "luat": "",
}
YEAR = r"(?:19[4-9]|20[0-4])\d"

_DASHES = str.maketrans("–—‑−_", "-----")
_CODE = rf"(?:{TYPES}|{LATE_TYPES}|(?:qh|ubtvqh)\d{{1,2}})"
_ISSUER = rf"(?:{ISSUERS})\d{{0,2}}"
_NAMES = "|".join(sorted(TYPE_NAMES, key=len, reverse=True))
# After a stroke any letters are a symbol; after a space only known codes, or "12 2026 cua" were a number. A
# dash between spaces may also begin what the document is about: then only known codes and capitals count.
_PIECE = r"[a-z][a-z\d]{0,15}(?:&[a-z]{1,6})?"
_SURE = rf"(?:{_ISSUER}\b|(?-i:[A-Z][A-Z\d]{{1,11}}\b))"
_MORE = rf"(?:[-/]{_PIECE}| ?[-/] ?{_SURE}|\.{_SURE})"
_STROKED = rf" ?/ ?{_PIECE}{_MORE}{{0,9}}"
_DASHED = rf"(?: ?- ?|\.)(?:{_CODE}|{_ISSUER}){_MORE}{{0,9}}(?: {_ISSUER})?"
_SPACED = rf" {_CODE}\b(?:{_MORE}| {_ISSUER}\b){{0,9}}"
_SYMBOL = f"{_STROKED}|{_DASHED}|{_SPACED}"
# Patterns start with the digit and look back after it: so the engine leaps from digit to digit.
_FIRST = r"(?<![\w/.].)"
_ALONE = r"(?<![\d/.].)"
_TAIL = rf"(?: ?[/\-.] ?| )(?P<year>{YEAR})(?P<symbol>{_SYMBOL})?|(?P<alone>{_SYMBOL})"

PROCEDURE = re.compile(
    rf"([1-9]){_FIRST}[. ]?(\d{{6}})(?:\.\d{{3}}(?:\.\d\d){{0,2}}(?:\.[a-z]\d\d)?)?(?![\w/])", re.I
)
DOCUMENT = re.compile(
    rf"(?P<number>\d{_ALONE}\d{{0,4}}(?:\.\d{{1,2}})?[a-z]?)(?:(?:{_TAIL})(?!\w)|(?![\w/]))", re.I
)
TYPE_BEFORE = re.compile(rf"(?<![\w/.])({_NAMES}|{TYPES})(?: ?[:.]? ?so ?[:.]? ?| ?:? ?|\.)$", re.I)
DIGIT = re.compile(r"\d")
REACH = 32  # characters before a number in which its type can stand


@dataclass(frozen=True)
class Number:
    """A number as far as it was written: `symbol` such as "QD-UBND", parts not written are empty."""

    number: str
    year: str = ""
    symbol: str = ""

    def __str__(self) -> str:
        return "/".join(part for part in (self.number, self.year, self.symbol) if part)

    @property
    def forms(self) -> list[str]:
        """Every shorter way to write this number that still means it, the whole first."""
        code = self.symbol.split("-")[0]
        symbols = dict.fromkeys([self.symbol, code, ""])
        years = dict.fromkeys([self.year, ""])
        forms = [Number(self.number, year, symbol) for symbol in symbols for year in years]
        return list(dict.fromkeys(str(form) for form in forms if form.year or form.symbol or form == self))


def numbers(text: str) -> list[Number]:
    """The numbers written in `text`, in any spelling, in order and each once."""
    if not DIGIT.search(text):
        return []
    plain = plain_text(text)
    return list(dict.fromkeys([*_procedures(plain), *_documents(plain)]))


def plain_text(text: str) -> str:
    """`text` without accents, with one kind of dash and single spaces, so that no pattern meets long gaps."""
    return " ".join(fold(text).translate(_DASHES).split())


def trim(number: str) -> str:
    """The number without zeros before it: 02 and 2 are one."""
    return number.lstrip("0") or "0"


def _procedures(plain: str) -> Iterator[Number]:
    for found in PROCEDURE.finditer(plain):
        yield Number(f"{found[1]}.{found[2]}")


def _documents(plain: str) -> Iterator[Number]:
    for found in DOCUMENT.finditer(plain):
        before = TYPE_BEFORE.search(plain, max(found.start() - REACH, 0), found.start())
        symbol = _symbol(found["symbol"] or found["alone"] or "")
        if _is_number(found, before, bare=not found["year"] and not symbol):
            yield Number(trim(found["number"]).upper(), found["year"] or "", symbol or _code(before))


def _is_number(found: re.Match[str], before: re.Match[str] | None, *, bare: bool) -> bool:
    """Whether these digits are those of a document, when they are bare or a letter stands right before them.

    CT01 is a form, and a plan 2026 that of a year; after "số" either is a number. Laws need a year.
    """
    glued = found.string[max(found.start() - 1, 0) : found.start()].isalpha()
    if not bare or before is None:
        return not bare and not (glued and before is None)
    says_so = before[0].rstrip(" .:").lower().endswith("so")
    unlikely = (glued and found["number"].startswith("0")) or re.fullmatch(YEAR, found["number"])
    return bool(_code(before)) and (says_so or not unlikely)


def _code(before: re.Match[str] | None) -> str:
    written = before[1].lower() if before else ""
    return TYPE_NAMES.get(written, written).upper()


def _symbol(written: str) -> str:
    return "-".join(re.findall(r"[a-z\d]+", written.replace("&", ""), re.I)).upper()
