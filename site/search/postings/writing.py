"""Writing the postings of one entry: as rows, in portions, in the order of their key, only what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from django.db import connection

from search.among import listed, numbers
from search.postings.models import PendingEntry

Row = tuple[int, int, int]
PORTION = 500  # rows of one statement

# Key (term, entry): written again, a row takes the newer weight.
INSERT = """INSERT INTO search_posting (term, entry_id, weight) VALUES {rows}
    ON CONFLICT (term, entry_id) DO UPDATE SET weight = excluded.weight"""


def change(entry_id: int, before: Mapping[int, int], after: Mapping[int, int]) -> None:
    """Brings the postings of one entry from the weights `before` to those `after`."""
    if before == after:
        return
    was_pending = _mark([entry_id])
    rows = before if was_pending else {}
    _erase(entry_id, rows.keys() - after.keys())
    _write((term, entry_id, weight) for term, weight in after.items() if rows.get(term) != weight)


def forget(entry_ids: Collection[int]) -> None:
    """Takes out all of some entries, whatever their terms, by reading the whole table of rows once."""
    _mark(entry_ids)
    with connection.cursor() as cursor:
        sql = f"DELETE FROM search_posting WHERE entry_id IN {numbers()}"  # noqa: S608
        cursor.execute(sql, [listed(entry_ids)])


def _mark(entry_ids: Collection[int]) -> bool:
    """Makes the entries pending, anew where they are; returns whether one was."""
    was_pending, _counts = PendingEntry.objects.filter(entry_id__in=entry_ids).delete()
    PendingEntry.objects.bulk_create(PendingEntry(entry_id=pk) for pk in entry_ids)
    return bool(was_pending)


def _write(rows: Iterable[Row]) -> None:
    """Inserts or updates (term, entry, weight)."""
    ordered = iter(sorted(rows))
    with connection.cursor() as cursor:
        while portion := list(islice(ordered, PORTION)):
            marks = ", ".join(["(%s, %s, %s)"] * len(portion))
            cursor.execute(INSERT.format(rows=marks), [value for row in portion for value in row])


def _erase(entry_id: int, terms: Iterable[int]) -> None:
    """Takes `terms` out of one entry."""
    ordered = iter(sorted(terms))
    with connection.cursor() as cursor:
        while portion := list(islice(ordered, PORTION)):
            marks = ", ".join(["%s"] * len(portion))
            sql = f"DELETE FROM search_posting WHERE entry_id = %s AND term IN ({marks})"  # noqa: S608
            cursor.execute(sql, [entry_id, *portion])
