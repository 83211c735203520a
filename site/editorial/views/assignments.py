"""The assignment table as it is printed and pinned to the wall, of any day (K23, C26)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from agency import policy
from editorial.models import Assignment, Board


class AssignmentTableView(WagtailAdminTemplateMixin, TemplateView):
    """Every body of the portals the account works for, with who answers for what on the day `?ngay=`."""

    template_name = "editorial/assignments.html"
    page_title = gettext_lazy("Assignment table")
    header_icon = "clipboard-list"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not policy.sites_of(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def day(self) -> date:
        """The day asked for; today when there is none or it is no date."""
        try:
            asked = parse_date(self.request.GET.get("ngay", ""))
        except ValueError:
            asked = None
        return asked or timezone.localdate()

    def tables(self) -> list[tuple[Board, list[Assignment]]]:
        rows = Assignment.objects.current(self.day).filter(
            membership__board__site__in=policy.sites_of(self.request.user)
        )
        found: dict[Board, list[Assignment]] = {}
        for row in rows.select_related("membership__person", "membership__board", "unit", "section").order_by(
            "membership__board__kind", "membership__person__full_name", "duty", "unit__name", "pk"
        ):
            found.setdefault(row.membership.board, []).append(row)
        return list(found.items())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "day": self.day, "tables": self.tables()}
