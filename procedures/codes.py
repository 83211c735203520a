"""Procedure codes as the national database writes them."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

# 1.001193, with a province behind (1.004873.H87), or the old long form (1.004873.000.00.00.H15).
GRAMMAR = re.compile(r"(?P<national>\d\.\d{6})(?:\.000\.00\.00)?(?:\.(?P<province>H\d{2}))?", re.IGNORECASE)


class BadCode(ValueError):
    """A code that is written in none of the three official ways."""


def canonical_code(raw: str) -> str:
    """`raw` in its one spelling, `1.004873.H15`; "" when empty. Raises `BadCode`."""
    code = "".join(raw.split())
    if not code:
        return ""
    match = GRAMMAR.fullmatch(code)
    if match is None:
        raise BadCode(_("“%(code)s” is not a procedure code such as 1.001193.") % {"code": raw[:50]})
    province = (match["province"] or "").upper()
    return ".".join(filter(None, (match["national"], province)))
