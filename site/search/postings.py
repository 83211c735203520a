"""Writing the table of postings: in portions, in the order of its key, and only what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from django.db import connection

Row = tuple[int, int, int]
PORTION = 500  # rows of one statement

# Key (term, entry): written again, a row takes the newer weight.
INSERT = """INSERT INTO search_posting (term, entry_id, weight) VALUES {rows}
    ON CONFLICT (term, entry_id) DO UPDATE SET weight = excluded.weight"""


def write(rows: Iterable[Row]) -> None:
    """Inserts or updates (term, entry, weight)."""
    ordered = iter(sorted(rows))
    with connection.cursor() as cursor:
        while portion := list(islice(ordered, PORTION)):
            marks = ", ".join(["(%s, %s, %s)"] * len(portion))
            cursor.execute(INSERT.format(rows=marks), [value for row in portion for value in row])


def change(entry_id: int, before: Mapping[int, int], after: Mapping[int, int]) -> None:
    """Brings the postings of one entry from the weights `before` to those `after`."""
    erase(entry_id, before.keys() - after.keys())
    write((term, entry_id, weight) for term, weight in after.items() if before.get(term) != weight)


def erase(entry_id: int, terms: Iterable[int]) -> None:
    """Takes `terms` out of one entry."""
    ordered = iter(sorted(terms))
    with connection.cursor() as cursor:
        while portion := list(islice(ordered, PORTION)):
            marks = ", ".join(["%s"] * len(portion))
            sql = f"DELETE FROM search_posting WHERE entry_id = %s AND term IN ({marks})"  # noqa: S608
            cursor.execute(sql, [entry_id, *portion])


def erase_entry(entry_id: int) -> None:
    """Takes out all of an entry by reading the whole table: for terms of another version only."""
    erase_entries([entry_id])


def erase_entries(entry_ids: Sequence[int]) -> None:
    """Takes out all of some hundred entries by reading the whole table once."""
    marks = ", ".join(["%s"] * len(entry_ids))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM search_posting WHERE entry_id IN ({marks})", entry_ids)  # noqa: S608


def erase_strays() -> None:
    """Takes out what belongs to no entry."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_posting WHERE entry_id NOT IN (SELECT id FROM search_entry)")
