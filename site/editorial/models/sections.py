"""Sections (chuyên mục): what they are for, who answers for them, how often they should be fed (K20, K21)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from agency.models import Person
from editorial import feeds
from editorial.models.pages import EditorialPage
from search.entries import EntryData
from search.listing import WORDS, Listing, Scope
from search.models import EntryPlace, PlaceQuerySet
from search.query import DATE

PER_PAGE = 20
FILTERS = ("field", "genre", "unit", "year")


class MenuPlace(models.TextChoices):
    NONE = "", _("Not in a menu")
    MAIN = "main", _("Main menu")
    FOOTER = "footer", _("Foot of the page")


class SectionPage(RoutablePageMixin, EditorialPage):
    """A section of the portal, listing what is below it."""

    purpose = models.TextField(
        _("purpose"), blank=True, help_text=_("What belongs here, for those who write.")
    )
    responsible = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="sections",
        verbose_name=_("person responsible"),
    )
    frequency_days = models.PositiveIntegerField(
        _("expected to be updated every (days)"),
        null=True,
        blank=True,
        help_text=_("Leave empty for a section that seldom changes."),
    )
    last_review = models.DateField(_("last reviewed on"), null=True, blank=True)
    menu_place = models.CharField(_("menu place"), max_length=10, choices=MenuPlace, blank=True)
    legal_basis = models.TextField(
        _("legal basis"), blank=True, help_text=_("The act and article that ask for this section.")
    )
    introduction = RichTextField(_("introduction"), blank=True)

    is_creatable = True
    in_menus = True
    # Anything may stand in a section; the page types below say themselves where they belong.
    subpage_types: ClassVar[list[str] | None] = None
    template = "editorial/section_page.html"
    content_panels: ClassVar[list] = [
        *EditorialPage.opening_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                FieldPanel("purpose"),
                FieldRowPanel([FieldPanel("responsible"), FieldPanel("frequency_days")]),
                FieldRowPanel([FieldPanel("menu_place"), FieldPanel("last_review")]),
                FieldPanel("legal_basis"),
            ],
            heading=_("Section register"),
        ),
    ]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def items(self) -> PlaceQuerySet:
        """Where what the public may read anywhere below stands, newest first, sections left out."""
        return EntryPlace.objects.below(self.pk)

    def subsections(self) -> models.QuerySet[SectionPage]:
        """Public sections right below; by type, which has an index, for they are few among many pages."""
        sections = SectionPage.objects.type(SectionPage).child_of(self)
        return sections.live().public().order_by("path")

    def search_entry(self) -> EntryData:
        return self.base_entry("section", listed=False)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "subsections": self.subsections(), **self.contents(request)}

    def contents(self, request: HttpRequest) -> dict[str, Any]:
        """What the template shows of the items below; a kind of section with a list of its own says here.

        The newest are read as they stand; the search is asked when words or a filter are given.
        """
        scope = Scope(offered=FILTERS, order=DATE, below=self.pk)
        if any(name in request.GET for name in (WORDS, *FILTERS)):
            return {"listing": Listing(request, scope)}
        page = Paginator(self.items(), PER_PAGE).get_page(request.GET.get("page"))
        page.object_list = pages_at(page.object_list)
        return {"items": page}

    @path("rss/")
    def rss(self, request: HttpRequest) -> Any:
        """The newest items of this section and the ones below it."""
        return feeds.SectionFeed()(request, section=self)


def pages_at(places: Iterable[EntryPlace]) -> list[EditorialPage]:
    """The pages that stand at these places, in their order; two queries."""
    ids = [place.page_id for place in places]
    pages = EditorialPage.objects.in_bulk(ids)
    return [pages[pk] for pk in ids if pk in pages]
