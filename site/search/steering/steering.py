"""What editors say of one question."""

from __future__ import annotations

from dataclasses import dataclass

from search.matching import Match
from search.models import Entry
from search.query import Query
from search.steering.synonyms import Span, spans
from search.steering.table import Chosen, current
from search.text import syllables


@dataclass(frozen=True)
class Steering:
    """The parts of `query` that have synonyms, and the pages chosen for it."""

    query: Query
    spans: tuple[Span, ...] = ()
    chosen: Chosen | None = None

    @classmethod
    def of(cls, query: Query) -> Steering:
        """What steers `query` on its site; nothing steers a question without words or without a site."""
        table = current(query.site.pk if query.site and query.words else None)
        chosen = table.chosen(syllables(query.words)) if table.curations else None
        return cls(query, tuple(spans(query.words, table)), chosen)

    @property
    def synonyms(self) -> list[str]:
        """What is looked for beside the words typed."""
        return [other for span in self.spans for other in span.others]

    @property
    def promoted(self) -> tuple[int, ...]:
        """The numbers of the pages that come first, in order."""
        return self.chosen.promoted if self.chosen else ()

    def steered(self, found: list[Match]) -> list[Match]:
        """The match set with the pages chosen first, whether they match or not, and without those left out.

        What the public may not read stays out. One statement where something was chosen, else none.
        """
        if self.chosen is None:
            return found
        named = self._named()
        first = [named[page] for page in self.chosen.promoted if page in named]
        moved = {match.entry_id for match in first}
        out = {named[page].entry_id for page in self.chosen.excluded if page in named}
        return [*first, *(match for match in found if match.entry_id not in moved | out)]

    def _named(self) -> dict[int, Match]:
        """The entries of the pages named, those the public may read now."""
        pages = {*self.promoted, *(self.chosen.excluded if self.chosen else ())}
        entries = Entry.objects.visible().filter(site=self.query.site, page__in=pages)
        if self.query.bound:
            entries = entries.filter(kind__in=self.query.kinds)
        return {
            page: Match(pk, kind, chosen=True)
            for page, pk, kind in entries.values_list("page_id", "pk", "kind")
        }
