"""The best hundred of a question put in order by factors that a sum over postings cannot see ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np

from search import asked, kinds, statistics
from search.among import among
from search.coefficients import Coefficients, current
from search.factors import Comparison, Question, measure
from search.matching import Match, Weighed
from search.models import EntryTokens
from search.query import Query
from search.text import syllables
from search.tokens import Tokens

MOST = 100  # entries that are compared; fifty would be nearly as good
OF_KIND = 30  # so many of each kind among them or beside them: one kind may speak of everything
YEAR, DECADE = 2015, 10
WORDINGS = 3  # of a question, by its synonyms and new names, that are compared
OTHER_WORDS = 0.5  # of a score: who types a word may mean just it

Factors = dict[str, np.ndarray]


def reorder(query: Query, weighed: Weighed, found: Sequence[Match]) -> list[Match]:
    """`found`, best first, with its first hundred, and the first of each kind, in their final order.

    What editors chose stays before them. Of the question as typed and in other words the best counts.
    """
    chosen, rest = [one for one in found if one.chosen], [one for one in found if not one.chosen]
    head = candidates(rest)
    scores: dict[Match, float] = {}
    for wording in worded(query, weighed, head):
        for match, value in zip(wording.found, wording.scores, strict=True):
            scores[match] = max(scores.get(match, -np.inf), value)
    ranked = sorted(scores, key=lambda match: -scores[match])
    return [*chosen, *ranked, *(match for match in rest if match not in scores)]


class Worded(NamedTuple):
    """One wording of a question: those that were compared by it, their factors and scores."""

    words: str
    found: list[Match]
    factors: Factors
    scores: np.ndarray
    less: float


def worded(query: Query, weighed: Weighed, found: Sequence[Match]) -> Iterator[Worded]:
    """`found` compared by the question as typed, then by those that other words make of it."""
    for number, words in enumerate([query.words, *query.steering.questions[:WORDINGS]]):
        compared, factors = compare(words, weighed, found)
        less = OTHER_WORDS if number else 0.0
        yield Worded(words, compared, factors, score(factors, compared, current()) - less, less)


def candidates(found: Sequence[Match]) -> list[Match]:
    """Those of `found` that are compared, in their order."""
    chosen = list(found[:MOST])
    seen = Counter(match.kind for match in chosen)
    for match in found[MOST:]:
        if seen[match.kind] < OF_KIND:
            seen[match.kind] += 1
            chosen.append(match)
    return chosen


def compare(words: str, weighed: Weighed, found: Sequence[Match]) -> tuple[list[Match], Factors]:
    """Those of `found` whose tokens are stored, and their factors."""
    columns = ("entry_id", "packed", "signals", "entry__date")
    rows = EntryTokens.objects.filter(entry__in=among(match.entry_id for match in found)).values_list(
        *columns
    )
    stored = {row[0]: row[1:] for row in rows}
    kept = [match for match in found if match.entry_id in stored]
    question = Question(words, weighed.weights)
    if not kept or not len(question.folded):
        return [], {}
    packed, signals, dates = zip(*(stored[match.entry_id] for match in kept), strict=True)
    factors = measure(Comparison(question, Tokens(packed)), statistics.idf_of_numbers(weighed.corpus))
    return kept, factors | _first(kept) | _age(dates) | _signals(signals, words) | _kinds(kept, words)


def score(factors: Factors, found: Sequence[Match], coefficients: Coefficients) -> np.ndarray:
    """The sum of all factors as they count for each candidate's kind."""
    like = [kinds.get(match.kind).like for match in found]
    places = {kind: place for place, kind in enumerate(dict.fromkeys(like))}
    at = np.array([places[kind] for kind in like], int)
    total = np.zeros(len(found))
    for name, values in factors.items():
        total += values * np.array([coefficients.factor(name, kind) for kind in places])[at]
    return total


def _first(found: Sequence[Match]) -> Factors:
    """What the sum over the postings says: of the best one's score, and the place by it."""
    scores = np.array([match.score for match in found], np.float64)
    return {"first": scores / max(scores.max(), 1), "place": 1 / np.arange(1, len(found) + 1)}


def _age(dates: Sequence[Any]) -> Factors:
    """The newer of two that say the same is the one that holds; without a date it is in the middle."""
    return {"newer": np.array([(day.year - YEAR) / DECADE if day else 0.0 for day in dates])}


def _signals(signals: Sequence[Sequence[str]], words: str) -> Factors:
    """What the types say of their entries, by itself and where the question asks for it."""
    names = {name for some in signals for name in some}
    said = {name: np.array([float(name in some) for some in signals]) for name in sorted(names)}
    return said | {f"{name} asked": said[name] for name in asked.signals(words) if name in said}


def _kinds(found: Sequence[Match], words: str) -> Factors:
    """What a kind is worth beside others, and how much the question sounds like asking for it."""
    folded = [one.folded for one in syllables(words)]
    sound = {kind: belief.of_question(folded) for kind, belief in current().kinds.items()}
    asked_for = np.array([sound.get(kinds.get(match.kind).like, 0.0) for match in found])
    return {"kind": np.ones(len(found)), "kind asked": asked_for}
