"""The gate of secrecy: marks that forbid a text on a public portal (C17).

Law 29/2018/QH14, art. 8; Decree 30/2020/NĐ-CP, art. 8 k.3b and art. 15 k.2.

Blocking: the three degrees, restricted circulation and the stamps that go with them. They hold a text back
until a second person has cleared it. Advisory: marks of urgency (hỏa tốc, thượng khẩn, khẩn), which are no
secrecy but seldom belong on a portal.
Let pass: words that only contain a mark (bảo mật, mật độ, mật ong), and sentences that speak of secrecy in
general (a lesson on the law, a procedure that names "dấu mật", an enumeration of the three degrees).
"""

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _

from .base import Finding
from .degrees import degrees
from .normalise import bare, clean
from .numbers import numbers
from .phrases import phrases
from .standing import Standing

CHECK = "secrecy"
ADVISORY = frozenset(["khan"])
ENOUGH = 50


def find(text: str) -> list[Finding]:
    """The marks in `text`, in its order: at most 50 of the degrees, the stamps and the numbers each."""
    cleaned = clean(text)
    plain = bare(cleaned)
    places = sorted(_places(cleaned, plain), key=lambda found: found[1].position)
    return list(dict.fromkeys(_finding(kind, place) for kind, place in places))


def _places(cleaned: str, plain: str) -> Iterator[tuple[str, Standing]]:
    for marks in (degrees, phrases, numbers):
        yield from islice(marks(cleaned, plain), ENOUGH)


def _finding(kind: str, place: Standing) -> Finding:
    blocking = kind not in ADVISORY
    message = (
        _("A mark of secrecy. Do not publish; a second person must clear it if it is not one.")
        if blocking
        else _("A mark of urgency. Check whether this document is meant for the public.")
    )
    return Finding(CHECK, kind, place.excerpt, blocking, message=message)
