"""Keeping the public index in step with what the public may read."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import connection, transaction
from wagtail.models import Page, Site

from search.entries import EntryData
from search.models import AttachmentText, Corpus, Entry, EntryFacet, EntryValidity, Posting
from search.terms import terms_of

Provider = Callable[[], Iterator[tuple[Page, EntryData]]]
LONGEST_TERM = 100
ROWS_A_STATEMENT = 300

providers: list[Provider] = []


def register_provider(provider: Provider) -> None:
    """Names a function that yields every public page with its data, for `rebuild_search`."""
    providers.append(provider)


def put(page: Page, data: EntryData) -> None:
    """Writes or replaces the entry of `page`, inside the caller's transaction."""
    site = page.get_site()
    if site is None:
        remove([page.pk])
        return
    url = page.get_url_parts()[2] if page.get_url_parts() else ""
    ancestors = page.get_ancestors().filter(depth__gt=site.root_page.depth).values_list("title", flat=True)
    write(site, data, page=page, url=url or "", path=" › ".join(ancestors)[:500])


def put_source(site: Site, source: str, data: EntryData, url: str = "") -> None:
    """The entry of something that is no page, known by `source`."""
    write(site, data, source=source, url=url)


@transaction.atomic
def write(site: Site, data: EntryData, page: Page | None = None, source: str = "", **shown: str) -> None:
    key: dict[str, Any] = {"page_id": page.pk} if page else {"page": None, "source": source}
    old = Entry.objects.filter(**key).values_list("pk", "packed_terms").first()
    terms = {term[:LONGEST_TERM]: weight for term, weight in terms_of(data, average_length()).items()}
    values = {
        "site": site,
        "kind": data.kind,
        "title": data.title,
        "number": data.number[:120],
        "summary": data.summary,
        "text": "\n".join(filter(None, (data.text, data.extra))),
        "date": data.date,
        "visible_from": data.visible_from,
        "visible_until": data.visible_until,
        "packed_terms": pack(terms),
        **shown,
    }
    entry, _created = Entry.objects.update_or_create(**key, defaults=values)
    write_facets(entry, data, fresh=old is None)
    write_postings(entry.pk, unpack(old[1]) if old else {}, terms)


def write_facets(entry: Entry, data: EntryData, fresh: bool) -> None:
    if not fresh:
        for model in (EntryFacet, EntryValidity, AttachmentText):
            model.objects.filter(entry=entry).delete()
    pairs = sorted({(facet, value[:255]) for facet, value in data.facets if value})
    EntryFacet.objects.bulk_create(
        EntryFacet(entry=entry, facet=facet, value=value) for facet, value in pairs
    )
    EntryValidity.objects.bulk_create(
        EntryValidity(entry=entry, status=span.status, start=span.start, end=span.end)
        for span in data.validity
    )
    AttachmentText.objects.bulk_create(
        AttachmentText(entry=entry, document_id=page.document_id, page=page.page, text=page.text)
        for page in data.attachments
    )


def write_postings(entry_id: int, old: dict[str, float], new: dict[str, float]) -> None:
    """Changes only the postings that differ, in the order of their terms, so that two writers never cross."""
    gone = sorted(old.keys() - new.keys())
    changed = sorted(term for term, weight in new.items() if old.get(term) != weight)
    added = [term for term in changed if term not in old]
    delete_postings(entry_id, gone)
    for part in parts(changed):
        run(
            "INSERT INTO search_posting (term, entry_id, weight) VALUES {rows} "
            "ON CONFLICT (term, entry_id) DO UPDATE SET weight = excluded.weight",
            "(%s, %s, %s)",
            [(term, entry_id, new[term]) for term in part],
        )
    count([(term, -1) for term in gone] + [(term, 1) for term in added])


def count(steps: Sequence[tuple[str, int]]) -> None:
    """Adds to the number of entries of each term."""
    for part in parts(sorted(steps)):
        run(
            "INSERT INTO search_term (term, entries) VALUES {rows} "
            "ON CONFLICT (term) DO UPDATE SET entries = search_term.entries + excluded.entries",
            "(%s, %s)",
            part,
        )


def delete_postings(entry_id: int, terms: Sequence[str]) -> None:
    for part in parts(terms):
        Posting.objects.filter(term__in=part, entry_id=entry_id).delete()


def run(statement: str, row: str, rows: Sequence[tuple[Any, ...]]) -> None:
    values = [value for one in rows for value in one]
    with connection.cursor() as cursor:
        cursor.execute(statement.format(rows=", ".join([row] * len(rows))), values)


def parts(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (rows[start : start + ROWS_A_STATEMENT] for start in range(0, len(rows), ROWS_A_STATEMENT))


def remove(page_ids: Iterable[int]) -> None:
    """Takes the entries of these pages out, inside the caller's transaction."""
    Entry.objects.filter(page__in=list(page_ids)).delete()


def forget_postings(instance: Entry, **kwargs: Any) -> None:
    """Before an entry goes, by whatever road, its postings do."""
    terms = sorted(unpack(bytes(instance.packed_terms)))
    delete_postings(instance.pk, terms)
    count([(term, -1) for term in terms])


def average_length() -> float:
    """Syllables of the average entry, as of the last `rebuild_search`."""
    corpus = Corpus.objects.first()
    return corpus.average_length if corpus else Corpus._meta.get_field("average_length").default


def pack(terms: dict[str, float]) -> bytes:
    return zlib.compress(json.dumps(terms, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpack(packed: bytes) -> dict[str, float]:
    return json.loads(zlib.decompress(packed)) if packed else {}
