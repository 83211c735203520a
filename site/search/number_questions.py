"""Questions that are a number and nothing else: the entries whose own number has all parts typed."""

from __future__ import annotations

from collections.abc import Iterator

from search.models import Entry, EntryQuerySet
from search.number_parts import readings
from search.postings.listings import Listings
from search.terms import PART, term


def numbered(question: str) -> Iterator[EntryQuerySet]:
    """What each way to read the question as a number asks for, the strictest first; none for other questions.

    A word is a part of nobody's number, so with words beside a number the question is an ordinary one.
    """
    ways = [([term(PART, part) for part in way.parts], way.dated) for way in readings(question)]
    known = Listings().counts({part for parts, _dated in ways for part in parts}) if ways else {}
    for parts, dated in ways:
        if known.keys() >= set(parts):
            entries = Entry.objects.holding(parts)
            yield entries.filter(date__year=dated) if dated else entries
