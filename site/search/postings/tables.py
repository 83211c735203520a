"""The table of blocks in the making: filled beside the one that answers, it then takes its place."""

from __future__ import annotations

from itertools import islice

from django.db import connection

from search.postings.arrays import Rows
from search.postings.blocks import pack

NAME, NEW = "search_postingblock", "search_postingblock_new"
CREATE = {
    "sqlite": ["CREATE TABLE {name} (first integer NOT NULL PRIMARY KEY, packed blob NOT NULL)"],
    # Numbers without a pattern: compressing them costs time and wins nothing.
    "postgresql": [
        "CREATE TABLE {name} (first bigint NOT NULL PRIMARY KEY, packed bytea NOT NULL)",
        "ALTER TABLE {name} ALTER COLUMN packed SET STORAGE EXTERNAL",
    ],
}
# Whoever writes an entry locks its row first.
HOLD = {"sqlite": "", "postgresql": "LOCK TABLE search_entry IN EXCLUSIVE MODE"}
RENAME = {"sqlite": "", "postgresql": f"ALTER INDEX {NEW}_pkey RENAME TO {NAME}_pkey"}
CLEAR = {"sqlite": "DELETE FROM search_posting", "postgresql": "TRUNCATE search_posting"}
PORTION = 500  # blocks of one statement


def create() -> None:
    """An empty table; one that was left behind goes."""
    _run(f"DROP TABLE IF EXISTS {NEW}", *(sql.format(name=NEW) for sql in CREATE[connection.vendor]))


def fill(rows: Rows) -> None:
    """Adds the blocks of rows in the order of the key, whose terms are not there yet."""
    made = pack(rows)
    with connection.cursor() as cursor:
        while portion := list(islice(made, PORTION)):
            marks = ", ".join(["(%s, %s)"] * len(portion))
            sql = f"INSERT INTO {NEW} (first, packed) VALUES {marks}"  # noqa: S608
            cursor.execute(sql, [value for block in portion for value in block])


def hold() -> None:
    """Inside a transaction: from now on nobody else writes an entry; searching goes on."""
    _run(HOLD[connection.vendor])


def take_place() -> None:
    """Inside a transaction: the new table for the old one."""
    _run(f"DROP TABLE {NAME}", f"ALTER TABLE {NEW} RENAME TO {NAME}", RENAME[connection.vendor])


def clear_rows() -> None:
    """Empties the table of rows at once, however large it is."""
    _run(CLEAR[connection.vendor])


def _run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in filter(None, statements):
            cursor.execute(statement)
