"""Filters over a match set and their counts. A facet's own filter does not narrow its own values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from search import facets, kinds
from search.among import listed, numbers
from search.facets import VALIDITY, Facet
from search.matching import Match
from search.models import EntryFacet, EntryPlace, EntryValidity
from search.query import Group, Query, Value


class Filters:
    """What passes which filter of `query`; asked once per filter, whatever the number of entries."""

    def __init__(self, query: Query, found: list[Match]) -> None:
        self.query = query
        self.found = found if query.below is None else _below(query.below, found)
        chosen = {name: values for name, values in query.facets.items() if values}
        self.passing = {name: _passing(name, values, query.on) for name, values in chosen.items()}

    def apply(self, *, beside: str = "", kinds: bool = True) -> list[Match]:
        """The matches that pass all filters but the one named `beside`."""
        sets = [ids for name, ids in self.passing.items() if name != beside]
        wanted = set(self.query.kinds) if kinds else set()
        found = self.found if not wanted else [match for match in self.found if match.kind in wanted]
        return [match for match in found if all(match.entry_id in ids for ids in sets)] if sets else found


def kind_values(filters: Filters) -> list[Value]:
    """How many matches there are of each kind, whatever kind was chosen."""
    counts = Counter(match.kind for match in filters.apply(kinds=False))
    known = sorted(counts, key=lambda slug: (kinds.get(slug).order, slug))
    chosen = filters.query.kinds
    return [Value(slug, kinds.get(slug).plural, counts[slug], slug in chosen) for slug in known]


def groups(filters: Filters) -> list[Group]:
    """The facets offered for the kinds asked for, each with the values that occur."""
    offered = facets.offered(filters.query.kinds)
    common = _counts(_ids(filters.apply()), filters.query.on)
    for name in filters.passing:
        common |= _counts(_ids(filters.apply(beside=name)), filters.query.on, only=name)
    return [_group(facet, common.get(facet.name, {}), filters.query) for facet in offered]


def _passing(name: str, values: Collection[str], day: date) -> set[int]:
    rows: QuerySet = EntryFacet.objects.filter(facet=name, value__in=values)
    if name == VALIDITY:
        rows = EntryValidity.objects.on(day).filter(status__in=values)
    return set(rows.values_list("entry_id", flat=True))


def _below(top: int, found: list[Match]) -> list[Match]:
    there = set(EntryPlace.objects.below(top).order_by().values_list("entry", flat=True))
    return [match for match in found if match.entry_id in there]


def _ids(found: Iterable[Match]) -> str:
    return listed(match.entry_id for match in found)


def _counts(ids: str, day: date, only: str = "") -> dict[str, dict[str, int]]:
    """Facet → value → entries among `ids`."""
    counts: dict[str, dict[str, int]] = {}
    for facet, value, number in [*_facet_rows(ids, only), *_validity_rows(ids, day)]:
        counts.setdefault(facet, {})[value] = number
    return counts if not only else {only: counts.get(only, {})}


def _facet_rows(ids: str, only: str) -> list[tuple[str, str, int]]:
    sql = f"""SELECT facet, value, COUNT(*) FROM search_entryfacet
        WHERE entry_id IN {numbers()} AND (%s = '' OR facet = %s) GROUP BY facet, value"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [ids, only, only])
        return cursor.fetchall()


def _validity_rows(ids: str, day: date) -> list[tuple[str, str, int]]:
    sql = f"""SELECT '{VALIDITY}', status, COUNT(DISTINCT entry_id) FROM search_entryvalidity
        WHERE entry_id IN {numbers()} AND (start IS NULL OR start <= %s) AND ("end" IS NULL OR "end" >= %s)
        GROUP BY status"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [ids, *[connection.ops.adapt_datefield_value(day)] * 2])
        return cursor.fetchall()


def _group(facet: Facet, counts: Mapping[str, int], query: Query) -> Group:
    chosen = set(query.facets.get(facet.name, ()))
    shown = dict.fromkeys(chosen, 0) | dict(counts)
    words = facet.words(shown)
    values = [Value(value, words[value], shown[value], value in chosen) for value in shown]
    return Group(facet, _ordered(facet, values))


def _ordered(facet: Facet, values: list[Value]) -> list[Value]:
    if facet.by_value:
        return sorted(values, key=lambda value: value.value, reverse=True)
    return sorted(values, key=lambda value: (-value.count, str(value.label)))
