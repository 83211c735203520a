"""Turns a refusal raised while saving or publishing into a message, wherever in the admin it arose."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from editorial.guard import PublicationRefused
from editorial.models.claims import KeyTaken


class RefusalMessages:
    """`PublicationRefused` and `KeyTaken` are answers to an official, not errors of the program."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, PublicationRefused | KeyTaken):
            return None
        text = " ".join(error.messages)
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse(
                {"success": False, "error_code": "refused", "error_message": text}, status=400
            )
        messages.error(request, text)
        return HttpResponseRedirect(way_back(request))


def way_back(request: HttpRequest) -> str:
    """The page the official came from, when it is ours."""
    referrer = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(referrer, {request.get_host()}, request.is_secure())
    return referrer if ours else reverse("wagtailadmin_home")
