"""The screen that explains one result to editors."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Site

from agency import policy
from search import find, kinds
from search.asking.question import LONGEST
from search.explanation.absence import path_of, without_entry
from search.explanation.explain import explain
from search.learning.models import QueryCount
from search.models import Entry
from search.query import Query

PER_PAGE = 20
NAME = "search_explained"


def may_explain(user: policy.Account) -> bool:
    """Who steers the search may also see why it answers so."""
    return policy.may(user, "view", QueryCount) and bool(policy.sites_of(user))


def address_of(site: Site, words: str, **more: str) -> str:
    """Where the results of a question are explained, or with `url` one of them."""
    return f"{reverse(NAME)}?{urlencode({'q': words, 'site': site.pk, **more})}"


class ExplanationForm(forms.Form):
    q = forms.CharField(label=_("Search words"), max_length=LONGEST)
    url = forms.CharField(
        label=_("Address of the page"),
        max_length=1000,
        required=False,
        help_text=_("Copied from the browser. Left empty, the results are listed to choose from."),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    site = forms.ModelChoiceField(label=_("Portal"), queryset=Site.objects.none(), required=False)

    def __init__(self, data: Any, sites: list[Site]) -> None:
        super().__init__(data)
        self.sites = sites
        labels = [(kind.slug, kind.plural) for kind in kinds.in_order()]
        self.fields["kind"].choices = [("", _("All kinds")), *labels]
        self.fields["site"].queryset = Site.objects.filter(pk__in=[site.pk for site in sites])
        if len(sites) < 2:
            self.fields["site"].widget = forms.HiddenInput()

    def query(self, page: int) -> Query:
        kind = self.cleaned_data["kind"]
        site = self.cleaned_data["site"] or self.sites[0]
        return Query(
            self.cleaned_data["q"], site, kinds=(kind,) if kind else (), page=page, per_page=PER_PAGE
        )


class ExplanationView(WagtailAdminTemplateMixin, TemplateView):
    """Without a page the results of the question; with one why it stands where it does, or does not come."""

    template_name = "search/admin/explanation.html"
    page_title = _("Explain a result")
    header_icon = "search"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_explain(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = ExplanationForm(self.request.GET or None, policy.sites_of(self.request.user))
        context = {**super().get_context_data(**kwargs), "form": form}
        if not form.is_valid():
            return context
        asked = {**context, "list_url": self._listing(form)}
        return asked | (self._explained(form) if form.cleaned_data["url"] else self._listed(form))

    def _explained(self, form: ExplanationForm) -> dict[str, Any]:
        query, path = form.query(1), path_of(form.cleaned_data["url"])
        entry = Entry.objects.filter(site=query.site, url=path).first()
        if entry is None:
            return {"nowhere": without_entry(self.request.user, query.site, path)}
        return {"explanation": explain(query, entry)}

    def _listed(self, form: ExplanationForm) -> dict[str, Any]:
        asked = self.request.GET.get("p", "")
        results = find(form.query(int(asked) if asked.isdecimal() and len(asked) < 5 else 1))
        portion = Paginator(range(results.total), PER_PAGE).get_page(asked)
        if portion.number != results.query.page:
            results = find(form.query(portion.number))
        rows = [(hit, f"{self._listing(form)}&{urlencode({'url': hit.url})}") for hit in results.hits]
        return {"results": results, "rows": rows, "portion": portion}

    def _listing(self, form: ExplanationForm) -> str:
        """The address of the results of the question alone."""
        kept = {name: self.request.GET.get(name, "") for name in ("q", "kind", "site")}
        return f"?{urlencode({name: value for name, value in kept.items() if value})}"
