"""The postings of some terms, as one question reads them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, reduce
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from django.db import connection

from search.among import among, listed, numbers
from search.postings.blocks import Block
from search.postings.models import FrequentTerm
from search.postings.scanning import pending_entries

# The block that may hold a term is the last one that begins at or before it.
BLOCKS = """SELECT packed FROM (
    SELECT DISTINCT (SELECT MAX(first) FROM search_postingblock WHERE first <= asked.value) AS first
    FROM {asked} AS asked) AS found
    CROSS JOIN search_postingblock AS block WHERE block.first = found.first"""
ROWS = "SELECT term, entry_id, weight FROM search_posting WHERE term IN {terms} ORDER BY term"


class Listing(NamedTuple):
    """The entries a term stands in, and its weight in each."""

    entries: np.ndarray
    weights: np.ndarray

    def without(self, entries: np.ndarray) -> Listing:
        """Without these entries."""
        if not len(entries):
            return self
        kept = ~np.isin(self.entries, entries)
        return Listing(self.entries[kept], self.weights[kept])


NOWHERE = Listing(np.zeros(0, np.int64), np.zeros(0, np.int64))


class Listings:
    """What was read for one question; no term is read twice."""

    def __init__(self) -> None:
        self._held: dict[int, Listing] = {}

    def of(self, terms: Collection[int]) -> Mapping[int, Listing]:
        """The listing of each of `terms`; two statements when one of them was not read yet."""
        missing = [term for term in dict.fromkeys(terms) if term not in self._held]
        if missing:
            self._held |= dict.fromkeys(missing, NOWHERE) | self._read(missing)
        return {term: self._held[term] for term in terms}

    def holding(self, terms: Collection[int]) -> np.ndarray:
        """The entries in which every one of `terms` stands, at least one."""
        found = sorted((listing.entries for listing in self.of(terms).values()), key=len)
        return reduce(lambda left, right: np.intersect1d(left, right, assume_unique=True), found)

    def counts(self, terms: Collection[int]) -> dict[int, int]:
        """Term → in how many entries it stands, if in any; of frequent ones as last counted."""
        frequent = FrequentTerm.objects.filter(term__in=among(terms))
        known = dict(frequent.values_list("term", "entries"))
        rare = self.of([term for term in terms if term not in known])
        return known | {term: len(listing.entries) for term, listing in rare.items() if len(listing.entries)}

    def weights_in(self, entry_id: int, terms: Collection[int]) -> dict[int, int]:
        """The weight in one entry of each of `terms` that stands there."""
        return {
            term: int(weight)
            for term, listing in self.of(terms).items()
            for weight in listing.weights[listing.entries == entry_id]
        }

    @cached_property
    def _pending(self) -> np.ndarray:
        return pending_entries()

    def _read(self, terms: Collection[int]) -> dict[int, Listing]:
        found = dict(_settled(terms, self._pending))
        for term, fresh in _rows(terms) if len(self._pending) else ():
            old = found.get(term, NOWHERE)
            found[term] = Listing(*(np.concatenate(both) for both in zip(old, fresh, strict=True)))
        return found


def _settled(terms: Collection[int], pending: np.ndarray) -> Iterable[tuple[int, Listing]]:
    """What blocks hold of `terms`, without what is pending."""
    wanted = set(terms)
    with connection.cursor() as cursor:
        cursor.execute(BLOCKS.format(asked=numbers()), [listed(terms)])
        for (packed,) in cursor.fetchall():
            block = Block(packed)
            for place, term in enumerate(block.terms.tolist()):
                if term in wanted:
                    yield term, Listing(*block.of(place)).without(pending)


def _rows(terms: Collection[int]) -> Iterable[tuple[int, Listing]]:
    with connection.cursor() as cursor:
        cursor.execute(ROWS.format(terms=numbers()), [listed(terms)])
        for term, rows in groupby(cursor.fetchall(), itemgetter(0)):
            _terms, entries, weights = np.array(list(rows), np.int64).T
            yield term, Listing(entries, weights)
