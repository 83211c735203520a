"""What differs between the pages the public may read, the index in the database and the search server."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction
from wagtail.models import Page

from search import index, outbox
from search.entries import EntryData
from search.models import Corpus, Entry
from search.packing import pack, unpack
from search.terms import entry_terms

PORTION = 100  # pages or entries read at a time

Say = Callable[[int], object]


class Fault(StrEnum):
    MISSING = "missing"  # a page without an entry
    STALE = "stale"  # an entry that says something else than its page
    STRAY = "stray"  # an entry of no public page
    POSTINGS = "postings"  # terms that are not as the texts of the entry make them
    SERVER = "server"  # the search server holds another state, or none, or too much


class Difference(NamedTuple):
    """`page` is a page, `entry` an entry, 0 where there is none."""

    fault: Fault
    page: int
    entry: int


def differences(say: Say) -> Iterator[Difference]:
    """Every difference; `say` is told how many pages are compared."""
    seen: set[int] = set()
    pages = index.provided()
    while portion := list(islice(pages, PORTION)):
        seen |= {page.pk for page, _data in portion}
        yield from _of_pages(portion)
        say(len(seen))
    for entry, page in Entry.objects.exclude(page__in=[]).values_list("pk", "page_id"):
        if page not in seen:
            yield Difference(Fault.STRAY, page or 0, entry)
    if settings.ELASTICSEARCH_URL:
        yield from _of_server()


def _of_pages(portion: list[tuple[Page, EntryData]]) -> Iterator[Difference]:
    ids = [page.pk for page, _data in portion]
    stored = Entry.objects.select_related("text").in_bulk(ids, field_name="page_id")
    average = Corpus.current().average_length
    for page, data in portion:
        if page.get_url_parts() is None:
            continue
        entry = stored.get(page.pk)
        if entry is None:
            yield Difference(Fault.MISSING, page.pk, 0)
        elif _is_stale(entry, data):
            yield Difference(Fault.STALE, page.pk, entry.pk)
        elif not _has_postings(entry, data, average):
            yield Difference(Fault.POSTINGS, page.pk, entry.pk)


def _is_stale(entry: Entry, data: EntryData) -> bool:
    wanted = index.columns(data) | {"length": entry.length}
    return bytes(entry.text.packed) != pack(data) or any(
        getattr(entry, name) != value for name, value in wanted.items()
    )


def _has_postings(entry: Entry, data: EntryData, average: float) -> bool:
    wanted = entry_terms(unpack(pack(data)), average)[0]
    found: dict[int, int] = {}
    terms = sorted(wanted)
    with connection.cursor() as cursor:
        for start in range(0, len(terms), 500):
            portion = terms[start : start + 500]
            marks = ", ".join(["%s"] * len(portion))
            sql = f"SELECT term, weight FROM search_posting WHERE entry_id = %s AND term IN ({marks})"  # noqa: S608
            cursor.execute(sql, [entry.pk, *portion])
            found.update(cursor.fetchall())
    return found == wanted


def _of_server() -> Iterator[Difference]:
    """Entries whose stamp is another one on the server, or that only one of the two has."""
    from search.engines import feeding

    theirs = dict(feeding.stamps())
    for entry in Entry.objects.select_related("text").iterator(chunk_size=PORTION):
        if theirs.pop(entry.pk, "") != feeding.stamp(entry):
            yield Difference(Fault.SERVER, entry.page_id or 0, entry.pk)
    yield from (Difference(Fault.SERVER, 0, pk) for pk in theirs)


@transaction.atomic
def repair(found: Iterable[Difference]) -> None:
    """Writes what is missing or stale, takes out what is stray, tells the server of what it lacks."""
    faults = list(found)
    stray = [one.entry for one in faults if one.fault == Fault.STRAY]
    Entry.objects.filter(pk__in=stray).delete()
    wanted = {one.page for one in faults if one.fault in (Fault.MISSING, Fault.STALE, Fault.POSTINGS)}
    for page, data in index.provided() if wanted else ():
        if page.pk in wanted:
            index.put(page, data, anew=True)
    outbox.note([one.entry for one in faults if one.fault == Fault.SERVER])
