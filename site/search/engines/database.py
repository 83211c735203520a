"""Matches from the postings in the database, summed as columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from search.among import among
from search.engines.asking import Asking, Match, shown
from search.models import Entry
from search.query import DATE, TITLE, Query
from search.steering.widening import TYPED

Row = tuple[Any, ...]  # number and kind of an entry, and its date where that is sorted by


class Sums:
    """The entries in which terms of a question stand, with their score and how much of it they cover."""

    def __init__(self, asking: Asking) -> None:
        held = asking.listings.of({row.term for row in asking.rows})
        rows = [(row, held[row.term]) for row in asking.rows]
        every = np.concatenate([listing.entries for _row, listing in rows])
        self.entries, place = np.unique(every, return_inverse=True)
        sizes = [len(listing.entries) for _row, listing in rows]
        worths = np.concatenate([row.worth * listing.weights for row, listing in rows])
        self.scores = np.bincount(place, worths, len(self.entries)).astype(np.int64)
        covers = np.repeat([row.cover for row, _listing in rows], sizes)
        sides = np.repeat([row.side for row, _listing in rows], sizes)
        self.covers = self._side(place, covers, sides == TYPED)
        for group in asking.widened.numbered():
            self.covers += np.max([self._side(place, covers, sides == side) for side in group], axis=0)

    def _side(self, place: np.ndarray, covers: np.ndarray, own: np.ndarray) -> np.ndarray:
        return np.bincount(place[own], covers[own], len(self.entries)).astype(np.int64)


def found(asking: Asking) -> list[Match]:
    """Every match, in the order asked for."""
    sums = Sums(asking)
    # Mostly the best of all is public; where it is not, the best that is says what is enough.
    for least in (asking.least(sums.covers.max(initial=0)), asking.floor):
        rows = _visible(asking.query, sums.entries[sums.covers >= least])
        covers = sums.covers[_places(sums, rows)]
        enough = asking.least(covers.max(initial=0))
        if rows and enough >= least:
            break
    kept = [row for row, cover in zip(rows, covers.tolist(), strict=True) if cover >= enough]
    return _in_order(sums, kept, asking.query)


def _places(sums: Sums, rows: Sequence[Row]) -> np.ndarray:
    return np.searchsorted(sums.entries, np.array([row[0] for row in rows], np.int64))


def _visible(query: Query, entries: np.ndarray) -> list[Row]:
    columns = ("pk", "kind", "date") if query.sort == DATE else ("pk", "kind")
    among_them = Entry.objects.filter(pk__in=among(entries.tolist()))
    return list(shown(query, among_them).values_list(*columns)) if len(entries) else []


def _in_order(sums: Sums, rows: Sequence[Row], query: Query) -> list[Match]:
    """`rows` come newest first or by title; of the same day, or of all, the best is first."""
    if not rows:
        return []
    scores = sums.scores[_places(sums, rows)]
    order = _order(rows, scores, query.sort).tolist()
    ids, kinds, *_day = zip(*(rows[place] for place in order), strict=True)
    return list(map(Match, ids, kinds, scores[order].tolist()))


def _order(rows: Sequence[Row], scores: np.ndarray, sort: str) -> np.ndarray:
    if sort == TITLE:
        return np.arange(len(rows))
    if sort == DATE:
        places = {day: place for place, (_pk, _kind, day) in reversed(list(enumerate(rows)))}
        return np.lexsort((-scores, np.array([places[day] for _pk, _kind, day in rows])))
    return np.argsort(-scores, kind="stable")
