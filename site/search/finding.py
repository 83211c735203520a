"""`find()`: the one way to ask the public index, whatever the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from math import ceil

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.models import Site

from search import engine, kinds, snippets
from search.facets import FACETS, VALIDITY, Facet
from search.models import Entry, EntryFacet, EntryValidity

PER_PAGE = 10
MOST_VALUES = 12
IDS_A_STATEMENT = 5_000
SORTS = ("relevance", "date", "title")


@dataclass(frozen=True)
class Query:
    """What is asked: words, and what must hold. `facets` are values by facet; several of one mean any."""

    text: str
    site: Site
    kinds: tuple[str, ...] = ()
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = ""
    page: int = 1
    per_page: int = PER_PAGE
    on: date | None = None
    count_facets: bool = True

    @property
    def day(self) -> date:
        return self.on or timezone.localdate()


@dataclass(frozen=True)
class FacetValue:
    value: str
    label: str
    count: int
    chosen: bool


@dataclass
class Hit:
    entry: Entry
    words: list[str]
    status: str = ""

    @property
    def title(self) -> SafeString:
        return snippets.highlighted(self.entry.title, self.words)

    @cached_property
    def snippet(self) -> SafeString:
        text = self.entry.text if self.words else ""
        return snippets.snippet(f"{self.entry.summary} {text}" if text else self.entry.summary, self.words)

    @property
    def kind(self) -> str:
        return kinds.label_of(self.entry.kind)


@dataclass
class Results:
    """A page of hits and what the whole match set holds."""

    query: Query
    total: int
    hits: list[Hit]
    kinds: list[FacetValue]
    facets: list[tuple[Facet, list[FacetValue]]]

    @property
    def pages(self) -> int:
        return max(1, ceil(self.total / self.query.per_page))


def find(query: Query) -> Results:
    """The hits of `query`, its total and its facets. Never raises for anything a visitor may type."""
    if query.text.strip():
        return Found(query).results()
    return Browsed(query).results()


class Search:
    """What searching by words and browsing have in common: filters, facets and the page of hits."""

    words: list[str] = []

    def __init__(self, query: Query) -> None:
        self.query = query

    def results(self) -> Results:
        ids = self.page_ids()
        return Results(self.query, self.total(), self.hits(ids), self.kind_values(), self.facet_values())

    def page_ids(self) -> Sequence[int]:
        raise NotImplementedError

    def total(self) -> int:
        raise NotImplementedError

    def kind_counts(self) -> dict[str, int]:
        raise NotImplementedError

    def facet_counts(self, rows: QuerySet, value: str, leave_out: str) -> Counter[tuple[str, str]]:
        raise NotImplementedError

    @property
    def bounds(self) -> slice:
        start = (max(self.query.page, 1) - 1) * self.query.per_page
        return slice(start, start + self.query.per_page)

    def hits(self, ids: Sequence[int]) -> list[Hit]:
        entries = Entry.objects.defer("packed_terms").select_related("page").in_bulk(ids)
        states = dict(valid_on(self.query.day).filter(entry__in=ids).values_list("entry", "status"))
        return [Hit(entries[pk], self.words, states.get(pk, "")) for pk in ids if pk in entries]

    def kind_values(self) -> list[FacetValue]:
        counts = self.kind_counts() if self.query.count_facets else {}
        return [
            FacetValue(slug, kinds.plural_of(slug), counts[slug], slug in self.query.kinds)
            for slug in sorted(counts, key=kinds.order_of)
        ]

    def facet_values(self) -> list[tuple[Facet, list[FacetValue]]]:
        if not self.query.count_facets:
            return []
        offered = [facet for facet in FACETS.values() if facet.fits(set(self.query.kinds))]
        open_ones = [facet.name for facet in offered if not self.query.facets.get(facet.name)]
        rows = EntryFacet.objects.filter(facet__in=[name for name in open_ones if name != VALIDITY])
        counts = self.facet_counts(rows, "value", "")
        for facet in offered:
            if facet.name not in open_ones or facet.name == VALIDITY:
                counts += self.own_counts(facet.name)
        return [(facet, values) for facet in offered if (values := self.values_of(facet, counts))]

    def own_counts(self, name: str) -> Counter[tuple[str, str]]:
        """The counts of a facet as if nothing of it were chosen, so that another value can be added."""
        if name == VALIDITY:
            rows = valid_on(self.query.day).annotate(value=F("status"))
            counts = self.facet_counts(rows, "status", name)
            return Counter({(name, value): number for (_none, value), number in counts.items()})
        return self.facet_counts(EntryFacet.objects.filter(facet=name), "value", name)

    def values_of(self, facet: Facet, counts: Counter[tuple[str, str]]) -> list[FacetValue]:
        chosen = self.query.facets.get(facet.name, ())
        found = {value: number for (name, value), number in counts.items() if name == facet.name}
        found |= {value: found.get(value, 0) for value in chosen}
        by_count = sorted(found, key=lambda value: (value not in chosen, -found[value], value))
        shown = by_count[:MOST_VALUES]
        if facet.name == "year":
            shown = sorted(shown, reverse=True)
        return [FacetValue(value, facet.word(value), found[value], value in chosen) for value in shown]


class Browsed(Search):
    """No words: every entry that passes the filters, newest first unless asked otherwise."""

    ORDERS = {"title": ("title", "pk"), "date": ("-date", "-pk"), "number": ("number", "pk")}

    def entries(self, leave_out: str = "", any_kind: bool = False) -> QuerySet[Entry]:
        rows = Entry.objects.visible().filter(site=self.query.site)
        if self.query.kinds and not any_kind:
            rows = rows.filter(kind__in=self.query.kinds)
        for name, values in self.query.facets.items():
            if values and name != leave_out:
                rows = rows.filter(pk__in=holding(name, values, self.query.day))
        return rows

    def page_ids(self) -> Sequence[int]:
        order = self.ORDERS.get(self.query.sort, self.ORDERS["date"])
        return list(self.entries().order_by(*order).values_list("pk", flat=True)[self.bounds])

    def total(self) -> int:
        return self.entries().count()

    def kind_counts(self) -> dict[str, int]:
        rows = self.entries(any_kind=True).order_by().values_list("kind")
        return dict(rows.annotate(number=Count("pk")))

    def facet_counts(self, rows: QuerySet, value: str, leave_out: str) -> Counter[tuple[str, str]]:
        names = ("facet", value) if rows.model is EntryFacet else (value, value)
        held = rows.filter(entry__in=self.entries(leave_out)).order_by().values_list(*names)
        return Counter({(name, word): number for name, word, number in held.annotate(number=Count("entry"))})


class Found(Search):
    """By words: the match set of the engine, filtered here so that its counts are exact."""

    def __init__(self, query: Query) -> None:
        super().__init__(query)
        question, self.matched = engine.matches(query.text, query.site)
        self.words = question.words
        self.holders = {
            name: set(holding(name, values, query.day)) for name, values in query.facets.items() if values
        }

    def passing(self, leave_out: str = "", any_kind: bool = False) -> list[engine.Match]:
        sets = [ids for name, ids in self.holders.items() if name != leave_out]
        return [
            match
            for match in self.matched
            if (any_kind or not self.query.kinds or match.kind in self.query.kinds)
            and all(match.entry_id in ids for ids in sets)
        ]

    @cached_property
    def filtered(self) -> list[engine.Match]:
        return self.passing()

    def page_ids(self) -> Sequence[int]:
        ids = [match.entry_id for match in self.filtered]
        if self.query.sort == "date":
            dates = dict(
                chunked(ids, lambda part: Entry.objects.filter(pk__in=part).values_list("pk", "date"))
            )
            ids.sort(key=lambda pk: dates.get(pk) or date.min, reverse=True)
        return ids[self.bounds]

    def total(self) -> int:
        return len(self.filtered)

    def kind_counts(self) -> dict[str, int]:
        return Counter(match.kind for match in self.passing(any_kind=True))

    def facet_counts(self, rows: QuerySet, value: str, leave_out: str) -> Counter[tuple[str, str]]:
        ids = [match.entry_id for match in (self.passing(leave_out) if leave_out else self.filtered)]
        names = ("facet", value) if rows.model is EntryFacet else (value, value)
        counts: Counter[tuple[str, str]] = Counter()
        for start in range(0, len(ids), IDS_A_STATEMENT):
            held = rows.filter(entry__in=ids[start : start + IDS_A_STATEMENT]).order_by().values_list(*names)
            for name, word, number in held.annotate(number=Count("entry")):
                counts[name, word] += number
        return counts


def chunked(ids: Sequence[int], ask) -> Iterable[tuple]:
    for start in range(0, len(ids), IDS_A_STATEMENT):
        yield from ask(ids[start : start + IDS_A_STATEMENT])


def holding(name: str, values: Sequence[str], day: date) -> QuerySet:
    """The entries that hold one of `values` of the facet, validity as of `day`."""
    if name == VALIDITY:
        return valid_on(day).filter(status__in=values).values_list("entry", flat=True)
    return EntryFacet.objects.filter(facet=name, value__in=values).values_list("entry", flat=True)


def valid_on(day: date) -> QuerySet[EntryValidity]:
    started = Q(start__isnull=True) | Q(start__lte=day)
    return EntryValidity.objects.filter(started, Q(end__isnull=True) | Q(end__gte=day))
