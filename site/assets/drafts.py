"""Which files the drafts of pages use: whether they must stay as they are, and who may not see them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from agency.request_memory import remember
from assets import usage
from assets.models import DraftUse, FileKind, FileUse, Stored


def never(pages: Collection[int]) -> bool:
    return False


def none(user: Any) -> QuerySet:
    return Page.objects.none().values("pk")


@dataclass
class Rules:
    """What is known of drafts in a layer above, which says so in its `AppConfig.ready`.

    `are_decided` tells of the numbers of pages whether the draft of any must stay as officials saw it,
    `hidden_from` gives the numbers of the pages an account may not see.
    """

    are_decided: Callable[[Collection[int]], bool] = never
    hidden_from: Callable[[Any], QuerySet] = none


rules = Rules()


def note(page: Page, keep: bool = False) -> None:
    """Keeps which files `page` uses as it stands in memory; with `keep`, those of earlier versions too."""
    rows = DraftUse.objects.filter(page=page.pk)
    wanted, held = usage.references(page), set(rows.values_list("kind", "file_id"))
    for kind, ids in usage.by_kind(set() if keep else held - wanted).items():
        rows.filter(kind=kind, file_id__in=ids).delete()
    new = [DraftUse(page_id=page.pk, kind=kind, file_id=file_id) for kind, file_id in wanted - held]
    DraftUse.objects.bulk_create(new, ignore_conflicts=True)


def note_all() -> int:
    """Adds what is missing of every draft; returns how many there are."""
    count = 0
    for page in Page.objects.filter(latest_revision__isnull=False).specific().iterator():
        note(page.get_latest_revision_as_object(), keep=True)
        count += 1
    return count


def stands(file: Stored) -> bool:
    """Whether the public, or officials deciding about a page, rely on the file as it is."""
    return usage.is_used(file) or is_decided(file)


def is_decided(file: Stored) -> bool:
    uses = DraftUse.objects.filter(kind=FileKind.of(file), file_id=file.pk)
    pages = list(uses.values_list("page_id", flat=True))
    return bool(pages) and rules.are_decided(pages)


def were_changed(page: Page, since: datetime) -> bool:
    """Whether readers of `page`, as it stands in memory, meet other words of its files than at `since`."""
    files = usage.by_kind(usage.references(page))
    return any(
        FileKind(kind).model.objects.filter(pk__in=ids, words_changed_at__gt=since).exists()
        for kind, ids in files.items()
    )


def hidden_files(user: Any, kind: FileKind) -> QuerySet:
    """Numbers of the files that are used by drafts hidden from `user` and by nothing else."""
    uses, hidden = DraftUse.objects.filter(kind=kind), rules.hidden_from(user)
    seen = uses.exclude(page__in=hidden).values("file_id")
    public = FileUse.objects.filter(kind=kind).values("file_id")
    closed = uses.filter(page__in=hidden).exclude(Q(file_id__in=seen) | Q(file_id__in=public))
    return closed.values_list("file_id", flat=True)


def shown_to(user: Any, files: QuerySet, kind: FileKind) -> QuerySet:
    """Those of `files` that `user` may know of; everybody those they uploaded themselves."""
    return files.filter(Q(uploaded_by_user=user.pk) | ~Q(pk__in=hidden_files(user, kind)))


def may_see(user: Any, file: Stored) -> bool:
    """The same of one file; lists ask it of every row."""
    if file.uploaded_by_user_id == user.pk:
        return True
    kind = FileKind.of(file)
    return file.pk not in remember(("hidden files", kind, user.pk), lambda: set(hidden_files(user, kind)))


def sees_all(user: Any, files: Iterable[usage.FileKey]) -> bool:
    """Whether `user` may see all of `files`; those that no longer exist count as seen."""
    rows = (
        file
        for kind, ids in usage.by_kind(files).items()
        for file in FileKind(kind).model.objects.filter(pk__in=ids)
    )
    return all(may_see(user, file) for file in rows)
