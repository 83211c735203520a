"""The pages behind a link in a mail: looking changes nothing, deciding asks for the PIN."""

from __future__ import annotations

from abc import ABC, abstractmethod
from copy import copy
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from agency import throttle
from editorial.chain.comparing import comparisons
from editorial.checks import gate
from editorial.models.decisions import Channel, Decision
from editorial.models.links import MailLink, PreviewLink, SecretLink
from editorial.models.pages import EditorialPage
from editorial.models.pins import DecidingPin, PinLocked, WrongPin
from editorial.outside import deciding, glimpse, previewing
from editorial.outside.forms import MailForm, locked_until

MOST_MISSES_AN_HOUR = 30
MOST_DECISIONS_AN_HOUR = 20
HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class LinkView(ABC, View):
    """What stands behind a link that opens; `closed.html` and the reason behind any other."""

    kind: ClassVar[type[SecretLink]]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        reason, status = self.refusal()
        answer = super().dispatch
        response = self.closed(reason, status) if reason else answer(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    @cached_property
    def link(self) -> Any:
        return self.kind.known(self.kwargs["token"])

    def refusal(self) -> tuple[str, int]:
        """Why nothing is shown, with the status that says so; "" when the link opens."""
        if self.link is None:
            key = f"links.{throttle.fingerprint(self.request, 'links')}"
            if throttle.too_many(key, MOST_MISSES_AN_HOUR):
                return _("Too many attempts. Try again in an hour."), 429
            return _(
                "There is no such link. It may have been cut: copy the whole address from the mail."
            ), 404
        return self.why_closed(), 410

    @abstractmethod
    def why_closed(self) -> str:
        """Why the link opens nothing, "" while it does."""

    def closed(self, reason: str, status: int) -> HttpResponse:
        return render(self.request, "editorial/outside/closed.html", {"reason": reason}, status=status)

    @property
    @abstractmethod
    def text(self) -> EditorialPage:
        """The draft the link is about."""


class MailLinkView(LinkView):
    kind = MailLink

    @cached_property
    def text(self) -> EditorialPage:
        return deciding.text_of(self.link.state)

    def why_closed(self) -> str:
        return deciding.why_closed(self.link, self.text)

    def closed(self, reason: str, status: int) -> HttpResponse:
        work = reverse("editorial_decide", args=[self.link.state_id]) if self.link else ""
        context = {"reason": reason, "work": work or reverse("editorial_work")}
        return render(self.request, "editorial/outside/closed.html", context, status=status)


# The token in the address and the PIN are the proof: no cookie is read, so none can be misused.
@method_decorator(csrf_exempt, name="dispatch")
class MailDecideView(MailLinkView):
    """The text, the checks, what changed, and two buttons."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        return self.page(MailForm())

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        form = MailForm(request.POST)
        if self.in_time(form) and form.is_valid() and self.knows_pin(form) and self.decided(form):
            entry = Decision.objects.on(self.link.state.page_id).filter(channel=Channel.MAIL).last()
            context = {"title": self.text.full_title, "entry": entry}
            return render(request, "editorial/outside/decided.html", context)
        return self.page(form, status=422)

    def in_time(self, form: MailForm) -> bool:
        if not throttle.too_many(f"mail-link.{self.link.pk}", MOST_DECISIONS_AN_HOUR):
            return True
        form.full_clean()
        form.add_error(None, _("Too many attempts. Try again in an hour."))
        return False

    def knows_pin(self, form: MailForm) -> bool:
        try:
            DecidingPin.verify(self.link.user, form.cleaned_data.pop("pin"))
        except PinLocked as lock:
            form.add_error("pin", locked_until(lock))
        except WrongPin:
            form.add_error("pin", _("This is not your PIN. Your decision is not recorded yet."))
        return not form.errors

    def decided(self, form: MailForm) -> bool:
        try:
            deciding.decide(self.link, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        return not form.errors

    def page(self, form: MailForm, status: int = 200) -> HttpResponse:
        return render(self.request, "editorial/outside/decide.html", self.context(form), status=status)

    def context(self, form: MailForm) -> dict[str, Any]:
        state, reader = self.link.state, copy(self.request)
        reader.user = self.link.user
        return {
            "form": form,
            "state": state,
            "text": self.text,
            "text_url": reverse("editorial_mail_text", args=[self.kwargs["token"]]),
            "has_pin": DecidingPin.objects.filter(user=self.link.user).exists(),
            "buttons": deciding.offered(state, self.link.user),
            "verdicts": gate.verdicts(self.text),
            "comparisons": comparisons(state.page.specific, self.text, reader),
        }


class GlimpseView(LinkView):
    """The text as visitors would read it."""

    home = ""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        return glimpse.show(self.text, request, reverse(self.home, args=[token]))


class FileView(LinkView):
    def get(self, request: HttpRequest, token: str, name: str) -> HttpResponseBase:
        return glimpse.send_file(self.text, name)


class DocumentView(LinkView):
    def get(self, request: HttpRequest, token: str, number: int, name: str) -> HttpResponseBase:
        return glimpse.send_document(self.text, number)


class MailTextView(MailLinkView, GlimpseView):
    home = "editorial_mail_decide"


class MailFileView(MailLinkView, FileView):
    pass


class MailDocumentView(MailLinkView, DocumentView):
    pass


class PreviewLinkView(LinkView):
    kind = PreviewLink

    @cached_property
    def text(self) -> EditorialPage:
        return self.link.page.specific.get_latest_revision_as_object()

    def why_closed(self) -> str:
        return previewing.why_closed(self.link, self.text)


class PreviewView(PreviewLinkView):
    """Says whose draft it is and until when it can be read; the draft stands below."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        previewing.note(self.link, self.text)
        text_url = reverse("editorial_preview_text", args=[token])
        context = {"text": self.text, "link": self.link, "text_url": text_url}
        return render(request, "editorial/outside/preview.html", context)


class PreviewTextView(PreviewLinkView, GlimpseView):
    home = "editorial_preview"


class PreviewFileView(PreviewLinkView, FileView):
    pass


class PreviewDocumentView(PreviewLinkView, DocumentView):
    pass
