"""What is read once in a request and afresh everywhere else; nothing outlives a request."""

from __future__ import annotations

from collections.abc import Callable, Hashable
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


def forget(**kwargs: Any) -> None:
    """Drops what the request remembers: something it may have been made of has changed."""
    if getattr(_request, "known", None):
        _request.known = {}


def forget_on(*models: type[Model]) -> None:
    """Calls `forget` whenever a row of these models is saved or deleted."""
    for model in models:
        post_save.connect(forget, sender=model)
        post_delete.connect(forget, sender=model)
        for field in model._meta.many_to_many:
            m2m_changed.connect(forget, sender=getattr(model, field.name).through)


def _open(**kwargs: Any) -> None:
    _request.known = {}


def _close(**kwargs: Any) -> None:
    _request.known = None


def connect() -> None:
    request_started.connect(_open, dispatch_uid="agency.request_memory.open")
    request_finished.connect(_close, dispatch_uid="agency.request_memory.close")
