"""All that steers one site, ready for use in each process; one statement says whether it is still so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import cached_property

from search.steering.models import Curation, SteeringVersion, Synonym, wording
from search.text import Syllable

Key = tuple[str, ...]
MOST_OTHERS = 8  # wordings looked for beside one that is typed


class Known(NamedTuple):
    """A wording editors wrote and what is looked for beside it."""

    accented: Key
    others: list[str]


class Chosen(NamedTuple):
    """Pages that come first and pages that never come, by number, for some days."""

    promoted: tuple[int, ...]
    excluded: frozenset[int]
    first: date
    last: date


@dataclass(frozen=True)
class Table:
    """Synonyms and chosen results by folded syllables."""

    synonyms: dict[Key, list[Known]] = field(default_factory=dict)
    curations: dict[Key, list[Chosen]] = field(default_factory=dict)

    @cached_property
    def longest(self) -> int:
        """Syllables of the longest wording."""
        return max(map(len, self.synonyms), default=0)

    def others(self, typed: Sequence[Syllable], accented: bool) -> list[str]:
        """What is looked for beside these syllables; accents that were typed must agree."""
        known = self.synonyms.get(tuple(syllable.folded for syllable in typed), ())
        asked = tuple(syllable.accented for syllable in typed)
        rows = [row.others for row in known if not accented or row.accented == asked]
        return list(dict.fromkeys(other for row in rows for other in row))[:MOST_OTHERS]

    def chosen(self, typed: Iterable[Syllable], day: date | None = None) -> Chosen | None:
        """What editors chose for just this question on `day`, by default today."""
        day = day or timezone.localdate()
        rows = self.curations.get(tuple(syllable.folded for syllable in typed), ())
        return next((row for row in rows if row.first <= day <= row.last), None)


NOTHING = Table()
_tables: dict[int, tuple[str, Table]] = {}


def current(site_id: int | None) -> Table:
    """What steers the site now: one statement, and three more after a change."""
    mark = SteeringVersion.objects.values_list("mark", flat=True).first() if site_id else None
    if site_id is None or mark is None:
        return NOTHING
    known = _tables.get(site_id)
    if known is None or known[0] != mark:
        known = _tables[site_id] = mark, Table(_synonyms(site_id), _curations(site_id))
    return known[1]


def _synonyms(site_id: int) -> dict[Key, list[Known]]:
    groups: dict[tuple[Syllable, ...], list[str]] = defaultdict(list)
    for row in Synonym.objects.filter(site=site_id, is_active=True):
        for word, other in row.expansions():
            groups[wording(word)].append(other)
    table: dict[Key, list[Known]] = defaultdict(list)
    for words, others in groups.items():
        known = Known(tuple(syllable.accented for syllable in words), others)
        table[tuple(syllable.folded for syllable in words)].append(known)
    return dict(table)


def _curations(site_id: int) -> dict[Key, list[Chosen]]:
    table: dict[Key, list[Chosen]] = defaultdict(list)
    for row in Curation.objects.filter(site=site_id).prefetch_related("promoted", "excluded"):
        promoted = tuple(chosen.page_id for chosen in row.promoted.all())
        excluded = frozenset(chosen.page_id for chosen in row.excluded.all())
        chosen = Chosen(promoted, excluded, row.valid_from or date.min, row.valid_to or date.max)
        for key in row.keys():  # noqa: SIM118 not a dictionary
            table[key].append(chosen)
    return dict(table)
