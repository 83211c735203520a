"""The `database` engine: postings summed in one statement, for SQLite and PostgreSQL alike (decision 12)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from django.utils import timezone
from wagtail.models import Site

from search.plan import Plan, plan

# The least share of the question's weight that an entry must cover to count as a match; a long question
# in whole sentences is covered by no page that far, so the next lower share is tried.
MATCH_SHARES = (0.6, 0.35, 0.15)

STATEMENT = """
WITH question (term, score, cover) AS (VALUES {rows}),
scored AS (
    SELECT p.entry_id, SUM(p.weight * q.score) AS score, SUM(q.cover) AS cover
    FROM question q CROSS JOIN search_posting p
    WHERE p.term = q.term
    GROUP BY p.entry_id
)
SELECT e.id, e.kind, s.score
FROM scored s JOIN search_entry e ON e.id = s.entry_id
WHERE s.cover >= %s AND e.site_id = %s
    AND (e.visible_from IS NULL OR e.visible_from <= %s)
    AND (e.visible_until IS NULL OR e.visible_until > %s)
ORDER BY s.score DESC, e.id DESC
"""
ROW = "(CAST(%s AS varchar(100)), CAST(%s AS double precision), CAST(%s AS double precision))"
# Sums of the same figures in another order may differ in the last digit.
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Match:
    entry_id: int
    kind: str
    score: float


def matches(text: str, site: Site) -> tuple[Plan, list[Match]]:
    """The match set of `text`, best first; wrong accents are forgiven when nothing has the right ones."""
    for share in MATCH_SHARES:
        for forgiving in (False, True):
            question = plan(text, forgiving)
            if found := look_up(question, site, share):
                return question, found
    return question, []


def look_up(question: Plan, site: Site, share: float) -> list[Match]:
    if not question.parts:
        return []
    now = adapted_now()
    values = [value for part in question.parts for value in (part.term, part.score, part.cover)]
    least = share * question.cover - TOLERANCE
    with connection.cursor() as cursor:
        statement = STATEMENT.format(rows=", ".join([ROW] * len(question.parts)))
        cursor.execute(statement, [*values, least, site.pk, now, now])
        return [Match(*row) for row in cursor.fetchall()]


def adapted_now() -> object:
    return connection.ops.adapt_datetimefield_value(timezone.now())
