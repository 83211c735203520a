"""The number and symbol of a document by the grammar of domain 4.2, on top of `search.numbers`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docs.choices import Family
from search.numbers import numbers

LAW = re.compile(r"(?:UBTV)?QH\d{1,2}")
CONSOLIDATED = "VBHN"
LOCAL = {"UBND", "HDND"}  # every province and commune has these, so their numbers repeat


@dataclass(frozen=True)
class Symbol:
    """A number taken apart; `canonical` is "850/2026/QD-UBND", `code` its type, "" for a law."""

    canonical: str
    year: str
    code: str
    family: Family


def parse(raw: str) -> Symbol | None:
    """The parts of `raw`, None when it is not one whole number with its symbol."""
    found = numbers(raw)
    if len(found) != 1 or not found[0].symbol:
        return None
    number = found[0]
    codes = number.symbol.split("-")
    code = "" if LAW.fullmatch(codes[0]) else codes[0]
    return Symbol(str(number), number.year, code, _family(number.year, codes))


def linking_key(raw: str, issuer_key: str) -> str:
    """What joins a relation by number with the document it means; "" where a number alone does not tell.

    Numbers without a year start anew each year (Decree 30/2020 art. 15); local ones need the issuer.
    """
    symbol = parse(raw)
    if symbol is None or not symbol.year:
        return ""
    local = bool(LOCAL & set(re.split(r"[-/]", symbol.canonical)))
    return f"{symbol.canonical}|{issuer_key}"[:255] if local else symbol.canonical


def _family(year: str, codes: list[str]) -> Family:
    if CONSOLIDATED in codes:
        return Family.CONSOLIDATED
    return Family.NORMATIVE if year else Family.ADMINISTRATIVE
