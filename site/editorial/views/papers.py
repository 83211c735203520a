"""Recording a decision that was made on paper, and its scan."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from agency.models import Person
from assets import serving, uploads
from editorial.chain import papers
from editorial.chain.digest import digest_of
from editorial.chain.forms import BACK, ReturnForm
from editorial.chain.refusals import Refused
from editorial.models.papers import PaperDecision
from editorial.views.decide import StateMixin
from editorial.views.trail import visible_entries

SCANS = ("pdf", "jpg", "png")


class PaperForm(ReturnForm):
    """What stands on the paper."""

    action = forms.ChoiceField(
        label=gettext_lazy("Decision on the paper"),
        choices=[("approve", gettext_lazy("Approve")), ("reject", gettext_lazy("Return"))],
        widget=forms.RadioSelect,
    )
    signer = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Decided and signed by"))
    signed_on = forms.DateField(
        label=gettext_lazy("Day on the paper"), widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    scan = forms.FileField(label=gettext_lazy("Scanned paper"))
    same = forms.BooleanField(
        label=gettext_lazy("I compared them: the text here is, word for word, the one on the paper.")
    )

    field_order = ("signer", "signed_on", "action", "reason", "comment", "scan", "same")

    def __init__(self, *args: Any, signers: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].queryset = signers
        self.fields["scan"].help_text = scan_rule().help_text
        self.fields["scan"].widget.attrs["accept"] = ",".join(f".{one}" for one in SCANS)

    def clean_scan(self) -> Any:
        uploads.check(self.cleaned_data["scan"], scan_rule())
        return self.cleaned_data["scan"]

    def clean(self) -> dict[str, Any]:
        return super().clean() if self.data.get("action") in BACK else self.cleaned_data


def scan_rule() -> uploads.Rule:
    return uploads.Rule(SCANS, uploads.rule("document").limit)


class PaperView(StateMixin, WagtailAdminTemplateMixin, TemplateView):
    template_name = "editorial/paper.html"
    page_title = gettext_lazy("Record a decision on paper")
    header_icon = "doc-full"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if papers.why_not(self.state, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.text.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    @cached_property
    def signers(self) -> QuerySet[Person]:
        return papers.signers(self.state, self.text, self.request.user)

    def form(self) -> PaperForm:
        initial = {"digest": digest_of(self.text), "signed_on": timezone.localdate()}
        data = (self.request.POST, self.request.FILES) if self.request.method == "POST" else ()
        return PaperForm(*data, signers=self.signers, initial=initial)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        given = {name: value for name, value in form.cleaned_data.items() if name != "same"}
        try:
            papers.record(self.state, request.user, **given)
        except Refused as refusal:
            form.add_error(None, refusal)
            return self.render_to_response(self.get_context_data(form=form), status=409)
        messages.success(request, _("“%(title)s”: the decision is recorded.") % {"title": self.text.title})
        return redirect("editorial_work")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "form": kwargs.get("form") or self.form(),
            "state": self.state,
            "text": self.text,
            "signers": self.signers,
        }


def scan(request: HttpRequest, pk: int) -> FileResponse:
    """The scanned paper, for those who may read its entry in the trail; kept in no cache."""
    entries = visible_entries(request.user).values("pk")
    paper = get_object_or_404(PaperDecision, pk=pk, entry__in=entries)
    response = serving.send(paper.scan.storage, str(paper.scan.name))
    response["Cache-Control"] = "private, no-store"
    return response
