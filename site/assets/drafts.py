"""Which files the newest drafts of pages use, and whether officials are deciding about one of them."""

from __future__ import annotations

from collections.abc import Callable, Collection

from wagtail.models import Page

from assets import usage
from assets.models import DraftUse, FileKind, Stored

AreDecided = Callable[[Collection[int]], bool]
_rules: list[AreDecided] = []


def register(are_decided: AreDecided) -> None:
    """`are_decided(numbers)` says whether the draft of any of these pages must stay as officials saw it."""
    _rules.append(are_decided)


def note(page: Page) -> None:
    """Keeps which files `page` uses as it stands in memory."""
    rows = DraftUse.objects.filter(page=page.pk)
    wanted, held = usage.references(page), set(rows.values_list("kind", "file_id"))
    for kind, ids in usage.by_kind(held - wanted).items():
        rows.filter(kind=kind, file_id__in=ids).delete()
    new = [DraftUse(page_id=page.pk, kind=kind, file_id=file_id) for kind, file_id in wanted - held]
    DraftUse.objects.bulk_create(new, ignore_conflicts=True)


def note_all() -> int:
    """Reads every draft again; returns how many there are."""
    count = 0
    for page in Page.objects.filter(latest_revision__isnull=False).specific().iterator():
        note(page.get_latest_revision_as_object())
        count += 1
    return count


def stands(file: Stored) -> bool:
    """Whether the public, or officials deciding about a page, rely on the file as it is."""
    return usage.is_used(file) or is_decided(file)


def is_decided(file: Stored) -> bool:
    uses = DraftUse.objects.filter(kind=FileKind.of(file), file_id=file.pk)
    pages = list(uses.values_list("page_id", flat=True))
    return bool(pages) and any(are_decided(pages) for are_decided in _rules)
