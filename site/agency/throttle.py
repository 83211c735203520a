"""How often one network may ask for something: counted in the cache, without keeping who asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

MINUTE, HOUR = 60, 3600  # seconds

View = Callable[[HttpRequest], HttpResponse]


def fingerprint(request: HttpRequest, salt: str) -> str:
    """A keyed digest of the network the request came from and of the day; it cannot be turned back."""
    address = request.META.get("REMOTE_ADDR", "")
    network = ":".join(address.split(":")[:4]) if ":" in address else address
    return salted_hmac(salt, f"{network} {timezone.localdate()}").hexdigest()


def too_many(key: str, most: int, within: int = HOUR) -> bool:
    """Counts once more under `key`; whether that is more often than `most` within so many seconds."""
    cache.add(key, 0, within)
    try:
        return cache.incr(key) > most
    except ValueError:  # the time ended between the two
        return False


def a_minute(most: int, name: str) -> Callable[[View], View]:
    """Lets one network ask a public view called `name` so often a minute; then 429 with Retry-After."""

    def limited(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest) -> HttpResponse:
            key = f"{name}.{fingerprint(request, name)}"
            return _wait() if too_many(key, most, MINUTE) else view(request)

        return asked

    return limited


def _wait() -> HttpResponse:
    said = _("Too many requests from your network. Try again in a minute.")
    headers = {"Retry-After": str(MINUTE), "Cache-Control": "no-store"}
    kind = "text/plain; charset=utf-8"
    return HttpResponse(said, content_type=kind, status=HTTPStatus.TOO_MANY_REQUESTS, headers=headers)
