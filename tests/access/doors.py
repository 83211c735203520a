"""Asking only who is let in: whoever is, goes no further, and what one request read the next need not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from django.conf import settings
from django.contrib import auth
from django.core.signals import request_finished, request_started
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from wagtail import hooks
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

from agency import request_memory
from tests.access import rows as answers
from tests.access.rows import Row
from tests.world import World

# Wagtail calls these once it has decided, before it builds a form.
DEEDS = ("create", "edit", "copy", "delete", "unpublish")
STOPS = [(f"before_{deed}_page", lambda *args: HttpResponse()) for deed in DEEDS]


@contextmanager
def undone() -> Iterator[None]:
    """Nothing is done for those who are let in; moving calls its hook before it has decided."""
    with hooks.register_temporarily(STOPS), patch.object(MovePageAction, "_move_page"):
        yield


@contextmanager
def undrawn() -> Iterator[None]:
    """Templates are not drawn: that comes last."""
    with (
        patch.object(TemplateResponse, "rendered_content", ""),
        patch.object(Page, "make_preview_request", lambda *args, **kwargs: HttpResponse()),
    ):
        yield


@contextmanager
def one_reading() -> Iterator[None]:
    """Accounts, and what a request remembers, hold for all that follow: each undoes what it did."""
    accounts = {}
    read = auth.get_user

    def known(request: HttpRequest):
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        if key not in accounts:
            accounts[key] = read(request)
        return accounts[key]

    request_started.disconnect(dispatch_uid="agency.request_memory.open")
    request_finished.disconnect(dispatch_uid="agency.request_memory.close")
    request_memory._open()
    try:
        with patch.object(auth, "get_user", known):
            yield
    finally:
        request_memory._close()
        request_memory.connect()


@contextmanager
def light() -> Iterator[None]:
    """What costs most and decides nothing is left out."""
    with undrawn(), one_reading():
        yield


def wrong(rows: Iterable[Row], world: World, roles: Iterable[str]) -> list[str]:
    """What `rows` say otherwise of who is let in; those who are not must not have written anything."""
    asked = [replace(row, changes=False) for row in rows]
    with undone(), light():
        return answers.wrong(asked, world, roles)
