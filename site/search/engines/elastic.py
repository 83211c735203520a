"""Matches from Elasticsearch. Its fields hold the terms Python made: one normalisation serves both engines.

Nothing but what every installation has is asked of it: whitespace and keyword fields, BM25, constant scores.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from django.conf import settings
from django.utils import timezone

from search.engines.asking import Asking, Match
from search.query import DATE, RELEVANCE, TITLE, Query
from search.steering.widening import TYPED, Sided
from search.terms import LENGTH_SHARE, SATURATION

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

EXACT = 1_000  # scores are thousandths, as those of the database
TERM_BYTES, LETTERS = 6, 8
MOST = 10_000  # matches that are read: more than this only words that stand everywhere have
FULL = 1.9  # the weight of a term that stands in an entry without end, as in the table of postings

SETTINGS = {
    "number_of_shards": 1,
    "auto_expand_replicas": "0-1",
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
READ = ["took", "hits.max_score", "hits.hits._score", "hits.hits.fields"]  # of an answer
ORDERS: dict[str, list[Any]] = {
    RELEVANCE: ["_score", {"date": {"order": "desc", "missing": "_last"}}, {"entry": "desc"}],
    DATE: [{"date": {"order": "desc", "missing": "_last"}}, "_score", {"entry": "desc"}],
    TITLE: [{"title_key": "asc"}, {"entry": "asc"}],
}


def client() -> Elasticsearch:
    """The client of the server that is set; it waits for an answer as long as a question may."""
    return _client(settings.ELASTICSEARCH_URL).options(request_timeout=settings.ELASTICSEARCH_PATIENCE)


@cache
def _client(url: str) -> Elasticsearch:
    from elasticsearch import Elasticsearch

    return Elasticsearch(url, max_retries=0)


def alias() -> str:
    """The name under which the index is asked; a rebuild moves it to a new one."""
    return settings.ELASTICSEARCH_INDEX


def found(asking: Asking) -> list[Match]:
    """The first ten thousand matches in the order asked for.

    Raises what the client raises when the server is away or late, `LookupError`, `TypeError` or `ValueError`
    when it answers nonsense.
    """
    cover, visible = _cover(asking), _visible(asking.query)
    best = _ask({"bool": {"must": [cover], "filter": visible}}, size=1)
    most = best.get("max_score") or 0.0
    least = max(asking.least(most), 1)
    enough = {"function_score": {"query": cover, "boost_mode": "multiply", "min_score": least}}
    wanted = {"bool": {"should": _scores(asking), "filter": [enough, *visible]}}
    order = ORDERS.get(asking.query.sort, ORDERS[RELEVANCE])
    hits = _ask(wanted, size=MOST, sort=order, track_scores=True).get("hits", [])
    return [_match(hit) for hit in hits]


def _ask(query: Mapping[str, Any], **options: Any) -> Any:
    """The hits of an answer that is whole; empty parts are left out of it."""
    answer = client().search(
        index=alias(),
        query=dict(query),
        docvalue_fields=[{"field": "entry"}, {"field": "kind"}],
        source=False,
        track_total_hits=False,
        allow_partial_search_results=False,
        filter_path=READ,
        **options,
    )
    if "took" not in answer:
        raise ValueError(f"no answer to a search: {str(answer)[:100]}")
    return answer.get("hits", {})


def _match(hit: Mapping[str, Any]) -> Match:
    [entry], [kind] = hit["fields"]["entry"], hit["fields"]["kind"]
    return Match(entry, kind, round(EXACT * (hit.get("_score") or 0.0)))


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
    """Words and numbers cited by BM25; what names the entry itself by its whole weight."""
    words = asking.widened.asked.words
    scores = []
    for row in asking.rows:
        if row.worth:
            written = _written(row, asking.idf[row.term])
            named = _constant("own", row.term, row.worth * FULL)
            scores.append(written if row.term in words else {"dis_max": {"queries": [named, written]}})
    return scores


def _written(row: Sided, idf: float) -> dict[str, Any]:
    """The server multiplies by the rarity it counts itself, so ours is taken out."""
    return {"term": {"terms": {"value": word(row.term), "boost": FULL * row.worth / max(idf, 1e-3)}}}


def _constant(field: str, term: int, boost: float) -> dict[str, Any]:
    return {"constant_score": {"filter": {"term": {field: word(term)}}, "boost": boost}}


def word(term: int) -> str:
    """A term as the server reads it: eight letters for its 48 bits."""
    return b64encode(term.to_bytes(TERM_BYTES, "big")).decode()


def words(terms: np.ndarray) -> str:
    """Many terms, with a space after each; they are no text, so case counts."""
    octets = terms.astype(">u8").view(np.uint8).reshape(-1, 8)[:, -TERM_BYTES:]
    letters = np.frombuffer(b64encode(octets.tobytes()), np.uint8).reshape(-1, LETTERS)
    spaces = np.full((len(terms), 1), ord(" "), np.uint8)
    return np.hstack([letters, spaces]).tobytes().decode()
