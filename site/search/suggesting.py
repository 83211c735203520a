"""What can be offered while somebody types."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F
from wagtail.models import Site

from search.models import Entry
from search.number_parts import beginning
from search.terms import BEGINNING, PART, term


@dataclass(frozen=True)
class Suggestion:
    """`text` is what would be typed, `title` what stands at `url`."""

    text: str
    title: str
    url: str


def numbers_like(text: str, site: Site, count: int) -> list[Suggestion]:
    """Up to `count` public entries of `site` whose number begins like the one being typed, newest first.

    In any spelling, with its year or without ("850-2026 q", "qđ 85", "1.0011"); two statements, or none.
    """
    begun = beginning(text)
    if begun is None:
        return []
    terms = [term(BEGINNING, begun[0]), *(term(PART, part) for part in begun[1])]
    entries = Entry.objects.visible().filter(site=site).holding(terms)
    newest = entries.order_by(F("date").desc(nulls_last=True), "-pk").values_list("number", "title", "url")
    return [Suggestion(*row) for row in newest[:count]]
