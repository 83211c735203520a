"""What changed in a text, field by field, as Wagtail compares two versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from editorial.models.decisions import Action, Decision

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


@dataclass(frozen=True)
class Comparison:
    """`fields` are Wagtail's comparisons of the fields that differ; `label` says with what."""

    label: str
    fields: list[Any]


def comparisons(page: EditorialPage, text: EditorialPage, request: HttpRequest) -> list[Comparison]:
    """`text` beside what was returned, when it was, and beside what visitors read, when they do."""
    returned = at_return(page)
    found = []
    if returned is not None:
        found.append(Comparison(_("Changed since it was returned"), changes(returned, text, request)))
    if page.live:
        found.append(Comparison(_("Changed from what is on the portal"), changes(page, text, request)))
    return found


def at_return(page: EditorialPage) -> EditorialPage | None:
    """The text as it was returned last, while that version is kept."""
    entry = Decision.objects.filter(page=page.pk, action=Action.RETURNED).order_by("-at", "-pk").first()
    revision = page.revisions.filter(pk=entry.revision).first() if entry and entry.revision else None
    return revision.as_object() if revision else None


def changes(old: EditorialPage, new: EditorialPage, request: HttpRequest) -> list[Any]:
    panel = new.get_edit_handler().get_bound_panel(instance=new, request=request, form=None)
    found = [compare(old, new) for compare in panel.get_comparison()]
    return [field for field in found if field.has_changed()]
