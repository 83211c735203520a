"""Publishing in an emergency, and the list of what was published so and waits for its review."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.chain import emergency
from editorial.chain.refusals import Refused
from editorial.checks import gate
from editorial.models.emergencies import Emergency
from editorial.models.pages import EditorialPage
from editorial.permissions import may_read, sites_overseen

PER_PAGE = 20


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why it cannot wait"),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": gettext_lazy("Say why the text cannot wait for its chain.")},
    )


class ReviewForm(forms.ModelForm):
    comment = forms.CharField(label=gettext_lazy("Conclusion"), widget=forms.Textarea({"rows": 3}))

    class Meta:
        model = Emergency
        fields = ("outcome",)
        widgets = {"outcome": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"] = forms.ChoiceField(
            label=gettext_lazy("Outcome"), choices=Emergency.Outcome, widget=forms.RadioSelect
        )


class EmergencyView(WagtailAdminTemplateMixin, TemplateView):
    """The one post asks with a reason, the other agrees; for the holders of the two posts."""

    template_name = "editorial/emergency.html"
    page_title = gettext_lazy("Publish in an emergency")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        site = self.page.get_site()
        if not (site and emergency.holds_a_post(site, request.user) and may_read(request.user, self.page)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> EditorialPage:
        return get_object_or_404(EditorialPage, pk=self.kwargs["pk"]).specific

    @cached_property
    def text(self) -> EditorialPage:
        return self.page.get_latest_revision_as_object()

    @cached_property
    def asked(self) -> Emergency | None:
        return emergency.waiting_for(self.page, self.text)

    def get_page_subtitle(self) -> str:
        return self.text.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        agrees = request.POST.get("action") == "agree"
        form = ReasonForm(None if agrees else request.POST)
        if not agrees and not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        try:
            return self.agree() if agrees else self.ask(form)
        except Refused as refusal:
            context = self.get_context_data(form=form, refusals=refusal.messages)
            return self.render_to_response(context, status=409)

    def ask(self, form: ReasonForm) -> HttpResponse:
        emergency.ask(self.page, self.request.user, form.cleaned_data["reason"])
        messages.success(self.request, _("The holder of the other post is told and can agree for one day."))
        return redirect("editorial_emergency", self.page.pk)

    def agree(self) -> HttpResponse:
        number = self.request.POST.get("emergency", "")
        rows = Emergency.objects.filter(page=self.page.pk)
        emergency.agree(get_object_or_404(rows, pk=int(number) if number.isdigit() else 0), self.request.user)
        messages.success(self.request, _("Published. The publication waits for its review by the board."))
        return redirect("editorial_emergencies")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, asked = self.request.user, self.asked
        return {
            **super().get_context_data(**kwargs),
            "page": self.page,
            "text": self.text,
            "asked": asked,
            "form": kwargs.get("form") or ReasonForm(),
            "refusals": kwargs.get("refusals") or [],
            "why_not": emergency.why_not(self.page, self.text, user),
            "why_not_agree": emergency.why_not_agree(asked, self.text, user) if asked else "",
            "verdicts": gate.verdicts(self.text),
        }


class EmergenciesView(WagtailAdminTemplateMixin, TemplateView):
    """What was asked for and published in an emergency, what waits for its review first."""

    template_name = "editorial/emergencies.html"
    page_title = gettext_lazy("Published in an emergency")
    header_icon = "warning"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not sites_overseen(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The review of one publication."""
        rows = emergency.overseen_by(request.user)
        number = request.POST.get("emergency", "")
        held = get_object_or_404(rows, pk=int(number) if number.isdigit() else 0)
        form = ReviewForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form, held=held), status=422)
        try:
            emergency.review(held, request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal)
            return self.render_to_response(self.get_context_data(form=form, held=held), status=409)
        messages.success(request, _("The review is recorded."))
        return redirect("editorial_emergencies")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        portion = Paginator(emergency.overseen_by(user), PER_PAGE).get_page(self.request.GET.get("p"))
        held = kwargs.get("held")
        for row in portion:
            row.may_review = not emergency.why_not_review(row, user)
            row.form = kwargs["form"] if held and row.pk == held.pk else ReviewForm(prefix=None)
        return {**super().get_context_data(**kwargs), "portion": portion}
