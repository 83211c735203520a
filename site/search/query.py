"""What is asked of the search and what it answers, whatever the engine."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from search.asking.days import Days
from search.asking.places import Renamed
from search.asking.question import Question, question

if TYPE_CHECKING:
    from wagtail.models import Page, Site

    from search.attached import AttachedFile, AttachedFiles
    from search.facets import Facet
    from search.kinds import Kind, Label
    from search.models import Entry
    from search.snippets import Marker, Snippet
    from search.steering.steering import Steering

RELEVANCE, DATE, TITLE = "relevance", "date", "title"
SORTS = (RELEVANCE, DATE, TITLE)
LONGEST_TITLE = 200  # characters of a title that are shown


@dataclass(frozen=True)
class Query:
    """A question. Without text: everything, newest first.

    `facets` maps a facet to the values of which an entry must have one; `on` is the day of validity.
    `bound` says that other kinds are not even counted; `below` is the page all stand below.
    Pages count from 1. An unknown `sort` is relevance.
    `literal` asks for just what was typed: no repair, no former names. Without `dates` a date is no filter.
    """

    text: str = ""
    site: Site | None = None
    kinds: Collection[str] = ()
    bound: bool = False
    below: int | None = None
    facets: Mapping[str, Collection[str]] = field(default_factory=dict)
    sort: str = RELEVANCE
    page: int = 1
    per_page: int = 10
    on: date = field(default_factory=timezone.localdate)
    literal: bool = False
    dates: bool = True

    @cached_property
    def question(self) -> Question:
        """What was typed, taken apart."""
        return question(self.text, dates=self.dates)

    @property
    def words(self) -> str:
        """What is searched: the words typed, without what is to be left out and without a date."""
        return self.question.words

    @cached_property
    def steering(self) -> Steering:
        """What is known of this question; read once."""
        from search.steering.steering import Steering  # models are not ready while Django imports the app

        return Steering.of(self)


@dataclass(frozen=True)
class Value:
    """One value of a facet with the number of results that have it."""

    value: str
    label: Label
    count: int
    selected: bool


@dataclass(frozen=True)
class Group:
    """A facet with the values that occur."""

    facet: Facet
    values: list[Value]


@dataclass
class Hit:
    """One result. `trail` are the pages above it, topmost first; `status` its validity, "" if none.

    `is_promoted` says that editors chose it for this question.
    """

    entry: Entry
    kind: Kind
    marker: Marker
    is_promoted: bool = False
    status: str = ""
    status_label: Label = ""
    status_tone: str = ""
    trail: list[Page] = field(default_factory=list)
    files: AttachedFiles | None = None

    @property
    def url(self) -> str:
        return self.entry.url

    @cached_property
    def title(self) -> SafeString:
        """The title with the words asked for marked; the end of one that fills a paragraph is left out."""
        return self.marker.mark(self.entry.title, LONGEST_TITLE)

    @cached_property
    def snippet(self) -> Snippet:
        """The best passage; cut only when it is shown."""
        return self.marker.best_passage(self.entry)

    @cached_property
    def file(self) -> AttachedFile | None:
        """The public file the passage stands in."""
        return self.files.of(self) if self.files else None


@dataclass
class Results:
    """One page of an answer. `total`, `kinds` and `facets` speak of the whole match set.

    `suggestion` is what may have been meant, "" if nothing; `is_repaired` says that this is its answer
    because what was typed has none. `days` is the date that filters, `places` are names that changed.
    """

    query: Query
    total: int
    hits: list[Hit]
    kinds: list[Value]
    facets: list[Group]
    suggestion: str = ""
    is_repaired: bool = False
    days: Days | None = None
    places: tuple[Renamed, ...] = ()

    @property
    def pages(self) -> int:
        return max(-(-self.total // self.query.per_page), 1)
