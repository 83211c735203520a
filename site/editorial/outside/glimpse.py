"""A draft as visitors would read it, with its private files, below the address of a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from assets import usage
from assets.models import CustomDocument, FileKind, Stored
from assets.serving import owner_and_name, send

if TYPE_CHECKING:
    from editorial.models import EditorialPage

STANDS_IN_MARKUP = rb"""(?<=["'\s,(])"""


def show(page: EditorialPage, request: HttpRequest, base: str) -> HttpResponse:
    """`page` rendered as a preview; its files have their addresses below `base`."""
    response = page.make_preview_request(request, page.default_preview_mode)
    if hasattr(response, "render"):
        response.render()
    for begin in (reverse("assets_file", args=["x"])[:-1], documents_begin()):
        response.content = moved(response.content, begin, base)
    return response


def documents_begin() -> str:
    return reverse("wagtaildocs_serve", args=[1, "x"]).removesuffix("1/x")


def moved(content: bytes, begin: str, base: str) -> bytes:
    """`content` with every address that starts with `begin` put below `base`."""
    pattern = STANDS_IN_MARKUP + re.escape(begin.encode())
    return re.sub(pattern, f"{base}{begin.lstrip('/')}".encode(), content)


def send_file(page: EditorialPage, name: str) -> HttpResponseBase:
    """The stored file `name`, when the text of `page` uses it. Raises `Http404`."""
    found = owner_and_name(name)
    if found is None or found[0] is None or not uses(page, found[0]):
        raise Http404
    return send(default_storage, found[1])


def send_document(page: EditorialPage, number: int) -> HttpResponseBase:
    """The document with this number, when the text of `page` uses it. Raises `Http404`."""
    document = CustomDocument.objects.filter(pk=number).first()
    if document is None or not uses(page, document):
        raise Http404
    return send(default_storage, document.file.name)


def uses(page: EditorialPage, file: Stored) -> bool:
    return (FileKind.of(file).value, file.pk) in usage.references(page)
