"""My work (việc của tôi): what waits for an official, what came back, where the own pages stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page as Portion
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.chain import emergency, rows, standing, work
from editorial.models.stages import StageTaskState
from editorial.permissions import sites_overseen
from editorial.views.filters import WorkFilter

PER_PAGE = 15
ON_FIRST_SCREEN = 5


@dataclass(frozen=True)
class Tab:
    """One list of my work; `empty` is what is said when it holds nothing."""

    slug: str
    label: Any
    states: Callable[[Any], QuerySet[StageTaskState]]
    empty: Any
    is_shown: Callable[[Any], bool] = lambda user: True


def oversees(user: Any) -> bool:
    return bool(sites_overseen(user))


TABS = (
    Tab("can-duyet", _("To decide"), work.own_turn_of, _("Nothing waits for your decision.")),
    Tab("uy-quyen", _("Delegated to me"), work.delegated_to, _("Nothing was delegated to you.")),
    Tab("tra-lai", _("Returned to me"), standing.returned_to, _("None of your texts was returned.")),
    Tab("cua-toi", _("Mine, on the way"), standing.on_the_way, _("None of your texts is on its way.")),
    Tab("vuong", _("Stuck"), standing.stuck, _("Every stage has somebody who holds it.")),
    Tab("toan-ban", _("The whole board"), standing.overseen_by, _("No text is on its way."), oversees),
)


def lists_of(user: Any) -> dict[Tab, QuerySet[StageTaskState]]:
    """The tabs that `user` sees, each with its list."""
    return {tab: tab.states(user) for tab in TABS if tab.is_shown(user)}


def counts_of(lists: dict[Tab, QuerySet[StageTaskState]]) -> dict[Tab, int]:
    return {tab: states.order_by().count() for tab, states in lists.items()}


class WorkPanel(Component):
    """The first of my work on the first screen."""

    name = "work"
    template_name = "editorial/work_panel.html"
    order = 10

    def __init__(self, request: HttpRequest) -> None:
        self.user = request.user

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        lists = lists_of(self.user)
        counts = counts_of(lists)
        tab = first_with_work(counts)
        states = rows.shown(lists[tab])[:ON_FIRST_SCREEN]
        reviews = emergency.open_for(self.user)
        return {"tabs": counts.items(), "tab": tab, "rows": rows.rows_of(states), "reviews": reviews}


def first_with_work(counts: dict[Tab, int]) -> Tab:
    """What asks for something from this official, else the first."""
    return next((tab for tab, count in counts.items() if count), TABS[0])


class WorkView(WagtailAdminTemplateMixin, TemplateView):
    """One tab of my work, the most urgent first; without a name the first that holds something."""

    template_name = "editorial/work.html"
    page_title = _("My work")
    header_icon = "tasks"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    @cached_property
    def lists(self) -> dict[Tab, QuerySet[StageTaskState]]:
        return lists_of(self.request.user)

    @cached_property
    def counts(self) -> dict[Tab, int]:
        return counts_of(self.lists)

    @cached_property
    def tab(self) -> Tab:
        wanted = self.kwargs.get("tab")
        if not wanted:
            return first_with_work(self.counts)
        found = next((tab for tab in self.lists if tab.slug == wanted), None)
        if found is None:
            raise Http404
        return found

    @cached_property
    def filter(self) -> WorkFilter:
        return WorkFilter(self.request.GET, self.lists[self.tab], request=self.request)

    @property
    def is_filtered(self) -> bool:
        return any(self.request.GET.get(name) for name in WorkFilter.base_filters)

    def portion(self) -> Portion:
        states = rows.shown(self.filter.qs if self.is_filtered else self.lists[self.tab])
        paginator = Paginator(states, PER_PAGE)
        if not self.is_filtered:
            paginator.count = self.counts[self.tab]  # a cached property: the tabs have counted them
        return paginator.get_page(self.request.GET.get("p"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        portion = self.portion()
        return {
            **super().get_context_data(**kwargs),
            "tabs": self.counts.items(),
            "tab": self.tab,
            "reviews": emergency.open_for(self.request.user),
            "portion": portion,
            "rows": rows.rows_of(portion.object_list),
            "is_filtered": self.is_filtered,
        }
