"""What follows when a file is uploaded, replaced or deleted."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import CollectionViewRestriction

from assets import moves, reading, renditions, usage
from assets.models import (
    CustomDocument,
    CustomImage,
    DraftUse,
    FileKind,
    FileMove,
    FileReading,
    FileUse,
    Stored,
)
from assets.storage import is_public


def on_saved(instance: Stored, raw: bool = False, **kwargs: Any) -> None:
    """A file may have changed its collection; one replaced while public starts private, like every upload."""
    if raw:
        return
    kind = FileKind.of(instance)
    if instance.is_public or usage.is_used(instance):
        usage.settle_all([(kind, instance.pk)])
    parts = [getattr(instance, field) for field in instance.file_fields]
    if any(part and is_public(part.name) != instance.is_public for part in parts):
        moves.request(kind, [instance.pk])


def on_restriction(instance: CollectionViewRestriction, **kwargs: Any) -> None:
    """A collection asks for something now, or no longer: its files move."""
    for kind in FileKind:
        inside = kind.model.objects.filter(collection__path__startswith=instance.collection.path)
        usage.settle_all((kind, pk) for pk in inside.values_list("pk", flat=True))


def on_image_saved(instance: CustomImage, **kwargs: Any) -> None:
    """A new picture or focal point needs renditions, those of a public picture in the public root."""
    if instance.is_public:
        moves.request(FileKind.IMAGE, [instance.pk])
    else:
        transaction.on_commit(partial(renditions.make_for.enqueue, instance.pk))


def on_document_saved(instance: CustomDocument, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        reading.request(instance)


def on_document_deleted(instance: CustomDocument, **kwargs: Any) -> None:
    if instance.reading_id:
        FileReading.objects.filter(pk=instance.reading_id, documents=None).delete()


def on_deleted(instance: Stored, **kwargs: Any) -> None:
    for model in (FileUse, DraftUse, FileMove):
        model.objects.filter(kind=FileKind.of(instance), file_id=instance.pk).delete()


def connect() -> None:
    for kind in FileKind:
        post_save.connect(on_saved, sender=kind.model)
        post_delete.connect(on_deleted, sender=kind.model)
    post_save.connect(on_image_saved, sender=CustomImage)
    post_save.connect(on_document_saved, sender=CustomDocument)
    post_delete.connect(on_document_deleted, sender=CustomDocument)
    post_save.connect(on_restriction, sender=CollectionViewRestriction)
    post_delete.connect(on_restriction, sender=CollectionViewRestriction)
