"""What differs between the pages the public may read, the index in the database and the search server.

Pages are read in portions; the tables of terms and titles are read once, as sums by entry. What changes while
all this is read may be listed too: mending it does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from django.conf import settings
from django.db.models import Count, Max
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from search import completion, index, placing, statistics
from search.entries import EntryData
from search.models import Change, Corpus, Entry, TitlePart
from search.packing import pack, unpack
from search.postings import scanning
from search.terms import VERSION, entry_terms
from search.tokens import pack_tokens

PORTION = 100  # pages or entries read at a time
MIXED = 1009  # numbers of terms are mixed into sums by what is left when divided by this prime

Say = Callable[[int], object]
Sums = dict[int, tuple[int, int]]


class Fault(StrEnum):
    """The value is what is written of it."""

    MISSING = "missing"
    STALE = "stale"
    STRAY = "stray"
    PLACES = "places"
    TERMS = "terms"
    TITLES = "titles"
    SERVER = "server"
    NO_INDEX = "no index"
    AWAY = "away"


LABELS = {
    Fault.MISSING: _("a public page cannot be found"),
    Fault.STALE: _("found by what the page no longer says"),
    Fault.STRAY: _("found, but not public"),
    Fault.PLACES: _("listed or filtered elsewhere than where the page stands"),
    Fault.TERMS: _("terms in the table are not those of the text"),
    Fault.TITLES: _("titles that are suggested are not those of the entry"),
    Fault.SERVER: _("the search server holds something else"),
    Fault.NO_INDEX: _("the search server has no index"),
    Fault.AWAY: _("the search server does not answer"),
}


class Difference(NamedTuple):
    """`page` and `entry` are numbers, 0 where there is none."""

    fault: Fault
    page: int = 0
    entry: int = 0


def differences(say: Say) -> Iterator[Difference]:
    """Every difference; `say` is told how many pages are compared."""
    tables = Tables()
    yield from _of_pages(tables, say)
    yield from tables.differences()
    if settings.ELASTICSEARCH_URL:
        yield from _of_server()


def _of_pages(tables: Tables, say: Say) -> Iterator[Difference]:
    """Those of pages and entries. An entry made after the beginning is nobody's fault."""
    newest = Entry.objects.aggregate(newest=Max("pk"))["newest"] or 0
    seen: set[int] = set()
    pages = index.provided()
    while portion := list(islice(pages, PORTION)):
        placed = [(page, data, parts) for page, data in portion if (parts := _address(page))]
        seen |= {page.pk for page, _data, _parts in placed}
        yield from _of_portion(placed, tables)
        say(len(seen))
    rows = Entry.objects.filter(pk__lte=newest).order_by("pk").values_list("pk", "page_id")
    yield from (Difference(Fault.STRAY, page or 0, pk) for pk, page in rows.iterator() if page not in seen)


def _address(page: Page) -> tuple[int, str] | None:
    """The site and the path of a page; None where it has none, and so no entry."""
    parts = page.get_url_parts()
    return (parts[0], parts[2]) if parts and parts[2] is not None else None


def _of_portion(
    placed: Collection[tuple[Page, EntryData, tuple[int, str]]], tables: Tables
) -> Iterator[Difference]:
    above = placing.pages_above((page, parts[0]) for page, _data, parts in placed)
    rows = Entry.objects.select_related("text", "tokens").prefetch_related("facets", "validity", "places")
    stored = {entry.page_id: entry for entry in rows.filter(page__in=above)}
    for page, data, parts in placed:
        entry = stored.get(page.pk)
        if entry is None:
            yield Difference(Fault.MISSING, page.pk)
        elif _is_stale(entry, data, parts):
            yield Difference(Fault.STALE, page.pk, entry.pk)
        elif placing.is_misplaced(entry, page, data, above[page.pk]):
            yield Difference(Fault.PLACES, page.pk, entry.pk)
        else:
            tables.expect(entry)


def _is_stale(entry: Entry, data: EntryData, parts: tuple[int, str]) -> bool:
    shown = index.columns(data) | {"version": VERSION, "site_id": parts[0], "url": parts[1]}
    shown["length"] = entry.length
    if any(getattr(entry, name) != value for name, value in shown.items()):
        return True
    if not (hasattr(entry, "text") and hasattr(entry, "tokens")):
        return True
    return _kept(entry) != (
        pack(data),
        pack_tokens(data),
        list(data.signals),
        index.facet_values(data.facets),
        {(span.status, span.start, span.end) for span in data.validity},
    )


def _kept(entry: Entry) -> tuple[bytes, bytes, list[str], set, set]:
    """What is stored of an entry; the section is no value the page gives."""
    return (
        bytes(entry.text.packed),
        bytes(entry.tokens.packed),
        entry.tokens.signals,
        {(row.facet, row.value) for row in entry.facets.all() if row.facet != placing.SECTION},
        {(row.status, row.start, row.end) for row in entry.validity.all()},
    )


class Tables:
    """What the tables of terms and of titles should hold of each entry, as sums, and what they do hold."""

    def __init__(self) -> None:
        corpus = Corpus.current()
        self.average, self.leasts = corpus.average_length, statistics.leasts(corpus.counted)
        self.pages: dict[int, int] = {}
        self.expected: dict[Fault, Sums] = {Fault.TERMS: {}, Fault.TITLES: {}}

    def expect(self, entry: Entry) -> None:
        terms = index.kept(entry_terms(unpack(entry.text.packed), self.average).by_term(), self.leasts)
        total = sum(weight * (term % MIXED + 1) for term, weight in terms.items())
        self.pages[entry.pk] = entry.page_id or 0
        self.expected[Fault.TERMS][entry.pk] = (len(terms), total)
        self.expected[Fault.TITLES][entry.pk] = (len(completion.rows(entry)), 0)

    def differences(self) -> Iterator[Difference]:
        """Rows of entries that differ otherwise are passed over: they are mended with these."""
        others = set(Entry.objects.values_list("pk", flat=True)) - self.pages.keys()
        stored = {Fault.TERMS: _terms(), Fault.TITLES: _titles()}
        for fault, expected in self.expected.items():
            held = stored[fault]
            for entry in sorted(expected.keys() | held.keys()):
                if entry not in others and expected.get(entry, (0, 0)) != held.get(entry, (0, 0)):
                    yield Difference(fault, self.pages.get(entry, 0), entry)


def _terms() -> Sums:
    held: Sums = {}
    for part in scanning.scan():
        entries, place, counts = np.unique(part.entries, return_inverse=True, return_counts=True)
        totals = np.bincount(place, part.weights * (part.terms % MIXED + 1)).astype(np.int64)
        columns = (entries.tolist(), counts.tolist(), totals.tolist())
        for entry, count, total in zip(*columns, strict=True):
            before = held.get(entry, (0, 0))
            held[entry] = (before[0] + count, before[1] + total)
    return held


def _titles() -> Sums:
    rows = TitlePart.objects.values_list("entry").annotate(count=Count("rest")).order_by()
    return {entry: (count, 0) for entry, count in rows}


def _of_server() -> Iterator[Difference]:
    """Entries whose stamp is another one on the server, or that only one of the two has.

    Those with a change that waits to be told are in order.
    """
    from search.engines import feeding, rebuilt  # takes a while: not for a portal without a server

    try:
        rebuilt.require()
        waiting = set(Change.objects.values_list("entry_id", flat=True))
        rows = Entry.objects.select_related("text").order_by("pk").iterator(chunk_size=PORTION)
        ours = ((entry.pk, feeding.stamp(entry), entry.page_id or 0) for entry in rows)
        theirs = ((pk, stamp, 0) for pk, stamp in feeding.stamps())
        for pk, both in groupby(merge(ours, theirs, key=itemgetter(0)), itemgetter(0)):
            states = list(both)
            agree = len(states) == 2 and states[0][1] == states[1][1]
            if not agree and pk not in waiting:
                yield Difference(Fault.SERVER, states[0][2], pk)
    except feeding.Lost:
        yield Difference(Fault.NO_INDEX)
    except feeding.Away:
        yield Difference(Fault.AWAY)
