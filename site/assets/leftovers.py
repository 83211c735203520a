"""Files in the roots that no row names: what a crash between two steps may leave behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import Storage, default_storage, storages
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from wagtail.models import UploadedFile
from wagtail.users.models import UserProfile

from assets.models import CustomDocument, CustomImage, CustomMedia, Rendition
from assets.storage import PRIVATE, PUBLIC, split

# Folders of the roots and the fields that name what is in them. Folders not listed belong to others.
OWNERS: dict[str, list[tuple[type[Model], str]]] = {
    "original_images": [(CustomImage, "file")],
    "images": [(Rendition, "file")],
    "documents": [(CustomDocument, "file")],
    "media": [(CustomMedia, "file")],
    "media_thumbnails": [(CustomMedia, "thumbnail")],
    "avatar_images": [(UserProfile, "avatar")],
    "wagtail_uploads": [(UploadedFile, "file")],
}
GRACE = timedelta(days=1)


def find() -> Iterator[str]:
    """Stored names, with root, of files older than a day that no row names."""
    for folder, owners in OWNERS.items():
        known = {
            name for model, field in owners for name in model._base_manager.values_list(field, flat=True)
        }
        for root in (PUBLIC, PRIVATE):
            for rest in files_below(storages[root], folder):
                name = f"{root}/{rest}"
                if name not in known and is_old(storages[root], rest):
                    yield name


def files_below(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from files_below(storage, f"{folder}/{name}")


def is_old(storage: Storage, rest: str) -> bool:
    return storage.get_modified_time(rest) < timezone.now() - GRACE


def remove(name: str) -> bool:
    """Removes a file if, with its owner locked against a move, still no row names it."""
    twin = default_storage.twin(name)
    with transaction.atomic():
        named = {now for model, field in owners_of(name) for now in locked_names(model, field, [name, twin])}
        if name not in named:
            default_storage.drop_twin(twin)
    return name not in named


def owners_of(name: str) -> list[tuple[type[Model], str]]:
    return OWNERS[split(name)[1].partition("/")[0]]


def locked_names(model: type[Model], field: str, names: list[str]) -> list[str]:
    rows = model._base_manager.select_for_update().filter(**{f"{field}__in": names})
    if model is Rendition:
        rows = rows.select_related("image")  # a move locks the image
    return [getattr(row, field).name for row in rows]
