"""The postings and tokens of all entries made anew from their texts, beside those that answer meanwhile.

Sorted as a whole and written in the order of the key: many times faster than entry by entry, and the table is
as small as it can be. At the end the new table takes the place of the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from django.db import transaction

from search import statistics, tables
from search.models import Corpus, Entry, EntryText, EntryTokens, FrequentTerm
from search.packing import unpack
from search.sorting import Rows, Sorter
from search.terms import VERSION, entry_terms
from search.tokens import pack_tokens

PORTION = 500  # entries read at once

Say = Callable[[int], object]
Seen = dict[int, int]  # entries with a hash of their texts


def build(say: Say) -> None:
    """Makes the table of postings again; `say` is told after each portion how many entries are done.

    A search meanwhile finds what it found before. What is published meanwhile is in the new table, too.
    """
    seen: Seen = {}
    tables.create()
    with Sorter() as sorter:
        for rows in _read(seen, say):
            sorter.add(rows)
        frequent = _filled(sorter.parts(), len(seen))
    tables.close()
    _catch_up(seen, frequent)
    with transaction.atomic():
        tables.hold()
        _catch_up(seen, frequent)
        tables.take_place()
        statistics.store(frequent)
        Entry.objects.exclude(version=VERSION).update(version=VERSION)


def _read(seen: Seen, say: Say) -> Iterator[Rows]:
    last = 0
    texts = EntryText.objects.order_by("pk")
    while portion := dict(texts.filter(pk__gt=last).values_list("pk", "packed")[:PORTION]):
        yield _rows(portion, seen)
        last = max(portion)
        say(len(seen))


def _rows(packed: dict[int, bytes | memoryview], seen: Seen) -> Rows:
    """The postings of these entries; their tokens are written, and it is noted of what texts."""
    seen |= {pk: hash(bytes(text)) for pk, text in packed.items()}
    average = Corpus.current().average_length
    read = {pk: unpack(text) for pk, text in packed.items()}
    tokens = [
        EntryTokens(entry_id=pk, packed=pack_tokens(data), signals=list(data.signals))
        for pk, data in read.items()
    ]
    made = [entry_terms(data, average) for data in read.values()]
    EntryTokens.objects.bulk_create(
        tokens, update_conflicts=True, unique_fields=["entry"], update_fields=["packed", "signals"]
    )
    sizes = [len(one.terms) for one in made]
    entries = np.repeat(np.array(list(read), np.int64), sizes)
    terms = np.concatenate([one.terms for one in made]).astype(np.int64)
    return Rows(terms, entries, np.concatenate([one.weights for one in made]).astype(np.int16))


def _filled(parts: Iterator[Rows], total: int) -> list[FrequentTerm]:
    """Fills the new table; the terms that stand in many of `total` entries."""
    frequent: list[FrequentTerm] = []
    for part in parts:
        found = list(_frequent(part, total))
        frequent += found
        with transaction.atomic():
            tables.fill(*part.part(_kept(part, found)))
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


@transaction.atomic
def _catch_up(seen: Seen, frequent: list[FrequentTerm]) -> None:
    """What was published or taken out since it was read."""
    stored = {
        pk: hash(bytes(packed)) for pk, packed in EntryText.objects.values_list("pk", "packed").iterator()
    }
    changed = [pk for pk, text in stored.items() if seen.get(pk) != text]
    gone = seen.keys() - stored.keys()
    tables.erase([*gone, *(seen.keys() & changed)])
    for pk in gone:
        del seen[pk]
    for start in range(0, len(changed), PORTION):
        portion = EntryText.objects.filter(pk__in=changed[start : start + PORTION])
        rows = _rows(dict(portion.values_list("pk", "packed")), seen).ordered()
        tables.fill(*rows.part(_kept(rows, frequent)))
