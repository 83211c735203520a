"""The section of procedures with its filters."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from editorial.models import SectionPage
from search.listing import Listing, Scope
from search.nothing import WayOn
from search.query import TITLE

FILTERS = ("field", "level", "audience", "service", "unit")
SCOPE = Scope(kinds=("procedure",), offered=FILTERS, order=TITLE)


class ProcedureListPage(SectionPage):
    """Every procedure of the portal, by name, filtered without a script."""

    is_creatable = True
    template = "procedures/procedure_list_page.html"
    subpage_types: ClassVar[list[str] | None] = ["procedures.ProcedurePage", "editorial.SectionPage"]

    class Meta:
        verbose_name = _("section of procedures")
        verbose_name_plural = _("sections of procedures")

    def contents(self, request: HttpRequest) -> dict[str, Any]:
        return {"listing": Listing(request, SCOPE)}


def way_on(site: Site, words: str) -> WayOn | None:
    """The list of all procedures."""
    lists = ProcedureListPage.objects.descendant_of(site.root_page).live().public()
    page = lists.order_by("depth", "path").first()
    return WayOn(_("All procedures"), page.get_url()) if page else None
