"""What is read once in a request and afresh everywhere else; nothing outlives a request."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import Any, TypeVar

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save

T = TypeVar("T")
_request = Local()


def remember(key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gave for `key` earlier in this request, else what it gives now."""
    known = getattr(_request, "known", None)
    if known is None:
        return make()
    if key not in known:
        known[key] = make()
    return known[key]


def forget(keep: Collection[str] = ()) -> None:
    """Drops what the request remembers, but for what is known by a key that begins with a word of `keep`."""
    known = getattr(_request, "known", None)
    if known:
        _request.known = {key: kept for key, kept in known.items() if key[0] in keep}


def forget_on(*models: type[Model], keep: Collection[str] = ()) -> None:
    """Calls `forget` whenever a row of these models is saved or deleted."""

    def drop(**kwargs: Any) -> None:
        forget(keep)

    for model in models:
        post_save.connect(drop, sender=model, weak=False)
        post_delete.connect(drop, sender=model, weak=False)
        for field in model._meta.many_to_many:
            m2m_changed.connect(drop, sender=getattr(model, field.name).through, weak=False)


def _open(**kwargs: Any) -> None:
    _request.known = {}


def _close(**kwargs: Any) -> None:
    _request.known = None


def connect() -> None:
    request_started.connect(_open, dispatch_uid="agency.request_memory.open")
    request_finished.connect(_close, dispatch_uid="agency.request_memory.close")
