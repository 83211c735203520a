"""What has its hour, and whether the timers run."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page, Revision

from editorial.models import Timer, TimerRun
from editorial.permissions import hidden_from, sites_overseen

PER_PAGE = 50


class ScheduleView(WagtailAdminTemplateMixin, TemplateView):
    """Pages that go public or out by themselves, the next first, for those who oversee a portal."""

    template_name = "editorial/schedule.html"
    page_title = _("Hours and timers")
    header_icon = "calendar"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not sites_overseen(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def pages(self) -> QuerySet[Page]:
        """Pages of the portals of this official, but drafts they may not see."""
        wanted = Q(pk__in=[])
        for site in sites_overseen(self.request.user):
            wanted |= Q(path__startswith=site.root_page.path)
        return Page.objects.filter(wanted).exclude(pk__in=hidden_from(self.request.user))

    def appearing(self) -> QuerySet[Revision]:
        pages = self.pages().annotate(number=Cast("pk", CharField())).values("number")
        waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False, object_id__in=pages)
        return waiting.order_by("approved_go_live_at", "pk")

    def expiring(self) -> QuerySet[Page]:
        return self.pages().filter(live=True, expire_at__isnull=False).order_by("expire_at", "pk")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        number = self.request.GET.get("p")
        runs = {run.name: run for run in TimerRun.objects.all()}
        return {
            **super().get_context_data(**kwargs),
            "timers": [(timer.label, runs.get(timer)) for timer in Timer],
            "portion": Paginator(self.appearing(), PER_PAGE).get_page(number),
            "expiring": Paginator(self.expiring(), PER_PAGE).get_page(number),
        }
