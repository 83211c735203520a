"""The match set of a question, ranked: one statement, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from math import log
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import F
from django.utils import timezone

from search import statistics
from search.models import Entry
from search.query import DATE, RELEVANCE, TITLE, Query
from search.steering.widening import Weighed, Widened, widen
from search.terms import Asked, query_terms

SHARE = 0.35  # of the question's weight: an entry that covers it is a match
NEAR = 0.35  # of what the best entry covers: enough, too, for long questions of which no entry covers much
FLOOR = 0.06  # of the question's weight: never less than this
BUDGET = 30_000  # postings read for one question; the most frequent terms are left out first
SMALL = 5_000  # entries up to which nothing is left out
UNKNOWN = 0.5  # part of its weight that a word nobody wrote counts for: most are slips of the finger
EXACT = 1_000  # idf in thousandths

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
SELECT entry_id, kind FROM seen WHERE kind IS NOT NULL
AND (cover >= %s OR cover >= %s * (SELECT MAX(cover) FROM seen WHERE kind IS NOT NULL))
ORDER BY {order}"""


class Match(NamedTuple):
    entry_id: int
    kind: str


def matches(query: Query) -> list[Match]:
    """Every entry the question is about, in the order asked for; all visible ones when it has no text."""
    if not query.words:
        return _listed(query)
    widened = widen(query.words, query.steering.spans, query_terms)
    terms = _weighed(widened.asked)
    return _ranked(query, widened, terms) if terms else []


def _listed(query: Query) -> list[Match]:
    entries = Entry.objects.visible()
    entries = entries.filter(site=query.site) if query.site else entries
    entries = entries.filter(kind__in=query.kinds) if query.bound else entries
    order = ["title_key", "pk"] if query.sort == TITLE else [F("date").desc(nulls_last=True), "-pk"]
    return [Match(*row) for row in entries.order_by(*order).values_list("pk", "kind")]


def _weighed(asked: Asked) -> list[Weighed]:
    """The terms that are searched. A number that is held and stands alone is searched alone."""
    frequencies = statistics.frequencies(asked.worths)
    held = [term for term in asked.own if term in frequencies]
    worths = {term: asked.worths[term] for term in held} if held and asked.only_number else asked.worths
    total = statistics.entries()
    occurring = {term: frequencies.get(term, 0) for term in worths}
    chosen = _affordable(occurring, worths) if total > SMALL else list(worths)
    return [_term(term, asked, occurring[term], total) for term in chosen]


def _affordable(entries: Mapping[int, int], worths: Mapping[int, float]) -> list[int]:
    """The terms within the budget, those first that say most for what they cost.

    The first that occurs is taken at any price, so that common words alone find too.
    """
    chosen, spent = [], 0
    for term in sorted(entries, key=lambda term: entries[term] / worths[term]):
        if not spent or spent + entries[term] <= BUDGET:
            chosen.append(term)
            spent += entries[term]
    return chosen


def _term(term: int, asked: Asked, entries: int, total: int) -> Weighed:
    idf = EXACT * log(1 + max(total - entries + 0.5, 0.5) / (entries + 0.5))
    known = 1 if entries else UNKNOWN
    return Weighed(
        term, max(round(asked.worths[term] * idf), 1), round(asked.covers.get(term, 0) * idf * known)
    )


def _ranked(query: Query, widened: Widened, terms: list[Weighed]) -> list[Match]:
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
