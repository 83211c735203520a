"""Where a public page stands: the pages above it, its places in lists of the newest, its section."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from wagtail.models import Page, Site

from search.entries import EntryData
from search.models import Entry, EntryPlace

SECTION = "section"  # a facet


class Place(NamedTuple):
    """So many levels below the page `above`, for lists of this kind in the order of `published`."""

    above: int
    levels: int
    kind: str
    published: datetime | None


def pages_above(placed: Iterable[tuple[Page, int]]) -> dict[int, list[int]]:
    """For each page with the number of its site the pages from the home page down to its parent.

    All by number; two statements, whatever the number of pages.
    """
    homes = dict(Site.objects.values_list("pk", "root_page__path"))
    paths = {page.pk: _paths_above(page, len(homes[site])) for page, site in placed}
    wanted = {path for above in paths.values() for path in above}
    numbers = dict(Page.objects.filter(path__in=wanted).values_list("path", "pk"))
    return {pk: [numbers[path] for path in above if path in numbers] for pk, above in paths.items()}


def _paths_above(page: Page, start: int) -> list[str]:
    return [page.path[:end] for end in range(start, len(page.path), page.steplen)]


def section(above: Collection[int]) -> set[tuple[str, str]]:
    """The facet of the section a page stands in, none right below the home page."""
    return {(SECTION, str(pk)) for pk in [*above][1:2]}


def places(page: Page, data: EntryData, above: Collection[int]) -> set[Place]:
    """The places of a page below each of `above`, none where it is not listed; `published` as it is known."""
    listed = above if data.listed else ()
    return {
        Place(pk, len(above) - rank, data.kind, page.first_published_at) for rank, pk in enumerate(listed)
    }


def put(entry: Entry, page: Page, wanted: set[Place]) -> None:
    """Writes the places of an entry, inside the caller's transaction; what never was published is so now."""
    published = page.first_published_at or timezone.now()
    wanted = {place._replace(published=published) for place in wanted}
    if stored(entry.places.all()) != wanted:
        entry.places.all().delete()
        EntryPlace.objects.bulk_create(
            EntryPlace(
                entry=entry, page_id=page.pk, above_id=pk, levels=levels, kind=kind, published=published
            )
            for pk, levels, kind, _published in sorted(wanted)
        )


def stored(rows: Iterable[EntryPlace]) -> set[Place]:
    """The places as they are kept."""
    return {Place(row.above_id, row.levels, row.kind, row.published) for row in rows}


def is_misplaced(entry: Entry, page: Page, data: EntryData, above: Collection[int]) -> bool:
    """Whether places or section of an entry, its rows prefetched, are not those of its page."""
    wanted, held = places(page, data, above), stored(entry.places.all())
    if page.first_published_at is None:
        held = {place._replace(published=None) for place in held}
    facets = {(row.facet, row.value) for row in entry.facets.all() if row.facet == SECTION}
    return wanted != held or facets != section(above)
