"""The newest of many places in one statement: a front page has a dozen lists, each would cost a query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from search.models import EntryPlace

PART = """SELECT * FROM (
    SELECT place.*, entry.title, entry.url, {number} AS shelf
    FROM search_entryplace AS place JOIN search_entry AS entry ON entry.id = place.entry_id
    WHERE place.above_id IN ({above}) {kinds}
    ORDER BY place.published DESC, place.page_id DESC LIMIT %s) AS shelf_{number}"""


class Shelf(NamedTuple):
    """What stands below any of the pages with the numbers `above`, of these kinds, or of all."""

    above: tuple[int, ...]
    kinds: tuple[str, ...] = ()


def newest(counts: Mapping[Shelf, int]) -> dict[Shelf, list[EntryPlace]]:
    """The newest places of each shelf, as many as asked for, with the `title` and `url` of the entry."""
    found: dict[Shelf, list[EntryPlace]] = {shelf: [] for shelf in counts}
    params = [param for shelf, count in counts.items() for param in (*shelf.above, *shelf.kinds, count)]
    parts = [_part(number, shelf) for number, shelf in enumerate(counts)]
    shelves = list(counts)
    for place in EntryPlace.objects.raw(" UNION ALL ".join(parts), params) if parts else ():
        found[shelves[place.shelf]].append(place)
    return found


def _part(number: int, shelf: Shelf) -> str:
    kinds = f"AND place.kind IN ({_marks(shelf.kinds)})" if shelf.kinds else ""
    return PART.format(number=number, above=_marks(shelf.above), kinds=kinds)


def _marks(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))
