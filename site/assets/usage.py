"""Which public owners use a file; written in the publishing transaction (decision 17).

What an owner uses is read from the owner itself, by the same extraction as Wagtail's reference
index (fields, StreamField, rich text, child rows); the index itself lags behind a queue.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import CollectionViewRestriction, ReferenceIndex

from assets import moves
from assets.models import FileKind, FileUse, Stored

FileKey = tuple[str, int]
IsPublic = Callable[[Any], bool]

tracked: dict[type[Model], IsPublic] = {}


def record(owner: Model, public: bool) -> None:
    """Notes the files `owner` uses while `public`, none otherwise; their move is queued on commit."""
    wanted = references(owner) if public else set()
    uses = FileUse.objects.filter(owner_type=owner_type(type(owner)), owner_id=owner.pk)
    held = set(uses.values_list("kind", "file_id"))
    if wanted == held:
        return
    with transaction.atomic():
        moves.lock(wanted ^ held)
        for kind, ids in by_kind(held - wanted).items():
            uses.filter(kind=kind, file_id__in=ids).delete()
        FileUse.objects.bulk_create(
            (
                FileUse(owner_type=owner_type(type(owner)), owner_id=owner.pk, kind=kind, file_id=file_id)
                for kind, file_id in wanted - held
            ),
            ignore_conflicts=True,
        )
        settle(wanted ^ held)


def forget(model: type[Model], ids: Iterable[int]) -> None:
    """Drops the uses of these owners, deleted or no longer public."""
    uses = FileUse.objects.filter(owner_type=owner_type(model), owner_id__in=list(ids))
    files = set(uses.values_list("kind", "file_id"))
    if not files:
        return
    with transaction.atomic():
        moves.lock(files)
        uses.delete()
        settle(files)


def references(owner: Model) -> set[FileKey]:
    """The files `owner` refers to, as pairs *(kind, id)*."""
    kinds = {ContentType.objects.get_for_model(kind.model).pk: kind.value for kind in FileKind}
    found = ReferenceIndex._extract_references_from_object(owner)
    return {(kinds[type_id], int(pk)) for type_id, pk, *_ in found if type_id in kinds}


def settle(files: Iterable[FileKey]) -> None:
    """Makes `is_public` say whether a public owner uses each file, and requests the moves.

    Runs inside the caller's transaction, which has locked the files: the uses are read afresh here.
    """
    for kind, ids in by_kind(files).items():
        wanted = open_files(kind, ids)
        for public, group in ((True, wanted), (False, ids - wanted)):
            rows = FileKind(kind).model.objects.filter(pk__in=group, is_public=not public)
            changed = list(rows.values_list("pk", flat=True))
            if changed:
                rows.filter(pk__in=changed).update(is_public=public)
                moves.request(kind, changed)


def open_files(kind: str, ids: set[int]) -> set[int]:
    """Those of `ids` that a public owner uses and whose collection asks visitors for nothing."""
    used = FileUse.objects.filter(kind=kind, file_id__in=ids).values("file_id")
    files = FileKind(kind).model.objects.filter(pk__in=used)
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        files = files.exclude(collection__path__startswith=path)
    return set(files.values_list("pk", flat=True))


def is_used(file: Stored) -> bool:
    """Whether a public owner uses the file, whatever its collection asks."""
    return FileUse.objects.filter(kind=FileKind.of(file), file_id=file.pk).exists()


def settle_all(files: Iterable[FileKey]) -> None:
    """`settle` in a transaction of its own, for files whose circumstances changed."""
    files = list(files)
    with transaction.atomic():
        moves.lock(files)
        settle(files)


def by_kind(files: Iterable[FileKey]) -> dict[str, set[int]]:
    groups: dict[str, set[int]] = defaultdict(set)
    for kind, file_id in files:
        groups[kind].add(file_id)
    return groups


def owner_type(model: type[Model]) -> ContentType:
    """The type of the model that holds the primary key: `Page` for every page type."""
    return ReferenceIndex._get_base_content_type(model)


def track(model: type[Model], is_public: IsPublic) -> None:
    """Keeps the uses of an owner that is no page in step: called once, from `AppConfig.ready`.

    `is_public(instance)` says whether visitors see the instance now. Because that may also depend on
    the day, `refresh_tracked` asks again for all of them.
    """
    tracked[model] = is_public
    post_save.connect(partial(_saved, is_public), sender=model, weak=False, dispatch_uid=("uses", model))
    post_delete.connect(partial(_deleted, model), sender=model, weak=False, dispatch_uid=("uses", model))


def follow(model: type[Model], owner_of: Callable[[Model], Model | None]) -> None:
    """Asks a tracked owner again whenever a row of `model` about it is saved or deleted."""

    def ask(instance: Model, **kwargs: object) -> None:
        if owner := owner_of(instance):
            record(owner, tracked[type(owner)](owner))

    for signal in (post_save, post_delete):
        signal.connect(ask, sender=model, weak=False, dispatch_uid=("uses", model))


def refresh_tracked() -> int:
    """Asks every tracked owner again; returns how many there are."""
    count = 0
    for model, is_public in tracked.items():
        for owner in model._default_manager.iterator():
            record(owner, is_public(owner))
            count += 1
    return count


def drop_orphans() -> int:
    """Forgets owners that no longer exist; returns how many uses went."""
    count = 0
    for type_id in FileUse.objects.order_by().values_list("owner_type", flat=True).distinct():
        uses = FileUse.objects.filter(owner_type=type_id)
        model = ContentType.objects.get_for_id(type_id).model_class()
        alive = model._base_manager.values_list("pk") if model else []
        gone = set(uses.exclude(owner_id__in=alive).values_list("pk", "kind", "file_id"))
        count += len(gone)
        uses.filter(pk__in=[pk for pk, *_ in gone]).delete()
        settle_all((kind, file_id) for _, kind, file_id in gone)
    return count


def _saved(is_public: IsPublic, instance: Model, raw: bool = False, **kwargs: object) -> None:
    if not raw:
        record(instance, is_public(instance))


def _deleted(model: type[Model], instance: Model, **kwargs: object) -> None:
    forget(model, [instance.pk])
