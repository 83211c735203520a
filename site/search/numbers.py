"""Numbers of documents and procedures in any spelling as one canonical form (domain 4.2).

Generic: number, year and symbol. What the symbol means (type, issuer) is known to `docs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.text import fold

# Codes of types that may stand before the number ("QĐ số 850") or after it; the longer before the shorter.
TYPES = "ttlt|nqlt|vbhn|bbt|btt|ctr|lct|qyd|ttr|bb|bc|cd|ct|cv|da|gm|hd|kh|kl|nd|nq|pa|pl|qc|qd|sl|tb|tc|tt|l"
ISSUERS = (
    "ubtvqh|bvhttdl|bgddt|btttt|bkhcn|vpcp|vpqh|hdnd|hdtp|ubnd|bca|bnv|bqp|btc|btp|bxd|byt|ctn|ttg|cp|vp"
)
WORDS = {
    "quyet dinh": "qd",
    "nghi dinh": "nd",
    "nghi quyet": "nq",
    "thong tu lien tich": "ttlt",
    "thong tu": "tt",
    "chi thi": "ct",
    "ke hoach": "kh",
    "thong bao": "tb",
    "bao cao": "bc",
    "to trinh": "ttr",
    "huong dan": "hd",
    "cong van": "",
    "luat": "",
}

_GAP = r"\s*[/\-.]\s*|\s+"
_CODE = rf"(?:{TYPES}|(?:qh|ubtvqh)\d{{1,2}})"
_ISSUER = rf"(?:{ISSUERS})\d{{0,2}}"
_NUMBER = r"(?P<number>\d{1,5}(?:\.\d{1,2})?[a-z]?)"
_YEAR = r"(?P<year>(?:19[4-9]|20[0-4])\d)"
_NAME = "|".join(sorted(WORDS, key=len, reverse=True))
# After a stroke any letters are a symbol; after a space only known codes, or "12 2026 cua" were a number.
_STROKED = r"\s*/\s*[a-z][a-z\d]{0,11}(?:\s*[-–/]\s*[a-z][a-z\d]{1,11}){0,3}"
_DASHED = rf"\s*-\s*(?:{_CODE}|{_ISSUER})(?:\s*[-/]\s*[a-z][a-z\d]{{1,11}}|\s+{_ISSUER}){{0,3}}"
_SPACED = rf"\s+{_CODE}\b(?:\s*[-/]\s*[a-z][a-z\d]{{1,11}}|\s+{_ISSUER}\b){{0,3}}"
_WRITTEN = f"{_STROKED}|{_DASHED}|{_SPACED}"
_SYMBOL = f"(?P<symbol>{_WRITTEN})"
_TYPE = rf"(?P<type>{_NAME}|{_CODE})\s*(?:[.:]?\s*so\s*)?[:.]?\s*"
_START, _END = r"(?<![\w/.])", r"(?![\w])"

PROCEDURE = re.compile(r"(?<![\w/.])([1-9])[.\s]?(\d{6})(?:\.\d{3}\.\d{2}\.\d{2}(?:\.[a-z]\d{2})?)?(?![\w/])")
DOCUMENT = re.compile(
    rf"{_START}(?:{_TYPE})?{_NUMBER}(?:(?:{_GAP}){_YEAR}(?:{_SYMBOL})?|(?P<alone>{_WRITTEN})){_END}"
)
NAMED = re.compile(rf"{_START}{_TYPE}{_NUMBER}(?![\w/])")


@dataclass(frozen=True)
class Number:
    """A number as far as it was written: `symbol` such as "QD-UBND", parts not written are empty."""

    number: str
    year: str = ""
    symbol: str = ""

    def __str__(self) -> str:
        return "/".join(part for part in (self.number, self.year, self.symbol) if part)

    @property
    def parts(self) -> list[str]:
        """Every shorter way to write this number that still means it, the whole first."""
        code = self.symbol.split("-")[0]
        symbols = dict.fromkeys([self.symbol, code, ""])
        years = dict.fromkeys([self.year, ""])
        forms = [Number(self.number, year, symbol) for symbol in symbols for year in years]
        return list(dict.fromkeys(str(form) for form in forms if form.year or form.symbol or form == self))


def numbers(text: str) -> list[Number]:
    """The numbers written in `text`, in any spelling, in order and each once."""
    plain = fold(text).lower().replace("–", "-").replace("—", "-")
    return list(dict.fromkeys([*_procedures(plain), *_documents(plain)]))


def canonical_number(raw: str) -> str:
    """The one form of a number of a document or procedure: capitals, no accents, no spaces.

    "850/2026/QĐ - UBND" gives "850/2026/QD-UBND"; "" when `raw` holds no number, or several.
    """
    found = numbers(raw)
    return str(found[0]) if len(found) == 1 else ""


def is_only_number(text: str) -> bool:
    """Whether `text` is a number and nothing beside it."""
    plain = fold(text).lower().replace("–", "-").replace("—", "-")
    rest = NAMED.sub(" ", DOCUMENT.sub(" ", PROCEDURE.sub(" ", plain)))
    return rest != plain and not re.sub(r"\bso\b|\W", "", rest)


def _procedures(plain: str) -> Iterator[Number]:
    for found in PROCEDURE.finditer(plain):
        yield Number(f"{found[1]}.{found[2]}")


def _documents(plain: str) -> Iterator[Number]:
    for found in [*DOCUMENT.finditer(plain), *NAMED.finditer(DOCUMENT.sub(" ", plain))]:
        parts = found.groupdict()
        symbol = _symbol(parts.get("symbol") or parts.get("alone") or "")
        named = WORDS.get(parts["type"] or "", parts["type"] or "").upper()
        number = Number(_trim(parts["number"]), parts.get("year") or "", symbol or named)
        if number.year or number.symbol:
            yield number


def _symbol(written: str) -> str:
    return "-".join(re.findall(r"[a-z\d]+", written)).upper()


def _trim(number: str) -> str:
    return number.lstrip("0").upper() or "0"
