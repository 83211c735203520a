"""One result of one question taken apart, by the engine's own functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from search import counting, finding
from search.asking.answer import Answer, answered
from search.explanation import absence
from search.explanation.shares import Compared, Sum, compared, sums
from search.explanation.words import Words, words_of
from search.matching import Match, weigh
from search.models import Entry
from search.query import Query
from search.steering.widening import widen
from search.terms import query_terms

MOST_NAMED = 2  # groups of factors named in the summary


@dataclass(frozen=True)
class Explanation:
    """Why `entry` stands at `place` of `total`, counted from 1; 0 and a reason in `absence` when it does not.

    `own` and `other` are what ranking compared of it and of the entry `above`; None if it compared none.
    """

    entry: Entry
    answer: Answer
    total: int
    place: int = 0
    is_chosen: bool = False
    above: Entry | None = None
    above_is_chosen: bool = False
    words: Words | None = None
    own: Compared | None = None
    other: Compared | None = None
    sums: list[Sum] = field(default_factory=list)
    absence: str = ""

    @property
    def synonyms(self) -> list[str]:
        return self.answer.query.steering.synonyms

    @property
    def strongest(self) -> list[Sum]:
        """The groups that give the most points."""
        return sorted((one for one in self.sums if one.points > 0), key=lambda one: -one.points)[:MOST_NAMED]

    @property
    def behind(self) -> list[Sum]:
        """The groups in which the one above has more points."""
        return sorted((one for one in self.sums if self.other and one.lead < 0), key=lambda one: one.lead)

    @property
    def ahead(self) -> list[Sum]:
        """The groups in which this one has more points than the one above."""
        return sorted((one for one in self.sums if self.other and one.lead > 0), key=lambda one: -one.lead)


def explain(query: Query, entry: Entry) -> Explanation:
    """Takes the place of `entry` in the answer to `query` apart; the number of statements does not grow."""
    answer = answered(query)
    matched = counting.Filters(answer.query, answer.found).apply()
    found = finding.in_order(answer, matched)
    place = _place(entry, found)
    words = _words(answer, entry)
    if not place:
        reason = absence.with_entry(entry, query, answer, words)
        return Explanation(entry, answer, len(found), words=words, absence=reason)
    return _taken_apart(Explanation(entry, answer, len(found), place, words=words), matched, found)


def _place(entry: Entry, found: Sequence[Match]) -> int:
    return next((place for place, match in enumerate(found, 1) if match.entry_id == entry.pk), 0)


def _words(answer: Answer, entry: Entry) -> Words | None:
    """None for a question without words; a number is looked up without weighing it, that is made up for."""
    query = answer.query
    if not query.words:
        return None
    weighed = answer.weighed or weigh(widen(query.words, query.steering.spans, query_terms).asked)
    return words_of(query, weighed, entry.pk)


def _taken_apart(one: Explanation, matched: Sequence[Match], found: Sequence[Match]) -> Explanation:
    answer, own = one.answer, found[one.place - 1]
    above = found[one.place - 2] if one.place > 1 else None
    both = [match for match in (own, above) if match]
    by_entry = compared(answer.query, answer.weighed, matched, both) if answer.weighed else {}
    first, other = by_entry.get(own.entry_id), by_entry.get(above.entry_id) if above else None
    return replace(
        one,
        is_chosen=own.chosen,
        above=Entry.objects.get(pk=above.entry_id) if above else None,
        above_is_chosen=bool(above and above.chosen),
        own=first,
        other=other,
        sums=sums(first, other) if first else [],
    )
