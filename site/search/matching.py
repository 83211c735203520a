"""The match set of a question, ranked: one statement, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import F
from django.utils import timezone

from search import statistics
from search.coefficients import current
from search.models import Corpus, Entry, EntryQuerySet
from search.number_questions import numbered
from search.query import DATE, RELEVANCE, TITLE, Query
from search.steering.widening import Term, Widened, widen
from search.terms import Asked, query_terms

SHARE = 0.35  # of the question's weight: an entry that covers it is a match
NEAR = 0.35  # of what the best entry covers: enough, too, for long questions of which no entry covers much
FLOOR = 0.06  # of the question's weight: never less than this
BUDGET = 30_000  # postings read for one question; the most frequent terms are left out first
UNKNOWN = 0.5  # part of its weight that a word nobody wrote counts for: most are slips of the finger
EXACT = 1_000  # weights are thousandths

DATED = "(SELECT date FROM search_entry WHERE id = entry_id) DESC NULLS LAST"
ORDERS = {
    RELEVANCE: f"score DESC, {DATED}, entry_id DESC",
    DATE: f"{DATED}, score DESC, entry_id DESC",
    TITLE: "(SELECT title_key FROM search_entry WHERE id = entry_id), entry_id",
}
# Entries are looked up one by one, by their key: joined, PostgreSQL would read all of them for a few hundred.
RANKED = """
WITH asked(term, worth, cover, side) AS (VALUES {asked}),
found(entry_id, score, cover) AS (
    SELECT posting.entry_id, SUM(posting.weight * asked.worth), {cover}
    FROM asked CROSS JOIN search_posting AS posting WHERE posting.term = asked.term
    GROUP BY posting.entry_id HAVING {cover} >= %s),
seen AS (
    SELECT found.*, (
        SELECT entry.kind FROM search_entry AS entry WHERE entry.id = found.entry_id
        AND (%s IS NULL OR entry.site_id = %s)
        AND (entry.visible_from IS NULL OR entry.visible_from <= %s)
        AND (entry.visible_until IS NULL OR entry.visible_until > %s)) AS kind
    FROM found)
SELECT entry_id, kind, score FROM seen WHERE kind IS NOT NULL
AND (cover >= %s OR cover >= %s * (SELECT MAX(cover) FROM seen WHERE kind IS NOT NULL))
ORDER BY {order}"""


class Match(NamedTuple):
    entry_id: int
    kind: str
    score: int = 0
    chosen: bool = False  # by editors, for this question


class Weighed(NamedTuple):
    """A question against the corpus: the terms to search, and the weight of each of its terms that occurs.

    `numbered` says that a number it names is held.
    """

    terms: list[Term]
    weights: Mapping[int, float]
    numbered: bool
    corpus: Corpus


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
    found = _ranked(query, widened, weighed.terms) if weighed.terms else []
    return Matched(found, None if weighed.numbered else weighed)


def _listed(query: Query, entries: EntryQuerySet) -> list[Match]:
    entries = entries.visible()
    entries = entries.filter(site=query.site) if query.site else entries
    entries = entries.filter(kind__in=query.kinds) if query.bound else entries
    order = ["title_key", "pk"] if query.sort == TITLE else [F("date").desc(nulls_last=True), "-pk"]
    return [Match(*row) for row in entries.order_by(*order).values_list("pk", "kind")]


def weigh(asked: Asked) -> Weighed:
    """The terms of a question that are searched, and what each of its terms weighs that occurs."""
    corpus = statistics.corpus()
    total = corpus.entries
    frequencies = statistics.frequencies(asked.worths)
    occurring = {term: frequencies.get(term, 0) for term in asked.worths}
    weights = {
        term: _weight(asked.words.get(term, ()), entries, total) for term, entries in occurring.items()
    }
    chosen = _affordable(occurring, asked.worths, total) if total > statistics.SMALL else list(asked.worths)
    terms = [_term(term, asked, weights[term], known=bool(occurring[term])) for term in chosen]
    held = any(term in frequencies for term in asked.own)
    return Weighed(terms, {term: weights[term] for term in frequencies}, held, corpus)


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


def _weight(words: Sequence[str], entries: int, total: int) -> float:
    idf = statistics.idf(entries, total)
    return idf * current().weight(words, idf)


def _term(term: int, asked: Asked, weight: float, *, known: bool) -> Term:
    worth, cover = asked.worths[term] * weight, asked.covers.get(term, 0) * weight * (1 if known else UNKNOWN)
    return Term(term, max(round(EXACT * worth), 1), round(EXACT * cover))


def _ranked(query: Query, widened: Widened, terms: list[Term]) -> list[Match]:
    rows = widened.sided(terms)
    whole = widened.whole(rows)
    site, now = query.site and query.site.pk, timezone.now()
    sql = RANKED.format(
        asked=", ".join(["(%s, %s, %s, %s)"] * len(rows)),
        cover=widened.cover,
        order=ORDERS.get(query.sort, ORDERS[RELEVANCE]),
    )
    values: list[Any] = [value for row in rows for value in row]
    with connection.cursor() as cursor:
        cursor.execute(
            sql, [*values, round(FLOOR * whole), site, site, *_moments(now), round(SHARE * whole), NEAR]
        )
        return [Match(*row) for row in cursor.fetchall()]


def _moments(now: datetime) -> list[Any]:
    return [connection.ops.adapt_datetimefield_value(now)] * 2
