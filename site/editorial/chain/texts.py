"""The text a decision is about: the newest draft, built from its revision once in a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wagtail.models import Page

from agency.request_memory import remember
from editorial.models.drafts import Draft

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


def text_of(page: int) -> EditorialPage:
    """The newest text of the page with this number, to be read and not to be changed or saved."""
    number = Page.objects.values_list("latest_revision", flat=True).get(pk=page)
    if number is None:
        return Page.objects.get(pk=page).specific
    return remember(("text", number), lambda: Draft.objects.get(pk=number).text)
