"""What the checks say about a page, and answering for it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial import permissions
from editorial.chain.digest import digest_of
from editorial.chain.refusals import ChangeRefused
from editorial.checks import clearing, gate, masking
from editorial.checks.subject import files_as_read
from editorial.models.pages import EditorialPage


class ChecksView(WagtailAdminTemplateMixin, TemplateView):
    """The checks of the draft, for everybody who may see it."""

    template_name = "editorial/checks.html"
    page_title = gettext_lazy("Checks")
    header_icon = "glasses"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not permissions.may_read(request.user, self.stored):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def stored(self) -> EditorialPage:
        return get_object_or_404(EditorialPage, pk=self.kwargs["pk"])

    @cached_property
    def text(self) -> EditorialPage:
        return self.stored.specific.get_latest_revision_as_object()

    def get_page_subtitle(self) -> str:
        return self.text.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("action") == "mask":
            return self.mask()
        wanted = request.POST.get("mark", "")
        finding = next((one for one in gate.run(self.text) if one.mark == wanted), None)
        if finding is None:
            messages.error(request, _("The text was changed: what you answered for is no longer there."))
            return self.back()
        try:
            clearing.answer_for(self.text, finding, request.user, request.POST.get("note", ""))
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return self.back()
        messages.success(request, _("Your word is recorded with your name."))
        return self.back()

    def mask(self) -> HttpResponse:
        """Saves a draft in which what the gate would stop is starred out."""
        draft = masking.masked(self.text)
        if not self.may_edit:
            raise PermissionDenied
        if digest_of(draft) == digest_of(self.text):
            messages.info(self.request, _("There is nothing in the text to mask. Files are masked by hand."))
            return self.back()
        try:
            draft.save_revision(user=self.request.user, log_action=True)
        except ChangeRefused as refusal:
            messages.error(self.request, " ".join(refusal.messages))
            return self.back()
        messages.success(self.request, _("Masked in the draft. Read it again: a program does not see all."))
        return self.back()

    @property
    def may_edit(self) -> bool:
        return self.stored.specific.permissions_for_user(self.request.user).can_edit()

    def back(self) -> HttpResponse:
        wanted = self.request.POST.get("next", "")
        host = {self.request.get_host()}
        is_ours = url_has_allowed_host_and_scheme(wanted, host, self.request.is_secure())
        return redirect(wanted if is_ours else "editorial_checks", *([] if is_ours else [self.stored.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, found = self.request.user, gate.verdicts(self.text)
        return {
            **super().get_context_data(**kwargs),
            "page": self.stored,
            "verdicts": found,
            "files": files_as_read(self.text, user),
            "may_answer": clearing.may_answer(self.text, user),
            "may_edit": self.may_edit,
            "may_mask": self.may_edit and any(v.finding.check == "personal" and v.holds_back for v in found),
        }
