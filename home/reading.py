"""What one rendering of a front page reads: public pages of the site, each shown once."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from wagtail.models import Page, Site

from editorial.models import EditorialPage

Model = TypeVar("Model", bound=EditorialPage)


class Reading:
    """Asks once which branches are private, and remembers what is shown, so that no block repeats another."""

    def __init__(self, root: Page | None) -> None:
        self.root = root
        self.private = Page.objects.private_q()
        self.shown: set[int] = set()

    @classmethod
    def of(cls, context: dict[str, Any] | None) -> Reading:
        """The reading of the page being rendered; a fresh one for a block previewed alone."""
        context = context or {}
        if "reading" in context:
            return context["reading"]
        site = Site.find_for_request(context["request"]) if context.get("request") else None
        return cls(site.root_page if site else None)

    def public(self, model: type[Model], under: list[Page] | None = None) -> QuerySet[Model]:
        """Public pages of the site, below any of `under` when given, newest first."""
        pages = model.objects.live().exclude(self.private).order_by("-first_published_at", "-pk")
        tops = under or ([self.root] if self.root else [])
        branches = Q()
        for top in tops:
            branches |= Q(path__startswith=top.path, depth__gt=top.depth)
        return pages.filter(branches)

    def take(self, pages: QuerySet[Model], count: int) -> list[Model]:
        """The first `count` of `pages` that no block has shown yet."""
        taken = list(pages.exclude(pk__in=self.shown)[:count])
        self.shown.update(page.pk for page in taken)
        return taken
