"""Names of places that changed: who asks for the old one finds the new one, too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

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


def former_names(typed: Sequence[Syllable], site: Site | None) -> list[Found]:
    """Where former names stand among the syllables typed, the longest that start at a place; one statement.

    Accents that were typed must agree. A name of several places counts only when the question says which,
    by what the place lay in.
    """
    typed = typed[:READ]
    known, question = _known(typed, site), " ".join(word.folded for word in typed)
    found: list[Found] = []
    start = 0
    while start < len(typed):
        there = next(_from(start, typed, known, question), None)
        found += [there] if there else []
        start = there.end if there else start + 1
    return found


def _from(
    start: int, typed: Sequence[Syllable], known: Mapping[str, Sequence[FormerName]], question: str
) -> Iterator[Found]:
    for end in range(min(start + LONGEST, len(typed)), start + SHORTEST - 1, -1):
        words = typed[start:end]
        rows = [row for row in known.get(_key(words), ()) if _agree(words, syllables(row.old))]
        if name := _one(rows, question):
            yield Found(start, end, name)


def _known(typed: Sequence[Syllable], site: Site | None) -> dict[str, list[FormerName]]:
    """What may stand there, by key. Of which site is not asked in the statement: a planner that knows nothing
    of the rows would read all that have none."""
    from search.models import FormerName  # models are not ready while Django imports the app

    keys = {
        _key(typed[start:end])
        for start in range(len(typed))
        for end in range(start + SHORTEST, min(start + LONGEST, len(typed)) + 1)
    }
    rows: dict[str, list[FormerName]] = {}
    for row in FormerName.objects.filter(key__in=keys) if keys else ():
        if site is None or row.site_id in (None, site.pk):
            rows.setdefault(row.key, []).append(row)
    return rows


def _key(words: Iterable[Syllable]) -> str:
    return " ".join(word.folded for word in words)


def _agree(typed: Sequence[Syllable], meant: Sequence[Syllable]) -> bool:
    """Whether each syllable has its accents or none."""
    return all(one.accented in other for one, other in zip(typed, meant, strict=False))


def _one(rows: Sequence[FormerName], question: str) -> Renamed | None:
    """The name all of `rows` agree on: the agency's own first, then those of a place named."""
    own = [row for row in rows if row.site_id]
    placed = [row for row in rows if any(place in question for place in row.within.split("\n") if place)]
    chosen = own or placed or rows
    names = {row.new for row in chosen}
    return Renamed(chosen[0].old, chosen[0].new) if len(names) == 1 else None
