"""What is known of one question: what editors say of it, and names in it that changed."""

from __future__ import annotations

from dataclasses import dataclass

from search.asking.places import Renamed, former_names
from search.matching import Match
from search.models import Entry
from search.query import Query
from search.steering.synonyms import Span, Typed
from search.steering.table import Chosen, current
from search.text import Syllable


@dataclass(frozen=True)
class Steering:
    """The parts of `query` that have other wordings, and the pages chosen for it."""

    query: Query
    spans: tuple[Span, ...] = ()
    chosen: Chosen | None = None

    @classmethod
    def of(cls, query: Query) -> Steering:
        """What steers `query` on its site; editors say nothing of one without words or without a site."""
        table = current(query.site.pk if query.site and query.words else None)
        typed = Typed(query.words)
        names = [] if query.literal else former_names(typed.syllables, query.site)
        chosen = table.chosen(typed.syllables) if table.curations else None
        return cls(query, tuple(typed.spans(names, table)), chosen)

    @property
    def wordings(self) -> list[str]:
        """What is looked for beside the words typed: synonyms and new names."""
        return [other for span in self.spans for other in span.others]

    @property
    def questions(self) -> list[str]:
        """The question with one part in other words; new names come first."""
        names_first = sorted(self.spans, key=lambda span: span.renamed is None)
        return [question for span in names_first for question in span.questions]

    @property
    def synonyms(self) -> list[str]:
        """Of these, what editors say."""
        return [other for span in self.spans if not span.renamed for other in span.others]

    @property
    def renamed(self) -> tuple[Renamed, ...]:
        """The names that changed, each once."""
        return tuple(dict.fromkeys(span.renamed for span in self.spans if span.renamed))

    @property
    def names_typed(self) -> set[tuple[Syllable, ...]]:
        """The same as they were typed."""
        return {span.typed for span in self.spans if span.renamed}

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
