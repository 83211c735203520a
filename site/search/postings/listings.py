"""The postings of some terms, as one question reads them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import reduce
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from django.db import connection

from search.among import among, listed, numbers
from search.postings.blocks import Block
from search.postings.models import FrequentTerm

# In one statement, so that a merge comes before all of it or after. The block that may hold a term is the
# last one that begins at or before it.
READ = """
SELECT block.packed, NULL, NULL, NULL FROM (
    SELECT DISTINCT (SELECT MAX(first) FROM search_postingblock WHERE first <= asked.value) AS first
    FROM {asked} AS asked) AS found
    CROSS JOIN search_postingblock AS block WHERE block.first = found.first
UNION ALL SELECT NULL, term, entry_id, weight FROM search_posting WHERE term IN {asked}
UNION ALL SELECT NULL, NULL, entry_id, NULL FROM search_pendingentry"""


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
        """The listing of each of `terms`; one statement when one of them was not read yet."""
        missing = {term for term in terms if term not in self._held}
        if missing:
            self._held |= dict.fromkeys(missing, NOWHERE) | _read(missing)
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


def _read(terms: Collection[int]) -> dict[int, Listing]:
    """The listing of each of `terms` that stands anywhere: blocks without what is pending, and rows."""
    blocks, rows, pending = _stored(terms)
    found = {
        term: Listing(*block.of(place)).without(pending)
        for block in blocks
        for place, term in enumerate(block.terms.tolist())
        if term in terms
    }
    for term, postings in groupby(sorted(rows), itemgetter(0)):
        _terms, entries, weights = np.array(list(postings), np.int64).T
        old = found.get(term, NOWHERE)
        found[term] = Listing(np.append(old.entries, entries), np.append(old.weights, weights))
    return found


def _stored(terms: Collection[int]) -> tuple[list[Block], list[tuple[int, int, int]], np.ndarray]:
    """The blocks that may hold `terms`, their rows, and the entries that are pending."""
    blocks: list[Block] = []
    rows: list[tuple[int, int, int]] = []
    pending: list[int] = []
    with connection.cursor() as cursor:
        cursor.execute(READ.format(asked=numbers()), [listed(terms)] * 2)
        for packed, term, entry, weight in cursor.fetchall():
            if packed is not None:
                blocks.append(Block(packed))
            elif term is not None:
                rows.append((term, entry, weight))
            else:
                pending.append(entry)
    return blocks, rows, np.array(pending, np.int64)
