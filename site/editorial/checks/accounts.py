"""Bank accounts of persons; those of agencies, funds and the State Treasury are meant to be public."""

import re

from .surroundings import Surroundings

BANKS = (
    r"ngan hang|nhtm|agribank|vietcombank|vcb|bidv|vietinbank|mb ?bank|mbbank|techcombank|acb|sacombank"
    r"|vpbank|tpbank|lienvietpostbank|lpbank|shb|vib|hdbank|ocb|eximbank|msb|seabank|nam a bank"
)
BANK_BEHIND = re.compile(rf"^\W{{0,4}}(?:mo )?(?:tai |o )?\W{{0,3}}(?:{BANKS})\b")
BANK_BEFORE = re.compile(rf"\b(?:{BANKS})\W{{1,4}}$")
GOES_ON = re.compile(r"^\s?(?:dong|vnd|d\b|ty|trieu|usd|/|%|\(\w+ (?:tram|trieu|muoi|nghin|ty))|^\.[a-z]")
# A day, a procedure's code, an account at the State Treasury.
NO_ACCOUNT_NUMBER = re.compile(
    r"\d{1,2}[.-]\d{1,2}[.-]\d{4}|\d{4}-\d\d-\d\d|\d\.\d{6}|\d{4}\.\d\.\d{7}(?:\.\d+)?"
)
MONEY = re.compile(r"\d{1,3}(?:\.\d{3})+")
SHORTEST, SHORTEST_LABELLED, LONGEST_MONEY = 8, 6, 10
LONGEST_IN_CHART = 8


def account(digits: str, around: Surroundings) -> str:
    """The kind of a number that is a person's account, else ""."""
    if not (around.labelled("bank") or _beside_bank(around)) or not _long_enough(digits, around):
        return ""
    if GOES_ON.match(around.right) or NO_ACCOUNT_NUMBER.fullmatch(around.words):
        return ""
    return "" if around.organisation and not around.people else "tai-khoan"


def _beside_bank(around: Surroundings) -> bool:
    beside = BANK_BEHIND.match(around.right) or BANK_BEFORE.search(around.left)
    return bool(beside) and around.label in ("", "phone")


def _long_enough(digits: str, around: Surroundings) -> bool:
    if MONEY.fullmatch(around.words):
        return len(digits) >= LONGEST_MONEY
    if len(digits) <= LONGEST_IN_CHART and not (around.people or _beside_bank(around)):
        return False
    return len(digits) >= (SHORTEST_LABELLED if around.label == "bank" else SHORTEST)
