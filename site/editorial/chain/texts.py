"""The text a decision is about: the newest draft, built from its revision once in a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Page, Revision

from agency.request_memory import remember

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


def text_of(page: int) -> EditorialPage:
    """The newest text of the page with this number, to be read and not to be changed or saved."""
    revision = Page.objects.values_list("latest_revision", flat=True).get(pk=page)
    if revision is None:
        return Page.objects.get(pk=page).specific
    return remember(("text", revision), lambda: Revision.objects.get(pk=revision).as_object())
