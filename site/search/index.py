"""Keeping the public index in step with what the public may read (decisions 7 and 12)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from wagtail.models import Page

from search import completion, outbox, placing, statistics
from search.entries import EntryData
from search.models import (
    UNSEARCHED,
    Corpus,
    Entry,
    EntryFacet,
    EntryText,
    EntryTokens,
    EntryValidity,
)
from search.packing import pack, unpack
from search.postings import merging, writing
from search.terms import VERSION, entry_terms
from search.text import clean, sort_key
from search.tokens import pack_tokens

Provider = Callable[[], Iterable[tuple[Page, EntryData]]]

_providers: list[Provider] = []


def register_provider(provider: Provider) -> None:
    """`provider()` yields every public page with its entry, for a rebuild; called from `AppConfig.ready`."""
    if provider not in _providers:
        _providers.append(provider)


def provided() -> Iterator[tuple[Page, EntryData]]:
    """Every page that should have an entry."""
    for provider in _providers:
        yield from provider()


def put(page: Page, data: EntryData, *, is_searched: bool = True) -> None:
    """Writes or replaces the entry of `page`, inside the caller's transaction.

    Its terms are left as they are, and the search server is told nothing, when not `is_searched`: a rebuild
    makes them all. A page outside every site has no address and so no entry.
    """
    address = page.get_url_parts()
    if address is None or address[2] is None:
        remove([page.pk])
        return
    with transaction.atomic():
        site_id, _root, url = address
        values = {**columns(data), "site_id": site_id, "url": url}
        new = values | {"version": UNSEARCHED}
        entry, created = Entry.objects.select_for_update().get_or_create(page_id=page.pk, defaults=new)
        corpus = Corpus.current()
        made = entry_terms(data, corpus.average_length)
        values["length"] = made.length
        if is_searched:
            values["version"] = VERSION
            before = {} if created else _stored_terms(entry, corpus.average_length)
            leasts = statistics.leasts(corpus.counted)
            writing.change(entry.pk, kept(before, leasts), kept(made.by_term(), leasts))
            merging.changed(corpus.entries)
        titled = completion.rows(entry)
        Entry.objects.filter(pk=entry.pk).update(**values)
        completion.change(titled, completion.rows(Entry(pk=entry.pk, **values)))
        _put_texts(entry, data)
        above = placing.pages_above([(page, site_id)])[page.pk]
        _put_facets(entry, {*data.facets, *placing.section(above)})
        _put_validity(entry, data)
        placing.put(entry, page, placing.places(page, data, above))
        if is_searched:
            outbox.note([entry.pk])
        statistics.changed(entry.pk, corpus, is_new=created)


def remove(page_ids: Iterable[int]) -> None:
    """Takes the entries of these pages out, inside the caller's transaction."""
    with transaction.atomic():
        Entry.objects.filter(page_id__in=list(page_ids)).delete()


def forget_postings(entry: Entry) -> None:
    """Takes the postings of an entry out; called whenever an entry is deleted, by whatever road."""
    # Locked before its postings, as by all who write: else a rebuild and this could wait for each other.
    Entry.objects.select_for_update().filter(pk=entry.pk).first()
    completion.change(completion.rows(entry), [])
    writing.change(entry.pk, _stored_terms(entry, Corpus.TYPICAL_LENGTH), {})


def columns(data: EntryData) -> dict:
    """What an entry shows and is sorted by."""
    return {
        "kind": data.kind,
        "title": clean(data.title),
        "title_key": sort_key(data.title),
        "number": clean(data.number),
        "date": data.date,
        "visible_from": data.visible_from,
        "visible_until": data.visible_until,
        "length": 0,
    }


def kept(weights: dict[int, int], leasts: Mapping[int, int]) -> dict[int, int]:
    """The terms that are written, without those that stand everywhere and weigh little here."""
    return {term: weight for term, weight in weights.items() if weight >= leasts.get(term, 0)}


def _stored_terms(entry: Entry, average: float) -> dict[int, int]:
    """The terms that are written of an entry; they are taken out where they are not known."""
    text = EntryText.objects.filter(entry_id=entry.pk).first()
    if text is None or entry.version != VERSION:
        writing.forget([entry.pk])
        return {}
    return entry_terms(unpack(text.packed), average).by_term()


def _put_texts(entry: Entry, data: EntryData) -> None:
    """Each in one statement, whether it is there or not."""
    text = EntryText(entry=entry, packed=pack(data))
    tokens = EntryTokens(entry=entry, packed=pack_tokens(data), signals=list(data.signals))
    upsert: dict[str, Any] = {"update_conflicts": True, "unique_fields": ["entry"]}
    EntryText.objects.bulk_create([text], update_fields=["packed"], **upsert)
    EntryTokens.objects.bulk_create([tokens], update_fields=["packed", "signals"], **upsert)


def facet_values(given: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Facets with their values as they are stored."""
    return {(facet, clean(value)[:255]) for facet, value in given if value}


def _put_facets(entry: Entry, wanted: set[tuple[str, str]]) -> None:
    cut = facet_values(wanted)
    stored = {(row.facet, row.value): row.pk for row in EntryFacet.objects.filter(entry=entry)}
    EntryFacet.objects.filter(pk__in=[stored[pair] for pair in stored.keys() - cut]).delete()
    new = [EntryFacet(entry=entry, facet=facet, value=value) for facet, value in sorted(cut - stored.keys())]
    EntryFacet.objects.bulk_create(new)


def _put_validity(entry: Entry, data: EntryData) -> None:
    wanted = {(span.status, span.start, span.end) for span in data.validity}
    rows = EntryValidity.objects.filter(entry=entry)
    if set(rows.values_list("status", "start", "end")) != wanted:
        rows.delete()
        spans = [EntryValidity(entry=entry, status=s, start=a, end=b) for s, a, b in wanted]
        EntryValidity.objects.bulk_create(spans)
