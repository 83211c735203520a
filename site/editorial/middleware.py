"""Turns a refusal raised while saving or publishing into a message, wherever in the admin it arose."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from editorial.chain.refusals import Refused
from editorial.models.claims import KeyTaken


class RefusalMessages:
    """`Refused` and `KeyTaken` are answers to an official, not errors of the program."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, Refused | KeyTaken):
            return None
        text = " ".join(error.messages)
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse(
                {"success": False, "error_code": "refused", "error_message": text}, status=400
            )
        messages.error(request, text)
        return HttpResponseRedirect(way_back(request, getattr(error, "page_id", None)))


def way_back(request: HttpRequest, page_id: int | None) -> str:
    """The page the official came from, when it is ours; from the form of a new page the form of its draft."""
    referrer = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(referrer, {request.get_host()}, request.is_secure())
    if page_id and "/pages/add/" in referrer:
        return reverse("wagtailadmin_pages:edit", args=[page_id])
    return referrer if is_ours else reverse("wagtailadmin_home")
