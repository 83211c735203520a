"""What readers searched for, what they did not find, what they did not open: the way to better answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import django_filters
from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, NumberColumn, Table
from wagtail.admin.views.reports import ReportView
from wagtail.models import Site
from wagtail.permission_policies import ModelPermissionPolicy

from agency import policy
from agency.registers.views import neutral
from search.learning.actions import offered
from search.learning.models import QueryCount

USUAL_DAYS = 30
PERIODS = [
    ("7", _("Last 7 days")),
    ("30", _("Last 30 days")),
    ("90", _("Last 90 days")),
    ("365", _("Last 12 months")),
]


def sites(request: HttpRequest) -> QuerySet[Site]:
    return Site.objects.filter(pk__in=[site.pk for site in policy.sites_of(request.user)])


class CountFilter(WagtailFilterSet):
    """By period, the last thirty days unless said otherwise, and portal."""

    period = django_filters.ChoiceFilter(choices=PERIODS, label=_("Period"), empty_label=None)
    site = django_filters.ModelChoiceFilter(queryset=sites, label=_("Portal"))

    class Meta:
        model = QueryCount
        fields: list[str] = []

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        data = data.copy() if data else {}
        if data.get("period") not in dict(PERIODS):
            data["period"] = str(USUAL_DAYS)
        super().__init__(data, *args, **kwargs)
        self.form.fields["period"].initial = str(USUAL_DAYS)
        if len(policy.sites_of(self.request.user)) < 2:
            del self.form.fields["site"]

    def filter_queryset(self, queryset: QuerySet[QueryCount]) -> QuerySet[QueryCount]:
        chosen = self.form.cleaned_data
        since = timezone.localdate() - timedelta(days=int(chosen["period"]) - 1)
        queryset = queryset.filter(day__gte=since)
        return queryset.filter(site=chosen["site"]) if chosen.get("site") else queryset


def grouped(rows: QuerySet[QueryCount]) -> QuerySet:
    """One row for all spellings of a question: how often asked and opened, what it found last.

    The greatest spelling is shown, which is one with accents: they sort after bare letters.
    """
    last = rows.filter(site=OuterRef("site"), key=OuterRef("key"), asked__gt=0).order_by("-day", "-pk")
    counts = rows.values("site", "key").annotate(
        spelling=Max("words"), times=Sum("asked"), followed=Sum("opened")
    )
    found = counts.annotate(found=Subquery(last.values("results")[:1])).filter(times__gt=0)
    return found.order_by("-times", "site", "key")


class ActionsColumn(BaseColumn):
    """What can be done about the question."""

    cell_template_name = "search/admin/actions.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        return super().get_cell_context_data(instance, parent_context) | {"actions": instance["actions"]}


class CountColumn(NumberColumn):
    """A number, with its heading beside it on a narrow screen."""

    cell_template_name = "search/admin/count.html"


class QuestionColumn(BaseColumn):
    """The words, leading to what readers find now; looked at in this way, the question is not counted."""

    cell_template_name = "search/admin/question.html"


class QuestionsReport(ReportView):
    """Questions of the portals the account answers for, the most frequent first."""

    model = QueryCount
    filterset_class = CountFilter
    results_template_name = "search/admin/questions.html"
    table_classname = "listing search-questions"
    header_icon = "search"
    page_title = _("What readers search for")
    introduction = _("All questions, the most frequent first.")
    any_permission_required = ["view"]
    list_export = ["spelling", "times", "found", "followed", "portal"]
    export_headings = {
        "spelling": _("Search words"),
        "times": _("Asked"),
        "found": _("Results found"),
        "followed": _("Opened"),
        "portal": _("Portal"),
    }
    export_filename = "cau-tim-kiem"
    name = "search_asked"

    @cached_property
    def permission_policy(self) -> ModelPermissionPolicy:
        return ModelPermissionPolicy(QueryCount)

    @cached_property
    def sites(self) -> dict[int, Site]:
        return {site.pk: site for site in policy.sites_of(self.request.user)}

    @cached_property
    def columns(self) -> list[BaseColumn]:
        portal = [Column("portal", label=_("Portal"))] if len(self.sites) > 1 else []
        return [
            QuestionColumn("spelling", label=_("Search words")),
            CountColumn("times", label=_("Asked")),
            CountColumn("found", label=_("Results found")),
            CountColumn("followed", label=_("Opened")),
            *portal,
            ActionsColumn("actions", label=_("What to do")),
        ]

    @property
    def index_url_name(self) -> str:
        return self.name

    @property
    def index_results_url_name(self) -> str:
        return f"{self.name}_results"

    def get_filtered_queryset(self) -> QuerySet:
        rows = QueryCount.objects.filter(site__in=list(self.sites))
        return self.narrowed(grouped(self.filter_queryset(rows)))

    def narrowed(self, questions: QuerySet) -> QuerySet:
        """What of all questions the report is about."""
        return questions

    def get_table(self, object_list: Iterable[dict[str, Any]]) -> Table:
        return super().get_table([] if self.is_export else [self._row(row) for row in object_list])

    def decorate_paginated_queryset(self, object_list: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
        portals = {pk: site.site_name or site.hostname for pk, site in self.sites.items()}
        return [{**row, "portal": portals[row["site"]]} for row in object_list]

    def to_row_dict(self, item: dict[str, Any]) -> dict[str, Any]:
        return {name: neutral(value) for name, value in super().to_row_dict(item).items()}

    def get_heading(self, queryset: Any, field: str) -> str:
        return str(self.export_headings[field])

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(*args, **kwargs) | {"tabs": self._tabs()}

    def _row(self, row: dict[str, Any]) -> dict[str, Any]:
        site = self.sites[row["site"]]
        actions = offered(self.request.user, site, row["spelling"])
        address = f"{site.root_url}{reverse('search')}?{urlencode({'q': row['spelling'], 'page': 1})}"
        return {**row, "portal": site.site_name or site.hostname, "actions": actions, "address": address}

    def _tabs(self) -> list[dict[str, Any]]:
        query = self.request.GET.copy()
        for name in (self.page_kwarg, "export", "_w_filter_fragment"):
            query.pop(name, None)
        return [
            {
                "label": report.page_title,
                "url": f"{reverse(report.name)}?{query.urlencode()}",
                "current": report is type(self),
            }
            for report in REPORTS
        ]


class NothingFound(QuestionsReport):
    page_title = _("Found nothing")
    introduction = _(
        "Questions to which the portal had no answer when they were last asked: "
        "another word, or a page to write?"
    )
    export_filename = "tim-khong-thay"
    name = "search_nothing_found"

    def narrowed(self, questions: QuerySet) -> QuerySet:
        return questions.filter(found=0)


class NothingOpened(QuestionsReport):
    page_title = _("Found, but nothing opened")
    introduction = _(
        "Something was found, and nobody followed it: "
        "does the right page come first, and does its title say so?"
    )
    export_filename = "tim-thay-khong-mo"
    name = "search_nothing_opened"

    def narrowed(self, questions: QuerySet) -> QuerySet:
        return questions.filter(found__gt=0, followed=0)


REPORTS = (QuestionsReport, NothingFound, NothingOpened)
