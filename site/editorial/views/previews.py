"""The preview links of one draft: who outside may read it, until when, and ending that."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial import permissions
from editorial.chain.refusals import Refused
from editorial.mail.composing import absolute
from editorial.models.links import PreviewLink
from editorial.models.pages import EditorialPage
from editorial.outside import previewing

SHOWN_LINKS = 50


class PreviewForm(forms.ModelForm):
    class Meta:
        model = PreviewLink
        fields = ("reader", "days")


class DraftMixin:
    """The page in the address, for those who may show its draft to others."""

    request: Any
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_show(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    @cached_property
    def page(self) -> EditorialPage:
        return get_object_or_404(EditorialPage, pk=self.kwargs["pk"]).specific


def may_show(user: Any, page: EditorialPage) -> bool:
    """Whether `user` works on the draft: may change it, or decides about it now."""
    return permissions.may_read(user, page) and page.permissions_for_user(user).can_edit()


class PreviewLinksView(DraftMixin, WagtailAdminTemplateMixin, TemplateView):
    """A new link shows its address once."""

    template_name = "editorial/previews.html"
    page_title = gettext_lazy("Preview for outsiders")
    header_icon = "view"

    def get_page_subtitle(self) -> str:
        return self.page.draft_title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = PreviewForm(request.POST)
        address = self.made(form) if form.is_valid() else ""
        context = self.get_context_data(form=PreviewForm() if address else form, address=address)
        response = self.render_to_response(context, status=200 if address else 422)
        response["Cache-Control"] = "private, no-store"
        return response

    def made(self, form: PreviewForm) -> str:
        try:
            token = previewing.make(self.page, self.request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal)
            return ""
        return absolute(reverse("editorial_preview", args=[token]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        links = PreviewLink.objects.filter(page=self.page).select_related("made_by__person")
        text = self.page.get_latest_revision_as_object()
        return {
            **super().get_context_data(**kwargs),
            "form": kwargs.get("form") or PreviewForm(),
            "refusal": previewing.why_not(text, self.page),
            "links": links[:SHOWN_LINKS],
            "page": self.page,
        }


class RevokePreviewView(DraftMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, link_id: int) -> HttpResponse:
        previewing.revoke(get_object_or_404(PreviewLink, pk=link_id, page=pk), request.user)
        messages.success(request, _("The link opens nothing any more."))
        return redirect("editorial_previews", pk)
