"""Names of places that changed: who asks for the old one finds the new one, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Q

from search.text import Syllable, syllables

if TYPE_CHECKING:
    from wagtail.models import Site

    from search.models import FormerName

SHORTEST, LONGEST = 2, 8  # syllables of a name
READ = 40  # syllables of a question


class Renamed(NamedTuple):
    """`old` is now called or belongs to `new`."""

    old: str
    new: str


class Found(NamedTuple):
    """A former name at `start` to `end` among the syllables of a question."""

    start: int
    end: int
    name: Renamed


def renamed(words: str, site: Site | None) -> tuple[Renamed, ...]:
    """The names in `words` that changed, each once."""
    return tuple(dict.fromkeys(found.name for found in former_names(syllables(words), site)))


def former_names(words: Sequence[Syllable], site: Site | None) -> list[Found]:
    """Where former names stand among `words`, the longest that start at a place; one statement.

    A name of several places counts only when the question says which, by what the place lay in.
    """
    folded = [word.folded for word in words[:READ]]
    known = _known(folded, site)
    found: list[Found] = []
    start = 0
    while start < len(folded):
        there = next(_from(start, folded, known), None)
        found += [there] if there else []
        start = there.end if there else start + 1
    return found


def _from(start: int, folded: Sequence[str], known: Mapping[str, Sequence[FormerName]]) -> Iterator[Found]:
    for end in range(min(start + LONGEST, len(folded)), start + SHORTEST - 1, -1):
        rows = known.get(" ".join(folded[start:end]), [])
        if name := _one(rows, " ".join(folded)):
            yield Found(start, end, name)


def _known(folded: Sequence[str], site: Site | None) -> dict[str, list[FormerName]]:
    from search.models import FormerName  # models are not ready while Django imports the app

    keys = {
        " ".join(folded[start:end])
        for start in range(len(folded))
        for end in range(start + SHORTEST, min(start + LONGEST, len(folded)) + 1)
    }
    rows: dict[str, list[FormerName]] = {}
    mine = Q(site__isnull=True) | Q(site=site) if site else Q()
    for row in FormerName.objects.filter(mine, key__in=keys) if keys else ():
        rows.setdefault(row.key, []).append(row)
    return rows


def _one(rows: Sequence[FormerName], question: str) -> Renamed | None:
    """The name all of `rows` agree on: the agency's own first, then those of a place named."""
    own = [row for row in rows if row.site_id]
    placed = [row for row in rows if any(place in question for place in row.within.split("\n") if place)]
    chosen = own or placed or rows
    names = {row.new for row in chosen}
    return Renamed(chosen[0].old, chosen[0].new) if len(names) == 1 else None
