"""Withdrawing a public page, by those who may take it down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial import withdrawing
from editorial.models.corrections import Withdrawal
from editorial.models.pages import EditorialPage

REMOVED, KEPT = "removed", "kept"


class WithdrawalForm(forms.ModelForm):
    text = forms.ChoiceField(
        label=gettext_lazy("The text"),
        choices=[
            (REMOVED, gettext_lazy("is taken down; its address says only what you write here")),
            (KEPT, gettext_lazy("stays readable below a notice that it is withdrawn")),
        ],
        initial=REMOVED,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Withdrawal
        fields = ("explanation",)
        widgets = {"explanation": forms.Textarea({"rows": 4})}


class WithdrawView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "editorial/withdraw.html"
    page_title = gettext_lazy("Withdraw")
    header_icon = "no-view"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.page.permissions_for_user(request.user).can_unpublish():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> EditorialPage:
        return get_object_or_404(EditorialPage, pk=self.kwargs["pk"]).specific

    def get_page_subtitle(self) -> str:
        return self.page.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = WithdrawalForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        keeps = form.cleaned_data["text"] == KEPT
        try:
            withdrawing.withdraw(self.page, request.user, form.cleaned_data["explanation"], keeps)
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return self.render_to_response(self.get_context_data(form=form), status=409)
        messages.success(request, _("“%(title)s” is withdrawn.") % {"title": self.page.title})
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form") or WithdrawalForm()
        return {**super().get_context_data(**kwargs), "page": self.page, "form": form}
