"""The front page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from editorial.models import EditorialPage
from editorial.reading import Reading
from home import routing
from home.blocks import FrontBlocks
from home.blocks.base import FrontBlock


class HomePage(EditorialPage):
    """The front page of a site: blocks an editor rearranges without a developer (K15)."""

    body = StreamField(FrontBlocks(), verbose_name=_("blocks"), blank=True)

    is_creatable = True
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = [
        "editorial.SectionPage",
        "home.StandardPage",
        "home.OrganisationPage",
        "home.LeadersPage",
        "home.BoardPage",
    ]
    template = "home/home_page.html"
    content_panels: ClassVar[list] = [*EditorialPage.opening_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    @property
    def section(self) -> None:
        """The front page stands in no section."""

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        if path_components:
            return routing.route(self, request, path_components)
        routing.recall_restrictions(self, [], request)
        return super().route(request, [])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        reading = Reading(self, request)
        blocks = [child for child in self.body if isinstance(child.block, FrontBlock)]
        reading.fetch([want for one in blocks for want in one.block.shelves(one.value, reading)])
        return {**super().get_context(request, *args, **kwargs), "reading": reading}
