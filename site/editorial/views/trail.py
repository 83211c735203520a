"""The trail as officials read it: of one page, printable (V18), and of all they may see, with export."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

import django_filters
from django.core.paginator import Page as Portion
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.forms import DateInput
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from agency.models import Unit
from agency.registers.search import fold
from agency.registers.views import neutral
from editorial import trail
from editorial.models import Action, Decision, EditorialPage
from editorial.permissions import sites_overseen, visible_drafts
from editorial.views.filters import units

PER_PAGE = 50
BYTE_ORDER_MARK = "\ufeff"
COLUMNS = (
    *("at", "action", "title", "address", "unit_name", "stage", "person_name", "post_name"),
    *("for_name", "for_post", "channel", "origin", "reason", "comment", "revision", "digest"),
)


def visible_entries(user: Any) -> QuerySet[Decision]:
    """The entries `user` may read: of pages they may see; of what is gone, and of no page, who oversees."""
    seen = EditorialPage.objects.filter(visible_drafts(user)).values("pk")
    gone = ~Q(page__in=EditorialPage.objects.values("pk")) | Q(page=None)
    theirs = Q(unit__in=Unit.objects.filter(site__in=sites_overseen(user)).values("pk"))
    theirs |= ~Q(pk__in=[]) if user.is_superuser else Q(pk__in=[])
    entries = Decision.objects.filter(Q(page__in=seen) | gone & theirs)
    return entries.select_related("paper").order_by("-at", "-pk")


class TrailFilter(django_filters.FilterSet):
    """By title without accents, who, what, the unit and the days."""

    title = django_filters.CharFilter(method="with_words", label=_("Title"))
    who = django_filters.CharFilter(field_name="person_name", lookup_expr="icontains", label=_("Who"))
    action = django_filters.ChoiceFilter(choices=Action, label=_("What"))
    unit = django_filters.ModelChoiceFilter(queryset=units, label=_("Unit"))
    since = django_filters.DateFilter(
        field_name="at", lookup_expr="date__gte", label=_("From the day"), widget=DateInput({"type": "date"})
    )
    until = django_filters.DateFilter(
        field_name="at", lookup_expr="date__lte", label=_("To the day"), widget=DateInput({"type": "date"})
    )

    class Meta:
        model = Decision
        fields: list[str] = []

    def with_words(self, entries: QuerySet, name: str, value: str) -> QuerySet:
        words = fold(value).split()
        titles = entries.order_by().values_list("title", flat=True).distinct()
        return entries.filter(title__in=[one for one in titles if all(word in fold(one) for word in words)])


class TrailView(WagtailAdminTemplateMixin, TemplateView):
    """Every entry the account may read, newest first."""

    template_name = "editorial/trail.html"
    page_title = _("Trail")
    header_icon = "history"

    @cached_property
    def filter(self) -> TrailFilter:
        return TrailFilter(self.request.GET, visible_entries(self.request.user), request=self.request)

    def portion(self) -> Portion:
        return Paginator(self.filter.qs, PER_PAGE).get_page(self.request.GET.get("p"))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET.copy()
        query.pop("p", None)
        context = {"filter": self.filter, "portion": self.portion(), "query": query.urlencode()}
        return {**super().get_context_data(**kwargs), **context}


class PageTrailView(WagtailAdminTemplateMixin, TemplateView):
    """Everything that was done with one page, the oldest first, on paper if wanted; of a deleted page too."""

    template_name = "editorial/page_trail.html"
    page_title = _("Trail")
    header_icon = "history"

    @cached_property
    def entries(self) -> QuerySet[Decision]:
        return visible_entries(self.request.user).filter(page=self.kwargs["pk"]).order_by("at", "pk")

    @cached_property
    def last(self) -> Decision:
        """The newest entry; of a page without any, its snapshot of now."""
        found = self.entries.last()
        if found:
            return found
        page = EditorialPage.objects.filter(visible_drafts(self.request.user), pk=self.kwargs["pk"]).first()
        if page is None:
            raise Http404
        return Decision(**trail.snapshot(page))

    def get_page_subtitle(self) -> str:
        return self.last.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        portion = Paginator(self.entries, 10 * PER_PAGE).get_page(self.request.GET.get("p"))
        returns = self.entries.filter(action=Action.RETURNED).count()
        context = {"portion": portion, "returns": returns, "last": self.last}
        return {**super().get_context_data(**kwargs), **context}


class TrailExportView(View):
    """The same entries as a file for a spreadsheet, row by row as they are read."""

    def get(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        found = TrailFilter(request.GET, visible_entries(request.user), request=request).qs
        answer = StreamingHttpResponse(lines(found), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="nhat-ky.csv"'
        answer["Cache-Control"] = "no-store"
        return answer


class Echo:
    """A file that gives back what is written into it."""

    def write(self, text: str) -> str:
        return text


def lines(entries: QuerySet[Decision]) -> Iterator[str]:
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK
    yield writer.writerow([str(Decision._meta.get_field(name).verbose_name) for name in COLUMNS])
    for entry in entries.iterator(chunk_size=500):
        yield writer.writerow([cell(entry, name) for name in COLUMNS])


def cell(entry: Decision, name: str) -> str:
    if name == "at":
        return localtime(entry.at).strftime("%d/%m/%Y %H:%M:%S")
    shown = getattr(entry, f"get_{name}_display", None)
    value = shown() if shown else getattr(entry, name)
    return neutral("" if value is None else str(value))
