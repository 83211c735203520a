"""Matches from Elasticsearch. Its fields hold the terms Python made, so one normalisation serves both engines.

Nothing but what every installation has is asked of it: whitespace and keyword fields, BM25, constant scores.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone

from search.engines.asking import NEAR, Asking, Found
from search.query import DATE, RELEVANCE, TITLE, Query
from search.steering.widening import TYPED, Sided
from search.terms import LENGTH_SHARE, SATURATION

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

PATIENCE = 2.0  # seconds for a question; the database answers when it takes longer
EXACT = 1_000  # scores are thousandths, as those of the database
MOST = 10_000  # matches that are read: what the server gives at once
OWN = 1.9  # the weight of an entry's own number or whole title, as in the table of postings

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
        "stamp": {"type": "keyword", "index": False},
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


def found(asking: Asking) -> list[Found]:
    """Every match in the order asked for, at most ten thousand.

    Raises what the client raises when the server is away, late or answers nonsense.
    """
    cover, visible = _cover(asking), _visible(asking.query)
    best = _ask({"bool": {"must": [cover], "filter": visible}}, size=1)
    most = best["hits"]["max_score"] or 0.0
    least = max(asking.floor, min(asking.share, NEAR * most), 1)
    enough = {"function_score": {"query": cover, "boost_mode": "multiply", "min_score": least}}
    wanted = {"bool": {"should": _scores(asking), "filter": [enough, *visible]}}
    order = ORDERS.get(asking.query.sort, ORDERS[RELEVANCE])
    return [_match(hit) for hit in _ask(wanted, size=MOST, sort=order, track_scores=True)["hits"]["hits"]]


def _ask(query: Mapping[str, Any], **options: Any) -> Any:
    fields = ["entry", "kind"]
    return client().search(
        index=alias(),
        query=dict(query),
        docvalue_fields=fields,
        source=False,
        track_total_hits=False,
        **options,
    )


def _match(hit: Mapping[str, Any]) -> Found:
    [entry], [kind] = hit["fields"]["entry"], hit["fields"]["kind"]
    return Found(entry, kind, round(EXACT * (hit.get("_score") or 0.0)))


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


def _cover(asking: Asking) -> dict[str, Any]:
    """A query whose score is the weight of the question an entry covers, of each group the best side."""
    sides: dict[int, list[dict[str, Any]]] = {}
    for row in asking.rows:
        if row.cover:
            sides.setdefault(row.side, []).append(_constant("terms", row.term, row.cover))
    summed = {side: {"bool": {"should": parts, "minimum_should_match": 1}} for side, parts in sides.items()}
    groups = [[summed[side] for side in group if side in summed] for group in asking.widened.numbered()]
    parts = [summed[TYPED]] if TYPED in summed else []
    parts += [{"dis_max": {"queries": group}} for group in groups if group]
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _scores(asking: Asking) -> list[dict[str, Any]]:
    """Words by BM25, what names the entry itself by its whole weight."""
    words = asking.widened.asked.words
    return [
        _scored(row, asking.idf[row.term])
        if row.term in words
        else _constant("own", row.term, row.worth * OWN)
        for row in asking.rows
        if row.worth
    ]


def _scored(row: Sided, idf: float) -> dict[str, Any]:
    """The server multiplies by the rarity it counts itself, so ours is taken out."""
    return {"term": {"terms": {"value": str(row.term), "boost": row.worth / max(idf, 1e-3)}}}


def _constant(field: str, term: int, boost: float) -> dict[str, Any]:
    return {"constant_score": {"filter": {"term": {field: str(term)}}, "boost": boost}}
