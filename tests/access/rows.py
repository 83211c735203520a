"""A row of the matrix: an address, what is sent to it, and who gets through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from agency import request_memory
from tests.access.writing import written
from tests.world import ROLES, VISITOR, World

EVERYBODY = frozenset(ROLES)
OFFICIALS = EVERYBODY - {VISITOR}
EDITING = OFFICIALS - {"congtacvien", "truongphong"}
LOCKING = EDITING - {"bientap"}
PUBLISHING = frozenset({"xuatban", "quantri"})
TAKING_DOWN = PUBLISHING | {"truongban"}
ADMIN = frozenset({"quantri"})
NOBODY: frozenset[str] = frozenset()
STEERING = TAKING_DOWN | {"kiemduyet"}  # read what readers search for, and act on it
WRITER = frozenset({"congtacvien"})  # the owner of the drafts in `tests.world`
DECIDING = frozenset({"truongphong"})  # whose stage the submitted page has reached
OVERSEEING = PUBLISHING | {"truongban", "kiemduyet", "bientap"}  # run the portal or sit on its board


@dataclass(frozen=True, eq=False)
class Row:
    """An address by its name and its arguments (things of the world, else literals), and who gets through.

    Values of `data` are named in the same way, and `form` is a thing that holds more of them. With `changes`
    those who may leave something changed; with `told` the others are told why in the form they sent.
    """

    name: str
    may: frozenset[str]
    things: tuple[str, ...] = ()
    method: str = "get"
    data: dict[str, str] = field(default_factory=dict)
    query: str = ""
    form: str = ""
    changes: bool = False
    told: bool = False

    def url(self, world: World) -> str:
        return reverse(self.name, args=[world.key(name) for name in self.things]) + self.query

    def sent(self, world: World) -> dict[str, Any]:
        held = world.things[self.form] if self.form else {}
        return held | {name: world.key(value) for name, value in self.data.items()}

    def ask(self, world: World, role: str) -> HttpResponse:
        return getattr(world.clients[role], self.method)(self.url(world), self.sent(world))


def row(name: str, may: frozenset[str], *things: str, **more: Any) -> Row:
    return Row(name, may, things, **more)


def answer(response: HttpResponse) -> str:
    """In words: "in", "login" (asked to log in), "refused", "absent", or the status of anything else."""
    if response.status_code in (301, 302):
        if "/login/" in response["Location"]:
            return "login"
        return "refused" if response["Location"] == "/quan-tri/" else "in"
    return {200: "in", 403: "refused", 404: "absent"}.get(response.status_code, str(response.status_code))


def said(row: Row, world: World, role: str) -> tuple[str, list[str]]:
    """The answer and the tables it wrote to, with whatever it did undone."""
    assert world.clients[role]  # logged in before the mark
    mark = transaction.savepoint()
    with written() as tables:
        word = answer(row.ask(world, role))
    transaction.savepoint_rollback(mark)
    if tables:
        cache.clear()
        request_memory.forget()
    return word, tables


def fits(row: Row, role: str, word: str, tables: list[str] | None = None) -> bool:
    """Whether the answer is what the matrix says; a visitor is asked to log in before anything is refused."""
    if role in row.may:
        return word == "in" and (bool(tables) or not row.changes)
    refusals = {"login", "absent"} if role == VISITOR else {"refused", "absent"}
    if row.told and role != VISITOR:
        refusals.add("in")
    return word in refusals and (row.method == "get" or not tables)


def wrong(rows: Iterable[Row], world: World, roles: Iterable[str]) -> list[str]:
    """What is answered otherwise than the rows say, a line for each."""
    faults = []
    for row, role in product(rows, roles):
        word, tables = said(row, world, role)
        if not fits(row, role, word, tables):
            faults.append(" ".join([role, row.method, row.name, *row.things, "->", word, *tables]))
    return faults
