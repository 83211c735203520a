"""What happens to every request, whatever answers it."""

from __future__ import annotations

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.http.response import HttpResponseBase
from django.utils import translation

View = Callable[[HttpRequest], HttpResponse]
ENGLISH_PREFIX = "/en/"


def clean_request(get_response: View) -> View:
    """Takes NUL out of the query and refuses it in the path: no text has it, and PostgreSQL raises on it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "")
        if "\x00" in request.path_info:
            return HttpResponseNotFound(content_type="text/plain")
        return get_response(request)

    return middleware


def visitor_address(get_response: View) -> View:
    """Puts the visitor's own address into REMOTE_ADDR when PROXIES web servers of ours stand in front.

    Each of them adds to X-Forwarded-For the address it was asked from, so only the last PROXIES count;
    what stands before them the visitor may have written.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        hops = request.headers.get("X-Forwarded-For", "").split(",")
        if 0 < settings.PROXIES <= len(hops) and (address := hops[-settings.PROXIES].strip()):
            request.META["REMOTE_ADDR"] = address
        return get_response(request)

    return middleware


def language_by_address(get_response: View) -> View:
    """Vietnamese, or English below /en/: by the address alone, so a page is the same for every visitor."""

    def middleware(request: HttpRequest) -> HttpResponse:
        language = "en" if request.path_info.startswith(ENGLISH_PREFIX) else settings.LANGUAGE_CODE
        with translation.override(language):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        return response

    return middleware


def permissions_policy(get_response: View) -> View:
    """Tells the browser which of its features no page may use."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response

    return middleware


class ContentSecurityPolicy(CSPMiddleware):
    """The strict policy for public pages, Wagtail's needs for the administration."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path_info.startswith(settings.ADMIN_PREFIX):
            parts.config = settings.ADMIN_POLICY
        return parts
