"""Pending entries taken into the blocks: all blocks are written anew, beside those that answer meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial

import numpy as np
from django.db import connection, transaction
from django_tasks import task

from search.among import listed, numbers
from search.postings import scanning, tables
from search.postings.arrays import joined
from search.postings.models import PendingEntry
from search.postings.turns import Busy, Turn, turn

LEAST = 500  # entries that are pending before a merge is worth it
SHARE = 0.01  # of all entries: so many, if that is more
STRAYS = "DELETE FROM search_posting WHERE entry_id NOT IN (SELECT entry_id FROM search_pendingentry)"

Pending = Mapping[int, int]  # number → entry


def changed(total: int) -> None:
    """Told of each entry that is written among `total`, in its transaction; queues a merge now and then."""
    pending = PendingEntry.objects.count()
    if pending % LEAST == 0 and pending >= max(LEAST, SHARE * total):
        transaction.on_commit(partial(merge_pending.enqueue))


@task()
def merge_pending() -> None:
    """Merges what is pending, if it is still worth it and nobody else is at it."""
    if PendingEntry.objects.count() >= LEAST:
        with suppress(Busy):
            merge()


def merge() -> None:
    """Takes all that is pending into the blocks. Raises `Busy`. What is written meanwhile stays pending."""
    with turn() as mine:
        taken = pending()
        entries = np.array(list(taken.values()), np.int64)
        tables.create()
        for settled, fresh in scanning.parts(entries):
            own = fresh.part(np.isin(fresh.entries, entries))
            with transaction.atomic():
                tables.fill(joined([settled, own]).ordered())
            mine.keep()
        with transaction.atomic():
            settle(taken, mine)


def pending() -> Pending:
    """What is pending now; what is written later, or now by somebody else, has other numbers."""
    return dict(PendingEntry.objects.values_list("pk", "entry_id"))


def settle(taken: Pending, mine: Turn) -> None:
    """Inside a transaction: the new blocks answer, and what was `taken` is pending no longer."""
    tables.hold()
    mine.keep()
    tables.take_place()
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM search_pendingentry WHERE id IN {numbers()}", [listed(taken)])  # noqa: S608
    erase_strays()


def erase_strays() -> None:
    """Takes out the rows of entries that are not pending."""
    if not PendingEntry.objects.exists():
        tables.clear_rows()
        return
    with connection.cursor() as cursor:
        cursor.execute(STRAYS)
