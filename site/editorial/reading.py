"""What one request reads: public pages of the site, each shown once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site

from editorial.models import EditorialPage
from search.models import EntryPlace, PlaceQuerySet
from search.shelves import Shelf, newest

LISTED = (
    "path",
    "depth",
    "title",
    "official_title",
    "summary",
    "slug",
    "url_path",
    "live",
    "show_in_menus",
    "first_published_at",
    "picture",
    "picture_alt",
)
Model = TypeVar("Model", bound=EditorialPage)
Want = tuple[Shelf, int]


class Item(NamedTuple):
    """What a short list shows of a public page, read without the page."""

    pk: int
    full_title: str
    url: str
    first_published_at: datetime

    @classmethod
    def all(cls, places: PlaceQuerySet) -> list[Item]:
        """What stands at these places."""
        return [cls(*row) for row in places.values_list("page", "entry__title", "entry__url", "published")]

    @classmethod
    def at(cls, place: EntryPlace) -> Item:
        return cls(place.page_id, place.title, place.url, place.published)

    @classmethod
    def of(cls, page: EditorialPage, request: HttpRequest | None) -> Item:
        return cls(page.pk, page.full_title, page.get_url(request), page.first_published_at)


def restrictions_of(request: HttpRequest | None) -> list[PageViewRestriction]:
    """All restrictions with their pages, few in any portal; asked once for each request."""
    if hasattr(request, "_restrictions"):
        return request._restrictions
    rows = list(PageViewRestriction.objects.select_related("page"))
    if request is not None:
        request._restrictions = rows
    return rows


def closed_paths(request: HttpRequest | None) -> tuple[str, ...]:
    """Tree paths of the branches that ask for a login or a password."""
    return tuple(row.page.path for row in restrictions_of(request))


def public(pages: QuerySet[Model], request: HttpRequest | None) -> QuerySet[Model]:
    """Of `pages`, those every visitor of the site asked for may read."""
    wanted = [Q(live=True)]
    if site := Site.find_for_request(request) if request is not None else None:
        wanted.append(Q(path__startswith=site.root_page.path))
    wanted += [~Q(path__startswith=path) for path in closed_paths(request)]
    return pages.filter(*wanted)


def listed(model: type[EditorialPage]) -> list[str]:
    """The columns a row of a list shows; a page has some sixty."""
    known = {field.name for field in model._meta.get_fields()}
    return [name for name in LISTED if name in known]


class Reading:
    """What the blocks of one front page take their pages from; remembers what is shown."""

    def __init__(self, root: Page | None, request: HttpRequest | None = None) -> None:
        self.root = root
        self.request = request
        self.closed = closed_paths(request)
        self.shown: set[int] = set()
        self.stock: dict[Shelf, list[Item]] = {}

    @classmethod
    def of(cls, context: dict[str, Any] | None) -> Reading:
        """The reading of the page being rendered; a fresh one for a block previewed alone."""
        context = context or {}
        if "reading" in context:
            return context["reading"]
        request = context.get("request")
        site = Site.find_for_request(request) if request else None
        return cls(site.root_page if site else None, request)

    def is_open(self, page: Page | None) -> bool:
        """Whether any visitor may read `page`, chosen by an editor and perhaps withdrawn since."""
        return page is not None and page.live and not page.path.startswith(self.closed)

    def public(self, model: type[Model]) -> QuerySet[Model]:
        """Public pages of the site, newest first."""
        pages = public(model.objects.only(*listed(model)), self.request)
        return pages.order_by("-first_published_at", "-pk")

    def fetch(self, wants: list[Want]) -> None:
        """Reads these shelves in one query, each so far that enough is left when those before took theirs."""
        counts: dict[Shelf, int] = {}
        before = len(self.shown)
        for shelf, count in wants:
            before += count
            counts[shelf] = before * len(shelf.above)
        for shelf, places in newest(counts).items():
            self.stock[shelf] = list(map(Item.at, places))

    def shelf(self, under: Iterable[Page] = (), kinds: Iterable[str] = ()) -> Shelf:
        """What stands below any of `under`, or on the site."""
        tops = tuple(top.pk for top in under) or ((self.root.pk,) if self.root else ())
        return Shelf(tops, tuple(kinds))

    def unseen(self, shelf: Shelf, count: int) -> list[Item]:
        """The newest `count` items of the shelf that no block has shown yet."""
        if shelf.above and shelf not in self.stock:
            self.fetch([(shelf, count)])
        items = dict.fromkeys(self.stock.get(shelf, ()))
        return [item for item in items if item.pk not in self.shown][:count]

    def take(self, shelf: Shelf, count: int) -> list[Item]:
        """What is `unseen`, to be shown now."""
        items = self.unseen(shelf, count)
        self.shown.update(item.pk for item in items)
        return items
