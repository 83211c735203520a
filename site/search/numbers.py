"""Document numbers and procedure codes as one term, however they are written (decision 13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from search.text import fold, normalise

TYPES = frozenset(
    [
        "nq",
        "qd",
        "ct",
        "qc",
        "qyd",
        "tc",
        "tb",
        "hd",
        "ctr",
        "kh",
        "pa",
        "da",
        "bc",
        "bb",
        "ttr",
        "hd",
        "cd",
        "btt",
        "guq",
        "gm",
        "ggt",
        "gnp",
        "pg",
        "pc",
        "pb",
        "bgn",
        "sy",
        "trs",
        "sl",
        "nd",
        "tt",
        "ttlt",
        "nqlt",
        "l",
        "pl",
        "lct",
        "vbhn",
        "hp",
    ]
)
ISSUERS = frozenset(
    [
        "ubnd",
        "hdnd",
        "cp",
        "ttg",
        "vpcp",
        "ctn",
        "hdtp",
        "tandtc",
        "vksndtc",
        "ubtvqh",
        "vpqh",
        "ktnn",
        "ubmttq",
        "vp",
    ]
)
PROCEDURE = re.compile(r"(?<![\d.])(\d\.\d{6})((?:\.\d{2,3})*(?:\.h\d{2})?)(?![\d.]\d)")
# What may stand between the parts: a slash, a dash of any kind, a dot at the end of an abbreviation, spaces.
BETWEEN = r"\s*[/\-–—_.]?\s*"
NUMBER = re.compile(
    r"(?<![\d/.,-])(?:so\s*:?\s*)?(?P<number>\d{1,6}(?:\.\d{1,4})?)"
    rf"(?:{BETWEEN}(?P<year>(?:19|20)\d\d))?"
    rf"(?P<code>(?:{BETWEEN}[a-z]+\d{{0,2}}(?![a-z0-9])){{0,4}})"
)
BEFORE = re.compile(r"(?<![a-z])([a-z]{1,5})\s*(?:so)?\s*:?\s*$")
PART = re.compile(r"[a-z]+\d{0,2}")


@dataclass(frozen=True)
class Number:
    """`number` without leading zeros, `year` "" when the symbol has none, `code` such as "qd-ubnd"."""

    number: str
    year: str
    code: str

    @property
    def canonical(self) -> str:
        return "/".join(part for part in (self.number, self.year, self.code) if part)

    def terms(self) -> set[str]:
        """The whole number and the parts by which people ask for it."""
        first = self.code.split("-")[0]
        ways = [(self.number, self.year, self.code), (self.number, self.year), (self.number, self.code)]
        ways += [(self.number, first), (self.number, self.year, first)]
        return {"/".join(filter(None, way)) for way in ways if sum(map(bool, way)) > 1}


def canonical_number(raw: str) -> str:
    """The one spelling of a number or code written alone, "" when `raw` is none: `850/2026/qd-ubnd`."""
    text = fold(normalise(raw)).strip()
    if match := PROCEDURE.search(text):
        return match[0]
    return next((number.canonical for number in written(text) if number.code), "")


def numbers(raw: str) -> list[Number]:
    """The document numbers in a text or a question."""
    return list(written(fold(normalise(raw))))


def codes(raw: str) -> list[str]:
    """The procedure codes in a text or a question, `1.001193`."""
    return [match[1] for match in PROCEDURE.finditer(fold(normalise(raw)))]


def written(text: str) -> Iterator[Number]:
    for match in NUMBER.finditer(text):
        parts = code_parts(match["code"]) or type_before(text[: match.start()])
        if parts or match["year"]:
            yield Number(shorn(match["number"]), match["year"] or "", "-".join(parts))


def type_before(text: str) -> list[str]:
    """“QĐ số 850”: the type stands before the number."""
    match = BEFORE.search(text)
    return [match[1]] if match and match[1] in TYPES else []


def code_parts(code: str) -> list[str]:
    """The letters behind a number, as far as they are a symbol and not the next words of a sentence."""
    parts = PART.findall(code)
    joined = re.match(r"\s*/\s*[a-z]", code) or "-" in code
    if not parts or (parts[0] not in TYPES | ISSUERS and not joined):
        return []
    tight = PART.findall(re.split(r"(?<=[a-z0-9])\s+(?=[a-z])", code.strip())[0])
    loose = [
        part
        for part in parts
        if part in TYPES | ISSUERS or part in tight or re.fullmatch(r"b[a-z]{1,6}", part)
    ]
    return loose if len(loose) >= len(tight) else tight


def shorn(number: str) -> str:
    return number.lstrip("0") or "0"
