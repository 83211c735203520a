"""Differences that were found are mended, in portions, each in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from django.conf import settings
from django.db import transaction
from wagtail.models import Page

from search import completion, index, outbox
from search.checking import PORTION, Difference, Fault
from search.entries import EntryData
from search.models import Entry, EntryText, SearchServer
from search.packing import pack
from search.postings import writing
from search.terms import VERSION

OF_PAGES = {Fault.MISSING, Fault.STALE, Fault.PLACES, Fault.TERMS, Fault.TITLES}
OF_SERVER = {Fault.SERVER, Fault.NO_INDEX, Fault.AWAY}

Say = Callable[[int], object]


def repair(found: Collection[Difference], say: Say) -> None:
    """Writes anew what differs from its page, takes out what is no page's, brings the server in step.

    `say` is told how many are done. Raises `Away` or `Busy` when the search server cannot be mended now.
    """
    _mend_pages({one.page for one in found if one.fault in OF_PAGES and one.page}, say)
    _take_out(sorted(one.entry for one in found if one.fault == Fault.STRAY))
    if strays := {one.entry for one in found if one.fault in OF_PAGES and not one.page}:
        writing.forget(strays)
        completion.erase_strays()
    if settings.ELASTICSEARCH_URL:
        _mend_server(any(one.fault in OF_SERVER for one in found), say)


def _mend_pages(wanted: set[int], say: Say) -> None:
    done = 0
    for portion in _portions(index.provided(), wanted) if wanted else ():
        _mend_portion(portion)
        done += len(portion)
        say(done)


def _portions(
    pages: Iterable[tuple[Page, EntryData]], wanted: set[int]
) -> Iterator[list[tuple[Page, EntryData]]]:
    portion: list[tuple[Page, EntryData]] = []
    for page, data in pages:
        if page.pk in wanted:
            portion.append((page, data))
        if len(portion) == PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


@transaction.atomic
def _mend_portion(portion: list[tuple[Page, EntryData]]) -> None:
    """Nothing that is stored of them is believed; who left the public meanwhile is taken out again."""
    ids = [page.pk for page, _data in portion]
    stored = list(Entry.objects.filter(page__in=ids).select_for_update().values_list("pk", flat=True))
    if stored:
        _forget(stored)
    for page, data in portion:
        index.put(page, data)
    closed = set(ids) - set(Page.objects.live().public().filter(pk__in=ids).values_list("pk", flat=True))
    index.remove(closed)


def _forget(entry_ids: list[int]) -> None:
    """Takes out the terms and titles of these entries whatever they are; `put` then writes all of them."""
    completion.erase_all(entry_ids)
    writing.forget(entry_ids)
    EntryText.objects.filter(entry__in=entry_ids).update(packed=pack(EntryData(kind="", title="")))
    Entry.objects.filter(pk__in=entry_ids).update(version=VERSION)


def _take_out(entry_ids: list[int]) -> None:
    for start in range(0, len(entry_ids), PORTION):
        with transaction.atomic():
            Entry.objects.filter(pk__in=entry_ids[start : start + PORTION]).delete()


def _mend_server(is_wrong: bool, say: Say) -> None:
    """A server that is wrong about anything is told everything anew: what it believes is newer may not be."""
    from search.engines import rebuilt  # takes a while: not for a portal without a server

    if is_wrong or not SearchServer.current().whole:
        rebuilt.rebuild(say)
    outbox.deliver(at_once=True)
