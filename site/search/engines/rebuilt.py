"""The index of the search server made again beside the one that answers, then put in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.utils import timezone

from search import outbox
from search.engines.elastic import MAPPINGS, SETTINGS, alias, client
from search.engines.feeding import PATIENCE, actions, send
from search.models import Entry

PORTION = 500  # entries of one request

Say = Callable[[int], object]


def rebuild(say: Say) -> None:
    """Fills a new index from all entries and moves the name to it; `say` is told how many are done.

    What changes meanwhile is told afterwards, under a higher number. Raises `feeding.Away`; the old index
    then goes on answering.
    """
    before = outbox.newest()
    name = f"{alias()}-{timezone.now():%Y%m%d%H%M%S%f}"
    _create(name)
    done = 0
    for portion in _portions():
        send(actions(dict.fromkeys(portion, before), name))
        done += len(portion)
        say(done)
    _take_place(name)
    outbox.forget(before)


def ensure() -> None:
    """Makes an empty index where there is none, so that changes can be told."""
    if not client().indices.exists(index=alias()):
        name = f"{alias()}-{timezone.now():%Y%m%d%H%M%S%f}"
        _create(name)
        _take_place(name)


def _create(name: str) -> None:
    client().options(request_timeout=PATIENCE).indices.create(
        index=name, settings=SETTINGS, mappings=MAPPINGS
    )


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
    old = [index for index in client().indices.get(index=f"{alias()}-*") if index != name]
    moves: list[dict[str, Any]] = [{"add": {"index": name, "alias": alias()}}]
    moves += [{"remove_index": {"index": index}} for index in old]
    client().options(request_timeout=PATIENCE).indices.update_aliases(actions=moves)
