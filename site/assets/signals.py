"""What follows when a file is uploaded, replaced or deleted."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save

from assets import moves, renditions
from assets.models import CustomImage, FileKind, FileMove, FileUse, Stored
from assets.storage import is_public


def on_saved(instance: Stored, **kwargs: Any) -> None:
    """A file replaced while public starts private, like every upload, and moves at once."""
    parts = [getattr(instance, field) for field in instance.file_fields]
    if any(part and is_public(part.name) != instance.is_public for part in parts):
        moves.request(FileKind.of(instance), [instance.pk])


def on_image_saved(instance: CustomImage, **kwargs: Any) -> None:
    transaction.on_commit(partial(renditions.make_for.enqueue, instance.pk))


def on_deleted(instance: Stored, **kwargs: Any) -> None:
    for model in (FileUse, FileMove):
        model.objects.filter(kind=FileKind.of(instance), file_id=instance.pk).delete()


def connect() -> None:
    for kind in FileKind:
        post_save.connect(on_saved, sender=kind.model)
        post_delete.connect(on_deleted, sender=kind.model)
    post_save.connect(on_image_saved, sender=CustomImage)
