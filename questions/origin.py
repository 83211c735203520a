"""Where a public form came from, without a cookie: own pages only, and not too often (decision 18)."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from questions.models import Question

MOST_QUESTIONS_AN_HOUR = 5
MOST_LOOKUPS_AN_HOUR = 20
HOUR = 3600


def is_own(request: HttpRequest) -> bool:
    """Whether the browser says that the form stood on this site; a browser that says nothing is believed."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return False
    stated = request.headers.get("Origin") or request.headers.get("Referer")
    return not stated or urlsplit(stated).netloc == request.get_host()


def fingerprint(request: HttpRequest) -> str:
    """A keyed digest of the network the request came from and of the day; it cannot be turned back."""
    address = request.META.get("REMOTE_ADDR", "")
    network = ":".join(address.split(":")[:4]) if ":" in address else address
    return salted_hmac("questions.sender", f"{network} {timezone.localdate()}").hexdigest()


def too_many(request: HttpRequest) -> bool:
    """Whether this network has sent its questions of the hour; counted over all processes."""
    since = timezone.now() - timedelta(hours=1)
    sent = Question.objects.filter(sender=fingerprint(request), created_at__gte=since)
    return sent.count() >= MOST_QUESTIONS_AN_HOUR


def too_many_lookups(request: HttpRequest) -> bool:
    key = f"questions.lookups.{fingerprint(request)}"
    cache.add(key, 0, HOUR)
    return cache.incr(key) > MOST_LOOKUPS_AN_HOUR
