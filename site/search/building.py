"""The postings and tokens of all entries made anew from their texts, beside those that answer meanwhile.

Rows are sorted in memory in long runs and written in the order of the key: many times faster than entry by
entry, and the table is as small as it can be. At the end the new table takes the place of the old one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from django.db import transaction

from search import tables
from search.models import Corpus, Entry, EntryText, EntryTokens
from search.packing import unpack
from search.terms import VERSION, entry_terms
from search.tokens import pack_tokens

PORTION = 500  # entries read at once
RUN = 4_000_000  # postings sorted at once: 72 bytes each

Say = Callable[[int], object]
Seen = dict[int, int]  # entries with a hash of their texts


class Rows(NamedTuple):
    """Postings, column by column."""

    terms: np.ndarray
    entries: np.ndarray
    weights: np.ndarray

    def ordered(self) -> Rows:
        order = np.lexsort((self.entries, self.terms))
        return Rows(self.terms[order], self.entries[order], self.weights[order])


def build(say: Say) -> None:
    """Makes the table of postings again; `say` is told after each portion how many entries are done.

    A search meanwhile finds what it found before. What is published meanwhile is in the new table, too.
    """
    seen: Seen = {}
    tables.create()
    for run in _runs(_read(seen, say)):
        with transaction.atomic():
            tables.fill(*run.ordered())
    tables.close()
    _catch_up(seen)
    with transaction.atomic():
        tables.hold()
        _catch_up(seen)
        tables.take_place()
        Entry.objects.exclude(version=VERSION).update(version=VERSION)


def _read(seen: Seen, say: Say) -> Iterator[Rows]:
    last = 0
    texts = EntryText.objects.order_by("pk")
    while portion := dict(texts.filter(pk__gt=last).values_list("pk", "packed")[:PORTION]):
        yield _rows(portion, seen)
        last = max(portion)
        say(len(seen))


def _rows(packed: dict[int, bytes], seen: Seen) -> Rows:
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


def _runs(portions: Iterator[Rows]) -> Iterator[Rows]:
    held: list[Rows] = []
    for portion in portions:
        held.append(portion)
        if sum(len(rows.terms) for rows in held) >= RUN:
            yield _joined(held)
            held = []
    if held:
        yield _joined(held)


def _joined(held: list[Rows]) -> Rows:
    return Rows(*(np.concatenate(column) for column in zip(*held, strict=True)))


@transaction.atomic
def _catch_up(seen: Seen) -> None:
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
        tables.fill(*_rows(dict(portion.values_list("pk", "packed")), seen).ordered())
