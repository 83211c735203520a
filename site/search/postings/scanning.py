"""All postings in the order of their key, a part at a time."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from django.db import connection

from search.postings.arrays import Rows, joined
from search.postings.blocks import SIZE, Block
from search.postings.models import PendingEntry, Posting, PostingBlock
from search.postings.sorting import spans

# The block before the first term may hold it.
BLOCKS = """SELECT packed FROM search_postingblock
    WHERE first >= COALESCE((SELECT MAX(first) FROM search_postingblock WHERE first <= %s), %s) AND first < %s
    ORDER BY first"""
ROWS = (
    "SELECT term, entry_id, weight FROM search_posting WHERE term >= %s AND term < %s ORDER BY term, entry_id"
)
FETCHED = 100_000  # rows


def scan() -> Iterator[Rows]:
    """Every posting that counts."""
    for settled, pending in parts(pending_entries()):
        yield joined([settled, pending]).ordered()


def parts(left_out: np.ndarray) -> Iterator[tuple[Rows, Rows]]:
    """What blocks hold, without these entries, beside what rows hold, for one range of terms at a time."""
    size = SIZE * PostingBlock.objects.count() + Posting.objects.count()
    for span in spans(size):
        yield _in_blocks(*span).without(left_out), _in_rows(*span)


def pending_entries() -> np.ndarray:
    """The entries whose postings in blocks do not count."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT entry_id FROM {PendingEntry._meta.db_table}")  # noqa: S608
        return np.array([row[0] for row in cursor.fetchall()], np.int64)


def _in_blocks(low: int, high: int) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(BLOCKS, [low, low, high])
        found = joined([Block(packed).rows() for (packed,) in cursor.fetchall()])
    return found.part(slice(*np.searchsorted(found.terms, [low, high])))


def _in_rows(low: int, high: int) -> Rows:
    found = []
    with connection.cursor() as cursor:
        cursor.execute(ROWS, [low, high])
        while portion := cursor.fetchmany(FETCHED):
            terms, entries, weights = np.array(portion, np.int64).T
            found.append(Rows(terms, entries, weights.astype(np.int16)))
    return joined(found)
