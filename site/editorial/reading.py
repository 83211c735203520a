"""What one request reads: public pages of the site, each shown once."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction, Site

from editorial.models import EditorialPage

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
    closed = Q()
    for path in closed_paths(request):
        closed |= Q(path__startswith=path)
    site = Site.find_for_request(request) if request is not None else None
    own = Q(path__startswith=site.root_page.path) if site else Q()
    return pages.filter(own, live=True).exclude(closed)


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

    def public(self, model: type[Model], under: list[Page] | None = None) -> QuerySet[Model]:
        """Public pages of the site, below any of `under` when given, newest first."""
        tops = under or ([self.root] if self.root else [])
        branches = Q()
        for top in tops:
            branches |= Q(path__startswith=top.path, depth__gt=top.depth)
        pages = public(model.objects.filter(branches).only(*listed(model)), self.request)
        return pages.order_by("-first_published_at", "-pk")

    def take(self, pages: QuerySet[Model], count: int) -> list[Model]:
        """The first `count` of `pages` that no block has shown yet."""
        taken = list(pages.exclude(pk__in=self.shown)[:count])
        self.shown.update(page.pk for page in taken)
        return taken
