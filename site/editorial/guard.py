"""The one place that says whether a page may become public (decisions 7 and 8)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from editorial.models import EditorialPage


class PublicationRefused(ValidationError):
    """The page may not become public; the message says why and what to do."""


def alias_without_key(page: EditorialPage) -> str:
    """Aliases of keyed types are refused: two addresses would claim one key (decision 6)."""
    if page.alias_of_id and page.key_kind:
        return _("A page with its own number or code cannot have an alias. Link to the page instead.")
    return ""


RULES: list[Callable[[EditorialPage], str]] = [alias_without_key]


def check(page: EditorialPage) -> None:
    """Raises `PublicationRefused` with the reasons of every rule that `page` breaks."""
    reasons = [reason for rule in RULES if (reason := rule(page))]
    if reasons:
        raise PublicationRefused(reasons)
