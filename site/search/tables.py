"""The table of postings in the making: filled beside the one that answers, it then takes its place."""

from __future__ import annotations

from collections.abc import Collection
from io import BytesIO
from itertools import islice

import numpy as np
from django.db import connection

NAME, NEW = "search_posting", "search_posting_new"
COLUMNS = "term bigint NOT NULL, entry_id bigint NOT NULL, weight smallint NOT NULL"
CREATE = {
    "sqlite": f"CREATE TABLE {NEW} ({COLUMNS}, PRIMARY KEY (term, entry_id)) WITHOUT ROWID",
    # The key is made when all is in: much faster than row by row.
    "postgresql": f"CREATE TABLE {NEW} ({COLUMNS})",
}
CLOSE = {
    "sqlite": "",
    "postgresql": f"ALTER TABLE {NEW} ADD PRIMARY KEY (term, entry_id) INCLUDE (weight)",
}
# Whoever writes an entry locks its row first.
HOLD = {"sqlite": "", "postgresql": "LOCK TABLE search_entry IN EXCLUSIVE MODE"}
RENAME = {"sqlite": "", "postgresql": f"ALTER INDEX {NEW}_pkey RENAME TO {NAME}_pkey"}
FILLED = 5_000  # rows of one statement: three times as fast as one by one
ERASED = 500  # entries of one statement

# A row as COPY takes it in its binary form: the number of columns, and each after its size in bytes.
COPIED = np.dtype(
    [
        ("columns", ">i2"),
        ("term_size", ">i4"), ("term", ">i8"),
        ("entry_size", ">i4"), ("entry", ">i8"),
        ("weight_size", ">i4"), ("weight", ">i2"),
    ]
)  # fmt: skip
BEFORE, AFTER = b"PGCOPY\n\xff\r\n\0" + bytes(8), b"\xff\xff"


def create() -> None:
    """An empty table; one that was left behind goes."""
    _run(f"DROP TABLE IF EXISTS {NEW}", CREATE[connection.vendor])


def fill(terms: np.ndarray, entries: np.ndarray, weights: np.ndarray) -> None:
    """Adds rows that are not there yet, best in the order of the key."""
    if connection.vendor == "postgresql":
        _copy(terms, entries, weights)
        return
    rows = np.stack([terms, entries, weights], axis=1).astype(np.int64)
    with connection.cursor() as cursor:
        for start in range(0, len(rows), FILLED):
            part = rows[start : start + FILLED]
            marks = ", ".join(["(%s, %s, %s)"] * len(part))
            cursor.execute(f"INSERT INTO {NEW} VALUES {marks}", part.ravel().tolist())  # noqa: S608


def _copy(terms: np.ndarray, entries: np.ndarray, weights: np.ndarray) -> None:
    rows = np.empty(len(terms), COPIED)
    rows["columns"], rows["term_size"], rows["entry_size"], rows["weight_size"] = 3, 8, 8, 2
    rows["term"], rows["entry"], rows["weight"] = terms, entries, weights
    with connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {NEW} FROM STDIN (FORMAT binary)", BytesIO(BEFORE + rows.tobytes() + AFTER))


def close() -> None:
    """Makes the key of the new table."""
    _run(CLOSE[connection.vendor])


def erase(entry_ids: Collection[int]) -> None:
    """Takes entries out of the new table, which is read whole for it."""
    left = iter(entry_ids)
    with connection.cursor() as cursor:
        while portion := list(islice(left, ERASED)):
            marks = ", ".join(["%s"] * len(portion))
            cursor.execute(f"DELETE FROM {NEW} WHERE entry_id IN ({marks})", portion)  # noqa: S608


def hold() -> None:
    """Inside a transaction: from now on nobody else writes an entry; searching goes on."""
    _run(HOLD[connection.vendor])


def take_place() -> None:
    """Inside a transaction: the new table for the old one."""
    _run(f"DROP TABLE {NAME}", f"ALTER TABLE {NEW} RENAME TO {NAME}", RENAME[connection.vendor])


def _run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in filter(None, statements):
            cursor.execute(statement)
