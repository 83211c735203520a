"""How often one network may ask for something: counted in the cache, without keeping who asked."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

HOUR = 3600


def fingerprint(request: HttpRequest, salt: str) -> str:
    """A keyed digest of the network the request came from and of the day; it cannot be turned back."""
    address = request.META.get("REMOTE_ADDR", "")
    network = ":".join(address.split(":")[:4]) if ":" in address else address
    return salted_hmac(salt, f"{network} {timezone.localdate()}").hexdigest()


def too_many(key: str, most: int) -> bool:
    """Counts once more under `key`; whether that is more often than `most` within the hour."""
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # the hour ended between the two
        return False
