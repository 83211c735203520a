"""One question from its match set to a page of hits, in a number of statements that does not grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wagtail.models import Page

from search import counting, facets, kinds, ranking
from search.asking.answer import Answer, answered
from search.attached import AttachedFiles
from search.facets import VALIDITY
from search.matching import Match
from search.models import Entry, EntryValidity
from search.query import RELEVANCE, Hit, Query, Results
from search.snippets import Marker


def find(query: Query) -> Results:
    """See `search.find`."""
    answer = answered(query)
    filters = counting.Filters(answer.query, answer.found)
    found = in_order(answer, filters.apply())
    return Results(
        query=query,
        total=len(found),
        hits=_hits(answer.query, found),
        kinds=counting.kind_values(filters),
        facets=counting.groups(filters),
        suggestion=answer.suggestion,
        is_repaired=answer.is_repaired,
        days=answer.query.question.days,
        places=answer.places,
    )


def in_order(answer: Answer, found: list[Match]) -> list[Match]:
    """Those of an answer that pass the filters, in their final order."""
    if not answer.weighed or answer.query.sort != RELEVANCE:
        return found
    return ranking.reorder(answer.query, answer.weighed, found)


def count(query: Query) -> int:
    """How many results `query` has, without reading any."""
    answer = answered(replace(query, literal=True))
    return len(counting.Filters(answer.query, answer.found).apply())


def _hits(query: Query, found: Sequence[Match]) -> list[Hit]:
    start = (max(query.page, 1) - 1) * query.per_page
    ids = [match.entry_id for match in found[start : start + query.per_page]]
    entries = Entry.objects.select_related("text", "page").in_bulk(ids)
    marker = Marker(query.words, *query.steering.wordings)
    hits = [_hit(entries[pk], query, marker) for pk in ids if pk in entries]
    _add_status(hits, query)
    _add_trails(hits)
    _add_files(hits)
    return hits


def _hit(entry: Entry, query: Query, marker: Marker) -> Hit:
    promoted = entry.page_id in query.steering.promoted
    return Hit(entry=entry, kind=kinds.get(entry.kind), marker=marker, is_promoted=promoted)


def _add_status(hits: list[Hit], query: Query) -> None:
    spans = EntryValidity.objects.on(query.on).filter(entry__in=[hit.entry.pk for hit in hits])
    statuses = dict(spans.values_list("entry_id", "status"))
    facet = facets.get(VALIDITY)
    words = facet.words(set(statuses.values())) if facet else {}
    for hit in hits:
        hit.status = statuses.get(hit.entry.pk, "")
        hit.status_label = words.get(hit.status, hit.status)
        hit.status_tone = facet.tones.get(hit.status, "") if facet else ""


def _add_files(hits: list[Hit]) -> None:
    files = AttachedFiles(hits)
    for hit in hits:
        hit.files = files


def _add_trails(hits: list[Hit]) -> None:
    """The pages above each hit; the first two levels, root and home page, say nothing to a reader."""
    above = {hit.entry.pk: _paths_above(hit.entry.page) for hit in hits}
    wanted = {path for paths in above.values() for path in paths}
    pages = {page.path: page for page in Page.objects.filter(path__in=wanted).only("path", "title")}
    for hit in hits:
        hit.trail = [pages[path] for path in above[hit.entry.pk] if path in pages]


def _paths_above(page: Page | None) -> list[str]:
    if page is None:
        return []
    return [page.path[:end] for end in range(3 * page.steplen, len(page.path), page.steplen)]
