"""One storage with two roots: what is saved is private until `assets.moves` moves it (decision 17).

The first part of a stored name says where the file lies: `private/documents/a.pdf`. The rest of the
name is unique over both roots, so a file keeps its name, and its address, when it moves.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path, PurePosixPath

from anyascii import anyascii
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.urls import reverse
from django.utils.deconstruct import deconstructible
from django.utils.text import slugify

PUBLIC, PRIVATE = "public", "private"
STEM_LENGTH = 60


def safe_name(filename: str) -> str:
    """`Báo cáo Quý I.PDF` → `bao-cao-quy-i.pdf`: ASCII, one extension, at most 70 characters."""
    path = PurePosixPath(filename)
    suffix = slugify(anyascii(path.suffix))[:9]
    name = slugify(anyascii(path.stem).replace(".", "-"))[:STEM_LENGTH].strip("-_") or "tep"
    return f"{name}.{suffix}" if suffix else name


def split(name: str) -> tuple[str, str]:
    """The root and the rest of a stored name; a name without a root is private."""
    root, _, rest = str(name).replace("\\", "/").partition("/")
    return (root, rest) if root in (PUBLIC, PRIVATE) and rest else (PRIVATE, str(name))


def is_public(name: str) -> bool:
    return split(name)[0] == PUBLIC


def private_storage() -> Storage:
    """Where files lie that no address opens but a view that asks for a right."""
    return storages[PRIVATE]


@deconstructible
class PortalStorage(Storage):
    """Routes each name to `STORAGES["public"]` or `STORAGES["private"]` by its first part."""

    def _place(self, name: str) -> tuple[Storage, str]:
        root, rest = split(name)
        return storages[root], rest

    def _open(self, name: str, mode: str = "rb") -> File:
        storage, rest = self._place(name)
        try:
            return storage.open(rest, mode)
        except FileNotFoundError:  # moved since the row was read
            return storages[PRIVATE if is_public(name) else PUBLIC].open(rest, mode)

    def _save(self, name: str, content: File) -> str:
        root, rest = split(name)
        return f"{root}/{storages[root].save(rest, content)}"

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        root, rest = split(name)
        return super().get_available_name(f"{root}/{rest}", max_length)

    def get_valid_name(self, name: str) -> str:
        return safe_name(name)

    def exists(self, name: str) -> bool:
        """Whether either root holds the name, so that no two files ever share it."""
        rest = split(name)[1]
        return any(storages[root].exists(rest) for root in (PUBLIC, PRIVATE))

    def delete(self, name: str) -> None:
        """Deletes the file wherever it lies now."""
        rest = split(name)[1]
        for root in (PUBLIC, PRIVATE):
            storages[root].delete(rest)

    def path(self, name: str) -> str:
        """Where the file lies on this disk. Raises `NotImplementedError` when it lies elsewhere."""
        storage, rest = self._place(name)
        if not isinstance(storage, FileSystemStorage):
            raise NotImplementedError(name)
        return storage.path(rest)

    def size(self, name: str) -> int:
        storage, rest = self._place(name)
        return storage.size(rest)

    def get_modified_time(self, name: str) -> datetime:
        storage, rest = self._place(name)
        return storage.get_modified_time(rest)

    def url(self, name: str | None) -> str:
        """The open address of a public file, the checked view of a private one."""
        storage, rest = self._place(name or "")
        return storage.url(rest) if is_public(name or "") else reverse("assets_file", args=[rest])

    def twin(self, name: str) -> str:
        """The same file's name in the other root."""
        root, rest = split(name)
        return f"{PRIVATE if root == PUBLIC else PUBLIC}/{rest}"

    def copy_to_twin(self, name: str) -> str:
        """Puts the file into the other root as well and returns its name there; overwrites a leftover."""
        (source, rest), (target, _) = self._place(name), self._place(self.twin(name))
        target.delete(rest)
        if hasattr(source, "bucket") and hasattr(target, "bucket"):
            copy_in_bucket(source, target, rest)
        elif isinstance(source, FileSystemStorage) and isinstance(target, FileSystemStorage):
            link_or_copy(source, target, rest)
        else:
            copy(source, target, rest)
        return self.twin(name)

    def drop_twin(self, name: str) -> None:
        """Removes what the other root still holds of this file."""
        storage, rest = self._place(self.twin(name))
        storage.delete(rest)


def copy(source: Storage, target: Storage, rest: str) -> None:
    with source.open(rest) as content:
        target.save(rest, content)


def link_or_copy(source: FileSystemStorage, target: FileSystemStorage, rest: str) -> None:
    """On one disk a second name costs nothing, however long the film."""
    new = Path(target.path(rest))
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source.path(rest), new)
    except FileNotFoundError:
        raise
    except OSError:
        copy(source, target, rest)


def copy_in_bucket(source: Storage, target: Storage, rest: str) -> None:
    """S3 copies on its side; nothing passes through the portal."""
    old = {"Bucket": source.bucket.name, "Key": f"{source.location}/{rest}"}
    target.bucket.Object(f"{target.location}/{rest}").copy(old)
