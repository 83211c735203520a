"""What an address asks of the search, and the addresses that ask for more or less."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from wagtail.models import Site

from search import facets, find
from search.asking.question import LONGEST
from search.kinds import Label
from search.query import RELEVANCE, SORTS, Group, Query, Value

WORDS, KIND, SORT, PAGE, LITERAL = "q", "kind", "sort", "page", "literal"
PER_PAGE = 20
MOST_VALUES = 20  # values of one filter that are read from an address
LONGEST_VALUE = 255  # letters of one, as they are stored
MOST_SHOWN = 30  # values of one filter that are offered, beside those chosen


@dataclass(frozen=True)
class Choice:
    """A value one can choose or drop by going to `url`; `count` is None where it is not counted."""

    label: Label
    url: str
    selected: bool = False
    count: int | None = None


@dataclass(frozen=True)
class Panel:
    """A named group of choices, for `components/filters.html`."""

    label: Label
    values: list[Choice]


@dataclass(frozen=True)
class Scope:
    """What a list is about: its kinds, what every entry must have, the filters it offers (none: all).

    `below` is the number of the page all entries stand below.
    `order` is that without words; `sort` allows no other, with words or without.
    """

    kinds: Collection[str] = ()
    always: Mapping[str, Collection[str]] = field(default_factory=dict)
    offered: Collection[str] = ()
    order: str = RELEVANCE
    sort: str = ""
    below: int | None = None
    per_page: int = PER_PAGE

    def offers(self, name: str) -> bool:
        return name not in self.always and (not self.offered or name in self.offered)


class Listing:
    """The entries an address asks for within a scope, with panels, chips and pages."""

    def __init__(self, request: HttpRequest, scope: Scope | None = None) -> None:
        self.scope = scope or Scope()
        self.asked = _read(request.GET)
        query = self._query(Site.find_for_request(request))
        self.results = find(query)
        self.page = self._pages().get_page(self.asked.get(PAGE))
        if self.page.number != query.page:
            self.results = find(replace(query, page=self.page.number))

    @property
    def words(self) -> str:
        return self.asked.get(WORDS, "")

    @property
    def bare(self) -> str:
        """The address of the whole list."""
        return "?"

    @property
    def unfiltered(self) -> str:
        """The address of the words alone."""
        return f"?{urlencode({WORDS: self.words})}"

    @property
    def is_narrowed(self) -> bool:
        """Whether words or a filter were given."""
        return bool(self.words.strip() or self.chips)

    @property
    def panels(self) -> list[Panel]:
        """The filters in order; one whose only value was not chosen says nothing and is left out."""
        groups = sorted(self._groups(), key=lambda group: self._rank(group.facet.name))
        return [panel for group in groups if (panel := self._panel(group))]

    @property
    def kinds(self) -> list[Choice]:
        """The kinds of the match set with their counts."""
        return [self._choice(KIND, value) for value in self.results.kinds]

    @property
    def chips(self) -> list[Choice]:
        """Every filter chosen, each with the address without it."""
        kinds = [] if self.scope.kinds else [value for value in self.results.kinds if value.selected]
        chosen = [(KIND, value) for value in kinds]
        chosen += [(g.facet.name, v) for g in self._groups() for v in g.values if v.selected]
        return [*self._days(), *(self._choice(name, value) for name, value in chosen)]

    @property
    def suggestion(self) -> Choice | None:
        """What may have been meant, with its address."""
        text = self.results.suggestion
        return Choice(text, self.address(**{WORDS: text, LITERAL: ""})) if text else None

    @property
    def as_typed(self) -> str:
        """The address of just what was typed."""
        return self.address(**{LITERAL: "1"})

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The filters as fields of a form that changes the words only."""
        kept = [name for name in self.asked if name not in (WORDS, PAGE, LITERAL)]
        return [(name, value) for name in kept for value in self.asked.getlist(name)]

    def address(self, **changed: str) -> str:
        """This list with these parameters changed, from its first page; "" takes one away."""
        query = self._copy()
        for name, value in changed.items():
            query.pop(name, None)
            if value:
                query[name] = value
        return f"?{query.urlencode()}"

    def _query(self, site: Site | None) -> Query:
        sort, page = self.asked.get(SORT, ""), self.asked.get(PAGE, "")
        names = [facet.name for facet in facets.offered(self.scope.kinds) if self.scope.offers(facet.name)]
        chosen = {name: self._values(name) for name in names if name in self.asked}
        return Query(
            text=self.words,
            site=site,
            kinds=self.scope.kinds or self._values(KIND),
            bound=bool(self.scope.kinds),
            below=self.scope.below,
            facets={**chosen, **self.scope.always},
            sort=self.scope.sort or (sort if sort in SORTS else self._usual_order()),
            page=int(page) if page.isdecimal() and len(page) < 6 else 1,
            per_page=self.scope.per_page,
            literal=LITERAL in self.asked,
        )

    def _days(self) -> list[Choice]:
        """The date that was written among the words, as a filter."""
        days = self.results.days
        without = self.results.query.question.without_days
        return [Choice(days.label, self.address(**{WORDS: without}), selected=True)] if days else []

    def _usual_order(self) -> str:
        """With words the best match comes first, whatever the order of the list."""
        return RELEVANCE if self.words.strip() else self.scope.order

    def _values(self, name: str) -> list[str]:
        """What the address says of a filter; PostgreSQL takes no NUL."""
        return [value for value in self.asked.getlist(name) if value and "\0" not in value]

    def _pages(self) -> Paginator:
        return Paginator(range(self.results.total), self.scope.per_page)

    def _groups(self) -> Iterator[Group]:
        return (group for group in self.results.facets if self.scope.offers(group.facet.name))

    def _rank(self, name: str) -> int:
        offered = list(self.scope.offered)
        return offered.index(name) if name in offered else len(offered)

    def _panel(self, group: Group) -> Panel | None:
        chosen = any(value.selected for value in group.values)
        telling = [value for value in group.values if value.count < self.results.total]
        if not chosen and not telling:
            return None
        shown = [value for rank, value in enumerate(group.values) if rank < MOST_SHOWN or value.selected]
        return Panel(group.facet.label, [self._choice(group.facet.name, value) for value in shown])

    def _choice(self, name: str, value: Value) -> Choice:
        query = self._copy()
        values = [one for one in query.getlist(name) if one != value.value]
        query.setlist(name, values if value.selected else [*values, value.value])
        return Choice(value.label, f"?{query.urlencode()}", value.selected, value.count)

    def _copy(self) -> QueryDict:
        query = self.asked.copy()
        query.pop(PAGE, None)
        return query


def _read(given: QueryDict) -> QueryDict:
    """What is read of an address, which every link of a list repeats: parameters it knows, none too long."""
    asked = QueryDict(mutable=True)
    names = [WORDS, KIND, SORT, PAGE, LITERAL, *(facet.name for facet in facets.offered())]
    for name in (name for name in names if name in given):
        longest = LONGEST if name == WORDS else LONGEST_VALUE
        asked.setlist(name, [value[:longest] for value in given.getlist(name)[:MOST_VALUES]])
    return asked
