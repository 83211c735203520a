"""What an address leaves behind in the database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

ADDED = re.compile(r'\s*(?:INSERT(?: OR \w+)?|REPLACE) INTO\s+"?(\w+)', re.IGNORECASE)
CHANGED = re.compile(r'\s*(?:UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
MARK = re.compile(r'(SAVEPOINT|ROLLBACK TO SAVEPOINT) "(\w+)"')
# What any request may write: the session with its messages, who has a form open and hears of its comments.
BOOKKEEPING = {"django_session", "wagtailadmin_editingsession", "wagtailcore_pagesubscription"}


class Writes:
    """Tables in which a row was changed, without what a rollback took back."""

    def __init__(self) -> None:
        self.tables: list[str] = []
        self.marks: dict[str, int] = {}

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        result = execute(sql, params, many, context)
        if mark := MARK.match(sql):
            self.mark(*mark.groups())
        elif write := ADDED.match(sql) or (context["cursor"].rowcount and CHANGED.match(sql)):
            self.tables += {write[1]} - BOOKKEEPING
        return result

    def mark(self, word: str, name: str) -> None:
        if word == "SAVEPOINT":
            self.marks[name] = len(self.tables)
        else:
            del self.tables[self.marks[name] :]


@contextmanager
def written() -> Iterator[list[str]]:
    """The tables written to inside."""
    writes = Writes()
    with connection.execute_wrapper(writes):
        yield writes.tables
