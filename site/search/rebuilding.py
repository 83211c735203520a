"""The whole index made again, page by page, while it goes on answering."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from django.db import transaction
from wagtail.models import Page

from search import building, completion, index, statistics
from search.entries import EntryData
from search.former_names import units
from search.models import Entry, SearchServer

PORTION = 200  # pages of one transaction

Say = Callable[[int], object]


def rebuild(say: Say) -> int:
    """Writes an entry for every public page, takes out all others; returns how many entries there are.

    `say` is told after each portion how many pages are read, then how many entries are made searchable. A
    search meanwhile finds what it found before, and what is published meanwhile. Run again, nothing changes.
    """
    SearchServer.objects.update(whole=False)  # until it has been told all of what is written here
    before = set(Entry.objects.values_list("pk", flat=True))
    written = _write_all(say)
    _take_out(before, written)
    statistics.settle_length()
    building.build(say)
    completion.erase_strays()
    statistics.count_terms.func()
    units.refresh_all()
    return Entry.objects.count()


def _write_all(say: Say) -> set[int]:
    """The numbers of the pages written."""
    written: set[int] = set()
    pages = index.provided()
    while portion := list(islice(pages, PORTION)):
        _write(portion)
        written |= {page.pk for page, _data in portion}
        say(len(written))
    return written


@transaction.atomic
def _write(portion: list[tuple[Page, EntryData]]) -> None:
    for page, data in portion:
        index.put(page, data, is_searched=False)


def _take_out(before: set[int], written: set[int]) -> None:
    """Entries nobody supplies, and those of pages that left the public while their entry was being made."""
    kept = dict(Entry.objects.values_list("pk", "page_id"))
    gone = {pk for pk in before & kept.keys() if kept[pk] not in written}
    closed = Entry.objects.exclude(page__in=Page.objects.live().public()).values_list("pk", flat=True)
    for pk in sorted(gone | set(closed)):
        Entry.objects.filter(pk=pk).delete()
