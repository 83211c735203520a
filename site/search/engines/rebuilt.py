"""The index of the search server made again beside the one that answers, then put in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from django.utils import timezone
from elasticsearch import Elasticsearch

from search.engines.elastic import MAPPINGS, SETTINGS, alias
from search.engines.feeding import actions, asked, send
from search.engines.turns import Away, Lost, Turn, turn
from search.models import Entry, SearchServer

PORTION = 500  # entries of one request
OLDEST = 0  # the version of what a rebuild writes: every change is newer

Say = Callable[[int], object]


def rebuild(say: Say) -> int:
    """Fills a new index from all entries and moves the name to it; returns how many, `say` is told meanwhile.

    What changes meanwhile is told afterwards: nobody else tells the server anything until the end. Raises
    `Busy` and `Away`; an index that was there goes on answering.
    """
    with turn() as mine:
        name = f"{alias()}-{timezone.now():%Y%m%d%H%M%S%f}"
        try:
            _create(name)
            done = _fill(name, mine, say)
            _take_place(name)
        except Away:
            with suppress(Away), asked() as server:
                server.indices.delete(index=name, ignore_unavailable=True)
            raise
        SearchServer.objects.filter(pk=1).update(whole=True)
    return done


def require() -> None:
    """Raises `Lost` where the server has no index of ours, `Away` where it does not answer."""
    with asked() as server:
        is_there = server.indices.exists_alias(name=alias())
    if not is_there:
        raise Lost("it has no index")


def _create(name: str) -> None:
    with asked() as server:
        server.indices.create(index=name, settings={**SETTINGS, "refresh_interval": "-1"}, mappings=MAPPINGS)


def _fill(name: str, mine: Turn, say: Say) -> int:
    """A portion is made while the one before is sent."""
    done = 0
    with ThreadPoolExecutor(1) as sender:
        sending: Future[None] | None = None
        for portion in _portions():
            documents = list(actions(dict.fromkeys(portion, OLDEST), name))
            if sending:
                sending.result()
            sending = sender.submit(send, documents)
            mine.keep()
            done += len(portion)
            say(done)
        if sending:
            sending.result()
    return done


def _portions() -> Iterator[list[int]]:
    """The numbers of all entries, without holding them at once."""
    last = 0
    while ids := list(
        Entry.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:PORTION]
    ):
        yield ids
        last = ids[-1]


def _take_place(name: str) -> None:
    """The name leads to the new index from one moment to the next; older ones go."""
    with asked() as server:
        server.indices.put_settings(index=name, settings={"refresh_interval": None})
        server.indices.refresh(index=name)
        moves: list[dict[str, Any]] = [{"add": {"index": name, "alias": alias()}}]
        moves += [{"remove_index": {"index": old}} for old in indices(server) if old != name]
        server.indices.update_aliases(actions=moves)


def indices(server: Elasticsearch) -> list[str]:
    """The names of all indices of this portal; another's name may begin with its."""
    found = server.indices.get(index=f"{alias()}-*")
    return [name for name in found if re.fullmatch(rf"{re.escape(alias())}-\d{{20}}", name)]
