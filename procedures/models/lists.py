"""The section of procedures with its filters."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from editorial.models import SectionPage
from search.listing import Listing, Scope
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
