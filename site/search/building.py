"""The postings and tokens of all entries made anew from their texts, beside those that answer meanwhile.

Sorted as a whole and written in the order of the key: many times faster than entry by entry. At the end the
new blocks take the place of the old ones; what was written meanwhile stays pending.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from django.db import transaction

from search import reading, statistics
from search.among import among
from search.models import Corpus, Entry, EntryText, EntryTokens, FrequentTerm
from search.postings import merging, tables
from search.postings.arrays import Rows
from search.postings.sorting import Sorter
from search.postings.turns import Turn, turn
from search.terms import VERSION

PORTION = 500  # entries read at once

Say = Callable[[int], object]
Portion = dict[int, bytes]  # entry → its texts, packed


def build(say: Say) -> None:
    """Makes all postings again; `say` is told after each portion how many entries are done.

    A search meanwhile finds what it found before. Raises `Busy` while another process is at it.
    """
    with turn() as mine:
        taken = merging.pending()
        tables.create()
        with Sorter() as sorter:
            read = _read(sorter, mine, say)
            frequent = _filled(sorter.parts(), len(read), mine)
        with transaction.atomic():
            merging.settle(taken, mine)
            statistics.store(frequent)
            Entry.objects.exclude(version=VERSION).filter(pk__in=among(read)).update(version=VERSION)


def _read(sorter: Sorter, mine: Turn, say: Say) -> list[int]:
    """The entries read."""
    done: list[int] = []
    average = Corpus.current().average_length
    for portion, made in reading.read(_portions(), average, Entry.objects.count()):
        _write_tokens(portion, made)
        sorter.add(_rows(portion, made))
        done += portion
        mine.keep()
        say(len(done))
    return done


def _portions() -> Iterator[Portion]:
    last = 0
    texts = EntryText.objects.order_by("pk")
    while rows := list(texts.filter(pk__gt=last).values_list("pk", "packed")[:PORTION]):
        yield {pk: bytes(packed) for pk, packed in rows}
        last = rows[-1][0]


def _write_tokens(portion: Portion, made: reading.Made) -> None:
    tokens = [
        EntryTokens(entry_id=pk, packed=packed, signals=signals)
        for pk, packed, signals in zip(portion, made.tokens, made.signals, strict=True)
    ]
    EntryTokens.objects.bulk_create(
        tokens, update_conflicts=True, unique_fields=["entry"], update_fields=["packed", "signals"]
    )


def _rows(portion: Portion, made: reading.Made) -> Rows:
    return Rows(made.terms, np.repeat(np.array(list(portion), np.int64), made.sizes), made.weights)


def _filled(parts: Iterator[Rows], total: int, mine: Turn) -> list[FrequentTerm]:
    """Fills the new blocks; the terms that stand in many of `total` entries."""
    frequent: list[FrequentTerm] = []
    for part in parts:
        found = list(_frequent(part, total))
        frequent += found
        with transaction.atomic():
            tables.fill(part.part(_kept(part, found)))
        mine.keep()
    return frequent


def _frequent(part: Rows, total: int) -> Iterator[FrequentTerm]:
    terms, first, counts = np.unique(part.terms, return_index=True, return_counts=True)
    for at in np.flatnonzero(counts >= statistics.RARE):
        weights = part.weights[first[at] : first[at] + counts[at]]
        least = statistics.least_weight(weights, total)
        yield FrequentTerm(term=int(terms[at]), entries=int(counts[at]), least=least)


def _kept(part: Rows, frequent: list[FrequentTerm]) -> np.ndarray:
    """Of terms that stand everywhere only the rows that weigh most."""
    leasts = {row.term: row.least for row in frequent if row.least}
    if not leasts:
        return np.ones(len(part.terms), bool)
    terms = np.array(sorted(leasts), np.int64)
    place = np.minimum(np.searchsorted(terms, part.terms), len(terms) - 1)
    least = np.array([leasts[term] for term in terms.tolist()])[place]
    return (terms[place] != part.terms) | (part.weights >= least)
