"""The gate of personal data: what must not be public without consent or law.

Law 91/2025/QH15, art. 16; domain 6.4.

Blocking, because 6.4 never lets them out: identity, licence, passport, insurance, tax and account numbers,
telephones and homes of persons. A clearance with its legal basis frees them.
Advisory, because an agency often publishes them by duty: the telephone of an official or an office, a private
mailbox (many communes have no other), a day of birth (lists of candidates), a hamlet named in running text.
Let pass: hotlines and landlines of offices, numbers of organisations, of documents, procedures and money.
"""

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from .base import Finding
from .homes import births, homes
from .identifiers import identifiers
from .surroundings import Reading, Trace
from .telephones import mailboxes, telephones

CHECK = "personal"
ENOUGH = 200
AROUND = 40


def find(text: str) -> list[Finding]:
    """The personal data in `text`, in its order, at most 200."""
    reading = Reading.of(text)
    return [_finding(reading.text, trace) for trace in _traces(reading, ENOUGH)[:ENOUGH]]


def mask(text: str) -> str:
    """`text`, composed, with all but the ends of each number starred: 036091000123 becomes 0360****0123.

    A day of birth keeps its year, a mailbox its domain, a home nothing.
    """
    reading = Reading.of(text)
    masked, behind = [], 0
    for trace in _traces(reading):
        masked += [
            reading.text[behind : trace.start],
            _starred(trace.kind, reading.text[trace.start : trace.end]),
        ]
        behind = trace.end
    return "".join([*masked, reading.text[behind:]])


def erase(text: str) -> str:
    """`text`, composed, without the personal data in it; homes only where they block, hamlets stay."""
    reading = Reading.of(text)
    kept, behind = [], 0
    for trace in _traces(reading):
        if trace.blocking or trace.kind != "dia-chi":
            kept.append(reading.text[behind : trace.start])
            behind = trace.end
    return " ".join([*kept, reading.text[behind:]])


def _traces(reading: Reading, enough: int | None = None) -> list[Trace]:
    """What the rules found, in order, at most `enough` a rule; of two that overlap the first."""
    kept: list[Trace] = []
    ranked = sorted(enumerate(_all(reading, enough)), key=lambda item: (item[1].start, item[0]))
    for _rank, trace in ranked:
        if not kept or trace.start >= kept[-1].end:
            kept.append(trace)
    return kept


def _all(reading: Reading, enough: int | None) -> Iterator[Trace]:
    for rule in (identifiers, telephones, mailboxes, homes, births):
        yield from islice(rule(reading), enough)


def _starred(kind: str, words: str) -> str:
    if kind == "dia-chi":
        return "***"
    if kind == "thu-dien-tu":
        name, _at, domain = words.partition("@")
        return f"{name[:2]}***@{domain}"
    if kind == "ngay-sinh":
        return f"**/**/{words[-4:]}"
    signs = "".join(sign for sign in words if sign.isalnum())
    ends = 4 if len(signs) >= 12 else 3 if len(signs) >= 9 else 2
    return f"{signs[:ends]}****{signs[-ends:]}"


def _finding(text: str, trace: Trace) -> Finding:
    before, behind = text[max(trace.start - AROUND, 0) : trace.start], text[trace.end : trace.end + AROUND]
    place = f"{before.rpartition(chr(10))[2]}{text[trace.start : trace.end]}{behind.partition(chr(10))[0]}"
    message = (
        _("Personal data. Remove or mask it, or give the legal basis for publishing it.")
        if trace.blocking
        else _("Personal data that may be published only on purpose. Check that it is needed here.")
    )
    return Finding(CHECK, trace.kind, " ".join(place.split()), trace.blocking, message=message)
