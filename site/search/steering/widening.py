"""A question with its other wordings as terms: alternatives add to the score, the share counts the best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import NamedTuple

from search.steering.synonyms import Span
from search.terms import Asked

# Another wording in full scores this part of what the words typed would: who types a word may mean just it.
OTHER_WORTH = 0.8
TYPED = 0  # the side of what has one wording only

Side = frozenset[int]


class Term(NamedTuple):
    """A term worth searching: `worth` multiplies its weights, `cover` is its part of the question."""

    term: int
    worth: int
    cover: int


class Sided(NamedTuple):
    """A term that counts to the cover of one side; a term of several sides scores once."""

    term: int
    worth: int
    cover: int
    side: int


@dataclass(frozen=True)
class Widened:
    """`asked` holds the terms of all alternatives; `groups` which belong together, the typed ones first."""

    asked: Asked
    groups: tuple[tuple[Side, ...], ...] = ()

    def sided(self, terms: Sequence[Term]) -> list[Sided]:
        """The terms with their side; in full, each alternative covers what the typed one does."""
        weights = {found.term: found for found in terms}
        grouped = {term for group in self.groups for side in group for term in side}
        rows = [Sided(*found, TYPED) for found in terms if found.term not in grouped]
        sides = count(1)
        for group in self.groups:
            for number, side in enumerate(group):
                known = [weights[term] for term in sorted(side) if term in weights]
                part = 1.0 if not number else OTHER_WORTH
                rows += _scaled(
                    known, _cover(group[0], weights), _worth(group[0], weights) * part, next(sides)
                )
        return _scoring_once(rows)

    def whole(self, rows: Iterable[Sided]) -> int:
        """The cover of an entry that has everything: of each group the largest side."""
        covers: dict[int, int] = {}
        for row in rows:
            covers[row.side] = covers.get(row.side, 0) + row.cover
        groups = sum(max(covers.get(side, 0) for side in group) for group in self.numbered())
        return covers.get(TYPED, 0) + groups

    def numbered(self) -> list[list[int]]:
        """The numbers of the sides of each group."""
        sides = count(1)
        return [[next(sides) for _side in group] for group in self.groups]


def widen(words: str, spans: Iterable[Span], terms_of: Callable[[str], Asked]) -> Widened:
    """The terms of `words` and of each question that stands for it, as `terms_of` makes them."""
    asked = terms_of(words)
    worths, covers, said, groups = dict(asked.worths), dict(asked.covers), dict(asked.words), []
    free = set(asked.worths)
    for span in spans:
        others, rest = [terms_of(question) for question in span.questions], terms_of(span.rest).worths.keys()
        replaced = frozenset(free - rest)
        free -= replaced
        groups.append((replaced, *(frozenset(other.worths.keys() - rest) for other in others)))
        for other in others:
            worths, covers = {**other.worths, **worths}, {**other.covers, **covers}
            said |= other.words
    return Widened(replace(asked, worths=worths, covers=covers, words=said), tuple(groups))


def _cover(side: Side, weights: Mapping[int, Term]) -> int:
    return sum(weights[term].cover for term in side if term in weights)


def _worth(side: Side, weights: Mapping[int, Term]) -> int:
    return sum(weights[term].worth for term in side if term in weights)


def _scaled(terms: Sequence[Term], cover: float, worth: float, side: int) -> list[Sided]:
    """`terms` so that together they cover and score just that; as they are where that is nothing."""
    all_cover, all_worth = sum(found.cover for found in terms), sum(found.worth for found in terms)
    by_cover = cover / all_cover if cover and all_cover else 1.0
    by_worth = worth / all_worth if worth and all_worth else 1.0
    return [
        Sided(found.term, max(round(found.worth * by_worth), 1), round(found.cover * by_cover), side)
        for found in terms
    ]


def _scoring_once(rows: Iterable[Sided]) -> list[Sided]:
    """Of a term on several sides only the row of the highest worth keeps it."""
    best: dict[int, Sided] = {}
    ordered = sorted(rows, key=lambda row: -row.worth)
    for row in ordered:
        best.setdefault(row.term, row)
    return [row if best[row.term] is row else row._replace(worth=0) for row in ordered]
