"""Matches from the table of postings: one statement, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone

from search.engines.asking import NEAR, Asking, Found
from search.query import DATE, RELEVANCE, TITLE

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


def found(asking: Asking) -> list[Found]:
    """Every match, in the order asked for."""
    query, rows, now = asking.query, asking.rows, timezone.now()
    site = query.site and query.site.pk
    sql = RANKED.format(
        asked=", ".join(["(%s, %s, %s, %s)"] * len(rows)),
        cover=asking.widened.cover,
        order=ORDERS.get(query.sort, ORDERS[RELEVANCE]),
    )
    values: list[Any] = [value for row in rows for value in row]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values, asking.floor, site, site, *_moments(now), asking.share, NEAR])
        return [Found(*row) for row in cursor.fetchall()]


def _moments(now: datetime) -> list[Any]:
    return [connection.ops.adapt_datetimefield_value(now)] * 2
