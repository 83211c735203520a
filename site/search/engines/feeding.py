"""Documents of the search server, made from entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import Any

from elasticsearch import ApiError, TransportError
from elasticsearch.helpers import BulkIndexError, bulk

from search.engines.elastic import alias, client
from search.models import Entry
from search.packing import unpack
from search.terms import VERSION, own_terms, term_counts

PATIENCE = 30.0  # seconds for a portion
SCANNED = 5_000  # documents of one request when all are compared


class Away(Exception):
    """The server does not answer, or does not take what it is told."""


def document(entry: Entry) -> dict[str, Any]:
    """An entry as the server keeps it; `entry` with its text."""
    data = unpack(entry.text.packed)
    counts, _length = term_counts(data)
    own = own_terms(data)
    words = " ".join(" ".join([str(term)] * often) for term, often in counts.items())
    return {
        "terms": f"{words} {' '.join(map(str, own))}",
        "own": [str(term) for term in own],
        "entry": entry.pk,
        "stamp": stamp(entry),
        "site": entry.site_id,
        "kind": entry.kind,
        "date": entry.date and entry.date.isoformat(),
        "title_key": entry.title_key,
        "visible_from": entry.visible_from and entry.visible_from.isoformat(),
        "visible_until": entry.visible_until and entry.visible_until.isoformat(),
    }


def stamp(entry: Entry) -> str:
    """What tells one state of an entry from another; `entry` with its text."""
    said = (entry.site_id, entry.kind, entry.date, entry.title_key, entry.visible_from, entry.visible_until)
    return blake2b(bytes(entry.text.packed) + repr((VERSION, *said)).encode(), digest_size=12).hexdigest()


def stamps() -> Iterator[tuple[int, str]]:
    """The entries the server has, each with its stamp. Raises what the client raises."""
    patient, after = client().options(request_timeout=PATIENCE), None
    while True:
        answer = patient.search(
            index=alias(),
            docvalue_fields=["entry", "stamp"],
            source=False,
            size=SCANNED,
            sort=[{"entry": "asc"}],
            **({"search_after": after} if after else {}),
        )
        hits = answer["hits"]["hits"]
        yield from ((hit["fields"]["entry"][0], hit["fields"]["stamp"][0]) for hit in hits)
        if len(hits) < SCANNED:
            return
        after = hits[-1]["sort"]


def tell(versions: Mapping[int, int]) -> None:
    """Tells the state of these entries, each under the version given; those that are gone are deleted.

    Raises `Away`.
    """
    send(actions(versions, alias()))


def actions(versions: Mapping[int, int], index: str) -> Iterator[dict[str, Any]]:
    entries = Entry.objects.select_related("text").in_bulk(list(versions))
    for pk, version in versions.items():
        named = {"_index": index, "_id": str(pk), "version": version, "version_type": "external"}
        if pk in entries:
            yield {**named, "_op_type": "index", "_source": document(entries[pk])}
        else:
            yield {**named, "_op_type": "delete"}


def send(wanted: Iterable[dict[str, Any]]) -> None:
    """Sends in bulk. That a document is newer, or gone, already is no failure."""
    patient = client().options(request_timeout=PATIENCE)
    try:
        _sent, refused = bulk(patient, wanted, raise_on_error=False, refresh="wait_for")
    except (ApiError, TransportError, BulkIndexError) as error:
        raise Away(str(error)[:500]) from error
    left = [one for result in refused for one in result.values() if one["status"] not in (404, 409)]
    if left:
        raise Away(f"{len(left)} refused, first: {str(left[0])[:300]}")
