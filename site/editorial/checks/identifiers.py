"""Numbers that the state gives to a person: identity, licence, passport, insurance, tax (domain 6.4)."""

import re
from collections.abc import Iterator

from .accounts import account
from .owners import ORGANISATION
from .surroundings import Reading, Surroundings, Trace

CLUSTER = re.compile(r"(?<![\d/])\d(?:[ .\-]{0,2}\d){5,60}(?![\d/%])")
BEFORE_CLUSTER = 6
ENDS = r"(?!\d)(?![.,-]\d)"
GROUPED = r"\d{6}[ .-]\d{6}|\d{3}[ .-]\d{9}|\d{3}(?:[ .-]\d{3}){3}|\d{4}(?:[ .-]\d{4}){2}"
BY_MEANING = r"\d{3}[ .-]\d[ .-]\d{2}[ .-]\d{6}"
ONE_BY_ONE = r"\d(?:([ .-])\d)(?:\1\d){10}"
TWELVE = re.compile(rf"(?<!\d)(?<!\d[.,])(?:\d{{12}}|{GROUPED}|{BY_MEANING}|{ONE_BY_ONE}){ENDS}")
ANY_TWELVE = re.compile(rf"(?<!\d)\d(?:[ .-]?\d){{11}}{ENDS}")
NINE = re.compile(rf"(?<!\d)(?<!\d[.,])\d(?:[ .-]?\d){{8}}{ENDS}")
TEN = re.compile(r"(?<!\d)\d(?:[ .-]?\d){9}(?:-\d{3})?(?!\d)(?![.-]\d)")
ACCOUNT = re.compile(r"(?<![\dA-Z])(?:\d{3}[A-Z]{1,2}\d{6,10}|\d(?:[ .-]?\d){5,18})(?!\d)")
PASSPORT = re.compile(r"(?<!\w)[A-Z]{1,2} ?\d{7,8}(?!\w)")
CARD_GROUPS = (
    "DN|HX|CH|NN|TK|HC|XK|HT|TB|NO|CT|XB|TN|CS|QN|CA|CY|XN|MS|CC|CK|CB|KC|HD|TE|BT|HN|DT|DK|XD|BA|TC|TA|TY|TG"
    "|TV|HG|LS|PV|HS|SV|GB|GD|TH|TL|TQ|XV|KT|ND"
)
CARD = re.compile(rf"(?<!\w)(?:{CARD_GROUPS})[ -]?[1-5](?:[ -]?\d){{12}}(?!\w)")
# Of the 63 provinces of before July 2025, whose codes the numbers keep.
NO_PROVINCE = frozenset(
    [0, 3, 5, 7, 9, 13, 16, 18, 21, 23, 28, 29, 32, 39, 41, 43, 47, 50, 53, 55, 57, 59, 61, 63, 65]
)
NO_PROVINCE_EITHER = frozenset([69, 71, 73, 76, 78, 81, 85, 88, 90])
LAST_PROVINCE = 96
PERSONAL_TAX = "8"
TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def identifiers(reading: Reading) -> Iterator[Trace]:
    """Identity, licence, passport, insurance, tax and account numbers of persons, all blocking."""
    for cluster in CLUSTER.finditer(reading.text):
        start, end = max(cluster.start() - BEFORE_CLUSTER, 0), cluster.end() + 1
        for pattern, judge in RULES:
            for found in pattern.finditer(reading.text, start, end):
                if kind := judge(re.sub(r"\D", "", found[0]), reading.around(*found.span())):
                    yield Trace(kind, *found.span())


def _card(digits: str, around: Surroundings) -> str:
    account = around.words.startswith("TK")
    return "bhyt" if around.label == "health" or not account else ""


def _passport(digits: str, around: Surroundings) -> str:
    return "ho-chieu" if around.labelled("passport") else ""


def _identity(digits: str, around: Surroundings) -> str:
    if around.label == "licence":
        return "giay-phep-lai-xe"
    if around.label in ("identity", "tax"):
        return "can-cuoc"
    if around.label in ("other", "bank") or around.measured:
        return ""
    return "can-cuoc" if valid_identity(digits) else ""


def _labelled_identity(digits: str, around: Surroundings) -> str:
    return "can-cuoc" if around.label == "identity" else ""


def valid_identity(digits: str) -> bool:
    """Whether twelve digits can be an identity number: province, then century and sex, then year of birth.

    Decree 137/2015/NĐ-CP, art. 13; Law on Identity 26/2023/QH15, art. 12.
    """
    province = int(digits[:3])
    known = province <= LAST_PROVINCE and province not in NO_PROVINCE | NO_PROVINCE_EITHER
    return known and digits[3] in "0123" and len(set(digits)) > 2


def _old_identity(digits: str, around: Surroundings) -> str:
    if around.label == "passport":  # "CMND/Hộ chiếu: 012345678"
        return "cmnd" if around.words.isdigit() else ""
    return "cmnd" if around.labelled("identity") else ""


def _tax(digits: str, around: Surroundings) -> str:
    if not around.labelled("tax"):
        return ""
    if ORGANISATION.search(around.left[-25:]):
        return ""
    if around.organisation and (digits[0] != PERSONAL_TAX or not around.people):
        return ""
    personal = digits[0] == PERSONAL_TAX and (around.label == "tax" or valid_tax(digits))
    return "ma-so-thue" if personal or around.people else ""


def valid_tax(digits: str) -> bool:
    """Whether the tenth digit of a tax number is the weighted check digit of the nine before it."""
    total = sum(weight * int(digit) for weight, digit in zip(TAX_WEIGHTS, digits, strict=False))
    return (10 - total % 11) % 11 % 10 == int(digits[9])


def _insurance(digits: str, around: Surroundings) -> str:
    if around.labelled("social"):
        return "bhxh"
    return "bhyt" if around.label == "health" else ""


RULES = (
    (CARD, _card),
    (PASSPORT, _passport),
    (TWELVE, _identity),
    (ANY_TWELVE, _labelled_identity),
    (NINE, _old_identity),
    (TEN, _tax),
    (TEN, _insurance),
    (ACCOUNT, account),
)
