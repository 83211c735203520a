"""Documents of the search server, made from entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from typing import Any, Literal

import numpy as np
from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.helpers import bulk

from search.engines.elastic import alias, client, words
from search.engines.turns import Away, Lost
from search.models import Entry
from search.packing import unpack
from search.terms import VERSION, term_counts

SCANNED = 5_000  # documents of one request when all are compared
HARMLESS, MISSING = 409, 404  # the server has a newer state already; it has no index
REFRESH: Literal["wait_for", True] = "wait_for"  # a change is told when questions see it


@contextmanager
def asked() -> Iterator[Elasticsearch]:
    """The client, patient. Raises `Away` for all that goes wrong with it, `Lost` where there is no index."""
    try:
        yield client().options(request_timeout=settings.ELASTICSEARCH_BULK_PATIENCE)
    except NotFoundError as error:
        raise Lost("it has no index") from error
    except (ApiError, TransportError, LookupError, TypeError, ValueError) as error:
        raise Away(f"{type(error).__name__}: {str(error)[:300]}") from error


def document(entry: Entry) -> dict[str, Any]:
    """An entry as the server keeps it; `entry` with its text."""
    terms, counts, own = term_counts(unpack(entry.text.packed))
    return {
        "terms": words(np.repeat(terms, np.maximum(counts, 1).astype(int))),
        "own": words(np.unique(terms[own])).split(),
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
    """The entries the server has in the order of their numbers, each with its stamp. Raises `Away`."""
    after: list[int] | None = None
    while True:
        with asked() as server:
            hits = server.search(
                index=alias(),
                docvalue_fields=[{"field": "entry"}, {"field": "stamp"}],
                source=False,
                size=SCANNED,
                sort=[{"entry": "asc"}],
                search_after=after,
            )["hits"]["hits"]
            found = [(hit["fields"]["entry"][0], hit["fields"]["stamp"][0]) for hit in hits]
        yield from found
        if len(found) < SCANNED:
            return
        after = [found[-1][0]]


def tell(versions: Mapping[int, int]) -> None:
    """Tells the state of these entries, each under the version given; those that are gone are deleted.

    Raises `Away`, and `Lost` where there is no index.
    """
    send(actions(versions, alias()), require_alias=True, refresh=REFRESH)


def actions(versions: Mapping[int, int], index: str) -> Iterator[dict[str, Any]]:
    entries = Entry.objects.select_related("text").in_bulk(list(versions))
    for pk, version in versions.items():
        named = {"_index": index, "_id": str(pk), "version": version, "version_type": "external"}
        if pk in entries:
            yield {**named, "_op_type": "index", "_source": document(entries[pk])}
        else:
            yield {**named, "_op_type": "delete"}


def send(wanted: Iterable[dict[str, Any]], **options: Any) -> None:
    """Sends in bulk. That a document is newer, or gone, already is no failure."""
    with asked() as server:
        _sent, results = bulk(server, wanted, raise_on_error=False, **options)
        errors = [one for result in results for one in result.values() if "error" in one]
    refused = [one for one in errors if one["status"] != HARMLESS]
    if any(one["status"] == MISSING for one in refused):
        raise Lost("it has no index")
    if refused:
        raise Away(f"{len(refused)} refused, first: {str(refused[0])[:300]}")
