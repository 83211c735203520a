"""The match set of a question in its first order, whatever engine finds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from search import statistics
from search.coefficients import current
from search.engines import chosen
from search.engines.asking import Asking, Match, shown
from search.models import Corpus, Entry, EntryQuerySet
from search.number_questions import numbered
from search.postings.listings import Listings
from search.query import Query
from search.steering.widening import Term, widen
from search.terms import Asked, query_terms

BUDGET = 25_000  # postings read for one question; the most frequent terms are left out first
UNKNOWN = 0.5  # part of its weight that a word nobody wrote counts for: most are slips of the finger
EXACT = 1_000  # weights are thousandths


class Weighed(NamedTuple):
    """A question against the corpus: the terms to search, and the weight of each of its terms that occurs.

    `numbered` says that a number it names is held; `idf` how rare each of its terms is, `listings` what was
    read of their postings.
    """

    terms: list[Term]
    weights: Mapping[int, float]
    numbered: bool
    corpus: Corpus
    idf: Mapping[int, float]
    listings: Listings


class Matched(NamedTuple):
    """The match set in order; what was weighed where ranking has something to add."""

    found: list[Match]
    weighed: Weighed | None = None


def matches(query: Query) -> Matched:
    """Every entry the question is about, in the order asked for; all visible ones when it has no text."""
    if not query.words:
        return Matched(_listed(query, Entry.objects.all()))
    found = _numbered(query)
    return Matched(found) if found else _worded(query)


def _numbered(query: Query) -> list[Match]:
    """What has the number that is asked for and nothing beside it, newest first."""
    ways = (_listed(query, entries) for entries in numbered(query.words))
    return next((found for found in ways if found), [])


def _worded(query: Query) -> Matched:
    widened = widen(query.words, query.steering.spans, query_terms)
    weighed = weigh(widened.asked)
    asking = Asking(query, widened, widened.sided(weighed.terms), weighed.idf, weighed.listings)
    found = chosen.found(asking) if weighed.terms else []
    return Matched(found, None if weighed.numbered else weighed)


def _listed(query: Query, entries: EntryQuerySet) -> list[Match]:
    return [Match(*row) for row in shown(query, entries).values_list("pk", "kind")]


def weigh(asked: Asked) -> Weighed:
    """The terms of a question that are searched, and what each of its terms weighs that occurs."""
    corpus = statistics.corpus()
    total = corpus.entries
    listings = Listings()
    frequencies = listings.counts(asked.worths)
    occurring = {term: frequencies.get(term, 0) for term in asked.worths}
    idf = {term: statistics.idf(entries, total) for term, entries in occurring.items()}
    weights = {term: idf[term] * current().weight(asked.words.get(term, ()), idf[term]) for term in idf}
    is_small = total <= statistics.SMALL
    searched = list(asked.worths) if is_small else _affordable(occurring, asked.worths, total)
    terms = [_term(term, asked, weights[term], known=bool(occurring[term])) for term in searched]
    held = any(term in frequencies for term in asked.own)
    return Weighed(terms, {term: weights[term] for term in frequencies}, held, corpus, idf, listings)


def _affordable(entries: Mapping[int, int], worths: Mapping[int, float], total: int) -> list[int]:
    """The terms within the budget, those first that say most for what they cost; none that stand everywhere.

    The first that occurs is taken at any price, so that common words alone find too.
    """
    chosen, spent = [], 0
    for term in sorted(entries, key=lambda term: entries[term] / worths[term]):
        if not spent or (spent + entries[term] <= BUDGET and entries[term] <= statistics.EVERYWHERE * total):
            chosen.append(term)
            spent += entries[term]
    return chosen


def _term(term: int, asked: Asked, weight: float, *, known: bool) -> Term:
    worth, cover = asked.worths[term] * weight, asked.covers.get(term, 0) * weight * (1 if known else UNKNOWN)
    return Term(term, max(round(EXACT * worth), 1), round(EXACT * cover))
