"""Where a person can be reached: by telephone and by e-mail (domain 6.4)."""

import re
from collections.abc import Iterator

from .surroundings import Reading, Surroundings, Trace

GAP = r"[ .\-]{0,2}"
ENDS = r"(?![\w%:])(?!/(?!\s?0\d))(?![.,-]\d)"
ABROAD = rf"\(?(?:\+|00)84\)?{GAP}(?:\(0\){GAP})?|84{GAP}(?=\d)"
MOBILE_CODES = (
    rf"3{GAP}[2-9]|5{GAP}[25689]|7{GAP}[06-9]|8{GAP}[1-9]|9{GAP}\d|1{GAP}[2689]{GAP}\d"  # 01x: before 2018
)
BEGINS = r"(?:(?<![\w.,/\-])(?<!/ )|(?<=\d{7}/)|(?<=[ĐđDd][Tt]))"
MOBILE = re.compile(rf"{BEGINS}(?:{ABROAD}|\(?0{GAP})0?(?:{MOBILE_CODES})\)?(?:{GAP}\)?{GAP}\d){{7}}{ENDS}")
LANDLINE = re.compile(rf"(?<![\w.,/])(?:{ABROAD}|\(?0)2(?:{GAP}\d){{1,2}}\)?(?:{GAP}\d){{7,8}}{ENDS}")
AT_HOME = re.compile(r"nha rieng|dt nha|dien thoai nha|\bnr\b")

DATED = re.compile(r"0\d[.\-]\d{1,2}[.\-](?:19|20)\d\d")
PAIRS = re.compile(r"\d\d(?: \d\d){4}")
FRACTION = re.compile(r"0\.\d+")
NO_CALL = re.compile(
    r"(?:nghi quyet|chi thi|ket luan|quyet dinh|thong tu) (?:so )?$|\b[xy] ?(?:\(m\))? ?[:=] ?$"
)

MAIL = re.compile(r"(?<![\w.+-])([a-z0-9][\w.+-]{0,63})@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){1,4})", re.I)
PRIVATE_MAIL = re.compile(
    r"(?:gmail|yahoo|ymail|hotmail|outlook|live|icloud|proton(?:mail)?|zoho|aol|msn|rocketmail)(?:\.\w+){1,2}",
    re.IGNORECASE,
)
AGENCY_MAIL = re.compile(
    r"ubnd|hdnd|mttq|van\.?phong|^xa[a-z]|thitran|bbt|bientap|toasoan|congan|trungtam|truongth|tieuhoc|thcs|thpt"
    r"|phong(?:noivu|tuphap|van|giaoduc|laodong|kinhte|quanly|taichinh|tainguyen|yte|gddt|nong|vhtt|vhxh|ktht|hc)"
    r"|mamnon|hotline|duongdaynong|info|contact|lienhe|support|hotro|admin|quanly|bql|benhvien|tramyte|tuphap|htx|kbnn"
    r"|diachinh|tinhdoan|huyendoan|hoinongdan|hoiphunu|thongtin|portal|cttdt|vanthu|tiepdan|phapche|noivu|taichinh"
    r"|chicuc",
    re.IGNORECASE,
)


def telephones(reading: Reading) -> Iterator[Trace]:
    """Telephones of persons: mobile ones, others only where they are said to be at home.

    An official's or an office's only advises, because agencies publish on purpose whom to call.
    """
    for found in MOBILE.finditer(reading.text):
        around = reading.around(*found.span())
        if _reaches_a_person(around):
            yield Trace("dien-thoai", *found.span(), blocking=not _of_office(around))
    for found in LANDLINE.finditer(reading.text) if AT_HOME.search(reading.plain) else ():
        if AT_HOME.search(reading.around(*found.span()).left):
            yield Trace("dien-thoai", *found.span())


def _reaches_a_person(around: Surroundings) -> bool:
    if around.label in ("other", "bank") or around.measured or DATED.match(around.words):
        return False
    return not (around.hotline or (not around.label and _counts(around)))


def _counts(around: Surroundings) -> bool:
    """Whether it is a decimal fraction, a row of small numbers, or the number of a document."""
    row = PAIRS.fullmatch(around.words) and re.match(r" \d\d\b", around.right)
    return bool(row or FRACTION.fullmatch(around.words) or NO_CALL.search(around.left))


def _of_office(around: Surroundings) -> bool:
    return around.official or (around.organisation and not around.people)


def mailboxes(reading: Reading) -> Iterator[Trace]:
    """Mailboxes at public providers, unless they are named like an agency. They only advise."""
    for found in MAIL.finditer(reading.text) if "@" in reading.text else ():
        if PRIVATE_MAIL.fullmatch(found[2]) and not AGENCY_MAIL.search(found[1]):
            yield Trace("thu-dien-tu", *found.span(), blocking=False)
