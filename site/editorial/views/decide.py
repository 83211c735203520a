"""The page on which an official reads a text and decides about it; made for a phone first."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.generic import TemplateView, View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial import permissions
from editorial.chain import actions, deciders, explain, papers
from editorial.chain.comparing import comparisons
from editorial.chain.digest import digest_of
from editorial.chain.forms import StepForm
from editorial.chain.refusals import Refused
from editorial.checks import clearing, gate
from editorial.models.decisions import Action, Decision
from editorial.models.pages import EditorialPage
from editorial.models.stages import StageTaskState

SHOWN_ENTRIES = 20
WORK = "editorial_work"


class StateMixin:
    """The stage in the address, for those who may see its page."""

    request: Any
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.admit()
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    def admit(self) -> None:
        """Raises `PermissionDenied` for who may neither decide here nor read the page."""
        if self.seat is None and not permissions.may_read(self.request.user, self.state.page):
            raise PermissionDenied

    @cached_property
    def state(self) -> StageTaskState:
        return get_object_or_404(StageTaskState, pk=self.kwargs["pk"])

    @cached_property
    def text(self) -> EditorialPage:
        return self.state.text()

    @cached_property
    def seat(self) -> Any:
        return actions.seat_of(self.state, self.request.user)


class DecideView(StateMixin, WagtailAdminTemplateMixin, TemplateView):
    """Preview, comparison, checks, what was said before, and the buttons of this official."""

    template_name = "editorial/decide.html"
    page_title = gettext_lazy("Decision")
    header_icon = "tasks"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        mine = {"url": reverse(WORK), "label": _("My work")}
        return [*super().get_breadcrumbs_items(), mine, {"url": "", "label": self.page_title}]

    def admit(self) -> None:
        """Whoever decides is asked for under the lock; `again` admits before it shows the page."""
        if self.request.method != "POST":
            super().admit()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.state.finished_at:
            messages.info(request, explain.decided(self.state))
            return redirect(WORK)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.again(form)
        try:
            done = form.cleaned_data.pop("action")
            actions.decide(self.state, self.request.user, done, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal)
            return self.again(form, status=409 if self.seat else 403)
        messages.success(request, _("“%(title)s”: your decision is recorded.") % {"title": self.text.title})
        return redirect(WORK)

    def again(self, form: Form, status: int = 200) -> HttpResponse:
        super().admit()
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def form(self, data: Any = None) -> Form:
        return StepForm(data, state=self.state, text=self.text, initial={"digest": digest_of(self.text)})

    @cached_property
    def offered(self) -> list[tuple[str, Any]]:
        if self.seat is None or self.state.finished_at:
            return []
        return actions.labels(self.state, self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page, entries = self.state.page, Decision.objects.on(self.state.page_id)
        turn = deciders.deciders_of(self.state)
        return {
            **super().get_context_data(**kwargs),
            "state": self.state,
            "text": self.text,
            "form": kwargs.get("form") or self.form(),
            "buttons": self.offered,
            "whose_turn": explain.names(turn.users),
            "warning": explain.warning(self.state, turn),
            "verdicts": gate.verdicts(self.text),
            "may_answer": clearing.may_answer(self.text, self.request.user),
            "comparisons": comparisons(page.specific, self.text, self.request),
            "entries": list(entries.select_related("paper").reverse()[:SHOWN_ENTRIES]),
            "returns": entries.filter(action=Action.RETURNED).count(),
            "seat": self.seat,
            "may_record": not (self.state.finished_at or papers.why_not(self.state, self.request.user)),
            "may_edit": page.specific.permissions_for_user(self.request.user).can_edit(),
        }


@method_decorator(xframe_options_sameorigin, name="dispatch")
class TextView(StateMixin, View):
    """The text as visitors would read it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.text.make_preview_request(request, self.text.default_preview_mode)
