"""The section of documents with its filters."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Site

from docs.choices import Family, ReaderClass
from editorial.models import SectionPage
from search.listing import Listing, Scope
from search.nothing import WayOn

FILTERS = ("family", "class", "type", "issuer", "field", "year", "validity")


class DocumentListPage(SectionPage):
    """Documents of the whole portal, of one family or class when these are set (domain 4.1)."""

    family = models.CharField(
        _("only the family"), max_length=20, choices=Family, blank=True, help_text=_("Empty: all families.")
    )
    reader_class = models.CharField(
        _("only the class"),
        max_length=20,
        choices=ReaderClass,
        blank=True,
        help_text=_("Empty: all classes."),
    )

    is_creatable = True
    template = "docs/document_list_page.html"
    subpage_types: ClassVar[list[str] | None] = [
        "docs.DocumentPage",
        "docs.DocumentListPage",
        "editorial.SectionPage",
    ]
    content_panels: ClassVar[list] = [
        *SectionPage.content_panels,
        FieldRowPanel([FieldPanel("family"), FieldPanel("reader_class")]),
    ]

    class Meta:
        verbose_name = _("section of documents")
        verbose_name_plural = _("sections of documents")

    def scope(self) -> Scope:
        fixed = {"family": self.family, "class": self.reader_class}
        return Scope(
            kinds=("document",),
            always={name: (value,) for name, value in fixed.items() if value},
            offered=FILTERS,
        )

    def contents(self, request: HttpRequest) -> dict[str, Any]:
        return {"listing": Listing(request, self.scope())}


def way_on(site: Site, words: str) -> WayOn | None:
    """The list of all documents."""
    lists = DocumentListPage.objects.descendant_of(site.root_page).live().public()
    page = lists.filter(family="", reader_class="").order_by("depth", "path").first()
    return WayOn(_("All documents"), page.get_url()) if page else None
