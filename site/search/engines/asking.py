"""A question as every engine is asked it, and the share of it that makes a match, the same on all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import F

from search.models import EntryQuerySet
from search.postings.listings import Listings
from search.query import TITLE, Query
from search.steering.widening import Sided, Widened
from search.text import syllables

SHARE = 0.35  # of the question's weight, or of what the best entry covers: who covers it is a match
SENTENCE, OF_SENTENCE = 8, 0.25  # syllables: of a question asked in a sentence no answer says nearly all
FLOOR = 0.06  # of the question's weight: never less than this
NEWEST = (F("date").desc(nulls_last=True), "-pk")


class Match(NamedTuple):
    """A match with its first score, in the unit of its engine."""

    entry_id: int
    kind: str
    score: int = 0
    chosen: bool = False  # by editors, for this question


@dataclass(frozen=True)
class Asking:
    """`rows` are the terms to search, each with its side; `idf` says how much each tells in this corpus.

    `listings` is what was read of their postings.
    """

    query: Query
    widened: Widened
    rows: list[Sided]
    idf: Mapping[int, float]
    listings: Listings

    @cached_property
    def whole(self) -> int:
        """The cover of an entry that has everything."""
        return self.widened.whole(self.rows)

    @property
    def floor(self) -> int:
        return round(FLOOR * self.whole)

    def least(self, most: float) -> float:
        """What an entry must cover to be a match, if the best of them covers `most`."""
        return max(self.floor, share(self.query.words) * min(self.whole, most))


def shown(query: Query, entries: EntryQuerySet) -> EntryQuerySet:
    """Those of `entries` that visitors may read now and that `query` is about, newest first or by title."""
    entries = entries.visible()
    entries = entries.filter(site=query.site) if query.site else entries
    entries = entries.filter(kind__in=query.kinds) if query.bound else entries
    return entries.order_by(*["title_key", "pk"] if query.sort == TITLE else NEWEST)


def share(words: str) -> float:
    """The part of a question that makes a match."""
    return OF_SENTENCE if len(syllables(words)) >= SENTENCE else SHARE
