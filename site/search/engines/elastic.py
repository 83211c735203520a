"""Matches from Elasticsearch. Its fields hold the terms Python made, so one normalisation serves both engines.

Nothing but what every installation has is asked of it: whitespace and keyword fields, BM25, constant scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.utils import timezone

from search.query import DATE, RELEVANCE, TITLE, Query
from search.terms import LENGTH_SHARE, SATURATION

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

    from search.steering.widening import Sided, Widened

PATIENCE = 2.0  # seconds for a question; the database answers when it takes longer
MOST = 10_000  # matches that are read: what the server gives at once
OWN_TIMES = 1.9  # the weight of an entry's own number or whole title, as in the table of postings

SETTINGS = {
    "number_of_shards": 1,
    "number_of_replicas": 0,
    "similarity": {"postings": {"type": "BM25", "k1": SATURATION, "b": LENGTH_SHARE}},
}
MAPPINGS = {
    "dynamic": "strict",
    "_source": {"enabled": False},
    "properties": {
        "terms": {
            "type": "text",
            "analyzer": "whitespace",
            "similarity": "postings",
            "index_options": "freqs",
        },
        "own": {"type": "keyword", "doc_values": False},
        "entry": {"type": "long", "index": False},
        "site": {"type": "integer"},
        "kind": {"type": "keyword"},
        "date": {"type": "date"},
        "title_key": {"type": "keyword"},
        "visible_from": {"type": "date"},
        "visible_until": {"type": "date"},
    },
}
ORDERS: dict[str, list[Any]] = {
    RELEVANCE: ["_score", {"date": {"order": "desc", "missing": "_last"}}, {"entry": "desc"}],
    DATE: [{"date": {"order": "desc", "missing": "_last"}}, "_score", {"entry": "desc"}],
    TITLE: [{"title_key": "asc"}, {"entry": "asc"}],
}


@cache
def client() -> Elasticsearch:
    from elasticsearch import Elasticsearch

    return Elasticsearch(settings.ELASTICSEARCH_URL, request_timeout=PATIENCE, max_retries=0)


def alias() -> str:
    """The name under which the index is asked; a rebuild moves it to a new one."""
    return settings.ELASTICSEARCH_INDEX


class Shares(NamedTuple):
    """Covers an entry must reach: `share`, or `near` times the best one's; never less than `floor`."""

    share: float
    near: float
    floor: float


def found(query: Query, widened: Widened, rows: list[Sided], shares: Shares) -> list[tuple[int, str, int]]:
    """Entry, kind and score of every match, in the order asked for; at most ten thousand.

    Raises what the client raises when the server is away, late or answers nonsense.
    """
    cover, visible = _cover(widened, rows), _visible(query)
    best = _ask({"bool": {"must": [cover], "filter": visible}}, size=1)
    most = best["hits"]["max_score"] or 0.0
    least = max(shares.floor, min(shares.share, shares.near * most))
    enough = {"function_score": {"query": cover, "boost_mode": "multiply", "min_score": max(least, 1e-6)}}
    asked = {"bool": {"should": _scores(widened, rows), "filter": [enough, *visible]}}
    answer = _ask(asked, size=MOST, sort=ORDERS.get(query.sort, ORDERS[RELEVANCE]), track_scores=True)
    return [_match(hit) for hit in answer["hits"]["hits"]]


def _ask(query: Mapping[str, Any], **options: Any) -> Any:
    fields = ["entry", "kind"]
    return client().search(
        index=alias(), query=dict(query), docvalue_fields=fields, source=False, track_total_hits=False, **options
    )


def _match(hit: Mapping[str, Any]) -> tuple[int, str, int]:
    [entry], [kind] = hit["fields"]["entry"], hit["fields"]["kind"]
    return entry, kind, round(1000 * (hit.get("_score") or 0.0))


def _visible(query: Query) -> list[dict[str, Any]]:
    """What the public may read now, of the site and the kinds asked for."""
    now = timezone.now().isoformat()
    filters: list[dict[str, Any]] = [
        {"bool": {"must_not": [{"range": {"visible_from": {"gt": now}}}]}},
        {"bool": {"must_not": [{"range": {"visible_until": {"lte": now}}}]}},
    ]
    filters += [{"term": {"site": query.site.pk}}] if query.site else []
    filters += [{"terms": {"kind": sorted(query.kinds)}}] if query.bound else []
    return filters


def _cover(widened: Widened, rows: Iterable[Sided]) -> dict[str, Any]:
    """A query whose score is the weight of the question an entry covers, of each group the best side."""
    sides: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        if row.cover:
            sides.setdefault(row.side, []).append(_constant("terms", row.term, row.cover))
    summed = {side: {"bool": {"should": parts, "minimum_should_match": 1}} for side, parts in sides.items()}
    groups = [[summed[side] for side in group if side in summed] for group in widened.numbered]
    parts = [summed[TYPED]] if TYPED in summed else []
    parts += [{"dis_max": {"queries": group}} for group in groups if group]
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _scores(widened: Widened, rows: Iterable[Sided]) -> list[dict[str, Any]]:
    """Words by BM25, what names the entry itself by its whole weight."""
    words = widened.asked.words
    return [_scored(row, by_words=row.term in words) for row in rows if row.worth]


def _scored(row: Sided, *, by_words: bool) -> dict[str, Any]:
    if not by_words:
        return _constant("own", row.term, row.worth * OWN_TIMES)
    return {"term": {"terms": {"value": str(row.term), "boost": row.worth}}}


def _constant(field: str, term: int, boost: float) -> dict[str, Any]:
    return {"constant_score": {"filter": {"term": {field: str(term)}}, "boost": boost}}
