"""A page of text that belongs to no other kind: introduction, functions and duties, guides (K01)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import StreamValue, StructValue
from wagtail.fields import StreamField

from editorial.blocks import ContentBlocks
from editorial.models import EditorialPage
from search.entries import EntryData

TOC_FROM = 3


class StandardPage(EditorialPage):
    body = StreamField(ContentBlocks(), verbose_name=_("text"), blank=True)
    legal_basis = models.CharField(
        _("legal basis"),
        max_length=255,
        blank=True,
        help_text=_("For instance the decision that laid down the functions and duties."),
    )

    is_creatable = True
    in_menus = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "editorial.SectionPage", "home.StandardPage"]
    subpage_types: ClassVar[list[str]] = ["home.StandardPage"]
    template = "home/standard_page.html"
    content_panels: ClassVar[list] = [
        *EditorialPage.opening_panels,
        FieldPanel("body"),
        FieldPanel("legal_basis"),
    ]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def search_entry(self) -> EntryData:
        return self.base_entry("page", extra=self.legal_basis)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        below = StandardPage.objects.child_of(self).live().public().order_by("path")
        return {
            **super().get_context(request, *args, **kwargs),
            "contents": contents(self.body),
            "below": below,
        }


def contents(body: StreamValue) -> list[StructValue]:
    """The headings of a text long enough to need a table of contents."""
    headings = [block.value for block in body if block.block_type == "heading"]
    return headings if len(headings) >= TOC_FROM else []
