"""Moves files between the private and the public root, with attempts kept in a row (decisions 16, 17)."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django_tasks import task

from assets import renditions
from assets.models import CustomImage, FileKind, FileMove, Stored
from assets.storage import is_public

logger = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)


def lock(files: Iterable[tuple[str, int]]) -> None:
    """Holds the rows of these files until the transaction ends, always in the same order."""
    groups = defaultdict(list)
    for kind, file_id in files:
        groups[kind].append(file_id)
    for kind in sorted(groups):
        rows = FileKind(kind).model.objects.select_for_update().filter(pk__in=groups[kind])
        list(rows.order_by("pk").values_list("pk", flat=True))


def request(kind: str, ids: Iterable[int]) -> None:
    """Notes that these files must be put where they belong, and queues it on commit."""
    for row in note(kind, ids):
        transaction.on_commit(partial(move.enqueue, row.kind, row.file_id))


def note(kind: str, ids: Iterable[int]) -> list[FileMove]:
    """Writes the rows of the moves without queueing them."""
    now = timezone.now()
    rows = [FileMove(kind=kind, file_id=pk, requested=now, next_attempt=now) for pk in ids]
    return FileMove.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "file_id"],
        update_fields=["requested", "next_attempt"],
    )


@task()
def move(kind: str, file_id: int) -> None:
    """Puts one file where it belongs; a failure is noted and tried again later."""
    row = FileMove.objects.filter(kind=kind, file_id=file_id).first()
    if row:
        attempt(row)


def attempt(row: FileMove) -> bool:
    """Whether the file now lies where it belongs. The row goes, or says what failed and when to try again."""
    try:
        carry_out(row)
    except Exception as error:  # noqa: BLE001 (each storage fails in its own way)
        logger.warning("file %s %s was not moved: %s", row.kind, row.file_id, error)
        postpone(row, error)
        return False
    FileMove.objects.filter(pk=row.pk, requested=row.requested).delete()
    return True


def postpone(row: FileMove, error: Exception) -> None:
    pause = min(FIRST_PAUSE * 2 ** min(row.attempts, 12), LONGEST_PAUSE)
    FileMove.objects.filter(pk=row.pk).update(
        attempts=F("attempts") + 1,
        next_attempt=timezone.now() + pause,
        last_error=f"{type(error).__name__}: {error}"[:2000],
    )
    if move.get_backend().supports_defer:
        move.using(run_after=timezone.now() + pause).enqueue(row.kind, row.file_id)


def carry_out(row: FileMove) -> None:
    """Makes the missing renditions, moves every part of the file, then removes the other copies."""
    model = FileKind(row.kind).model
    if row.kind == FileKind.IMAGE:
        renditions.make(CustomImage.objects.filter(pk=row.file_id))
    copied: list[str] = []
    try:
        with transaction.atomic():
            file = model.objects.select_for_update().filter(pk=row.file_id).first()
            names = list(relocate(file, copied)) if file else []
    except BaseException:
        for name in copied:
            default_storage.drop_twin(default_storage.twin(name))
        raise
    for name in names:
        default_storage.drop_twin(name)


def relocate(file: Stored, copied: list[str]) -> Iterator[str]:
    """Copies the parts that lie in the wrong root and renames their rows; yields all names as they are."""
    for part, field in file.stored_parts():
        name = getattr(part, field).name
        if is_public(name) != file.is_public:
            name = default_storage.copy_to_twin(name)
            copied.append(name)
            type(part)._base_manager.filter(pk=part.pk).update(**{field: name})
        yield name


def misplaced(model: type[Stored]) -> Iterator[int]:
    """Ids of the files of which some part lies in the wrong root, or a rendition is still to be made."""
    for file in model.objects.prefetch_related(*parts_of(model)).iterator(chunk_size=500):
        parts = file.stored_parts()
        wrong = any(is_public(getattr(part, field).name) != file.is_public for part, field in parts)
        if wrong or (isinstance(file, CustomImage) and renditions.missing(file)):
            yield file.pk


def parts_of(model: type[Stored]) -> list[str]:
    return ["renditions"] if model is CustomImage else []
