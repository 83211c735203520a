"""Merged communes from a JSON file: `{"ward_mapping": [{"old_ward": …, "new_ward": …, …}]}`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from search.former_names.units import key_of
from search.models import FormerName

TEXTS = ("old_ward", "new_ward", "old_district", "old_province", "new_province")
LONGEST = 255  # letters of a name
LARGEST = 100 * 1024 * 1024  # bytes of the file, unpacked


class UnreadableFile(Exception):
    """The file is not in the form that is read; the message says why."""


@dataclass
class Report:
    """What came of an import: names written, rows whose name stays, rows refused with the reason."""

    written: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


def rows(path: Path) -> list[Any]:
    """The rows of the file, gzipped or not. Raises `UnreadableFile`."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rb") as file:
            content = file.read(LARGEST + 1)
        found = json.loads(content) if len(content) <= LARGEST else None
    except (OSError, EOFError, ValueError, RecursionError) as error:
        raise UnreadableFile(_("The file cannot be read: %(error)s") % {"error": error}) from error
    mapping = found.get("ward_mapping") if isinstance(found, dict) else None
    if not isinstance(mapping, list):
        raise UnreadableFile(_("The file has no list “ward_mapping”."))
    return mapping


@transaction.atomic
def write(mapping: Iterable[Any], province: str = "") -> Report:
    """Replaces all imported names by those of `mapping`, or of what lies in one new province."""
    report = Report()
    names = dict.fromkeys(_names(mapping, key_of(province), report))
    FormerName.objects.filter(site=None).delete()
    FormerName.objects.bulk_create(
        (FormerName(key=key, old=old, new=new, within=within) for key, old, new, within in names),
        batch_size=1000,
    )
    report.written = len(names)
    return report


def _names(mapping: Iterable[Any], province: str, report: Report) -> Iterator[tuple[str, str, str, str]]:
    for number, row in enumerate(mapping, 1):
        reason = _refusal(row)
        if reason:
            report.refused.append((number, reason))
        elif province and key_of(row["new_province"]) != province:
            continue
        elif key_of(row["old_ward"]) == key_of(row["new_ward"]):
            report.unchanged += 1
        else:
            within = "\n".join(filter(None, map(_place, (row["old_district"], row["old_province"]))))
            yield key_of(row["old_ward"]), row["old_ward"].strip(), row["new_ward"].strip(), within


def _place(name: str) -> str:
    """A district or province without the word for what it is, as people name it: "ninh kieu"."""
    key = key_of(name)
    for kind in ("thanh pho ", "thi xa ", "quan ", "huyen ", "tinh "):
        if key.startswith(kind) and " " in key.removeprefix(kind):
            return key.removeprefix(kind)
    return key


def _refusal(row: Any) -> str:
    """Why a row cannot be taken, "" if it can."""
    if not isinstance(row, dict):
        return _("not a record")
    for name in TEXTS:
        value = row.get(name)
        if not isinstance(value, str) or len(value) > LONGEST or "\0" in value:
            return _("“%(name)s” is missing or no short text") % {"name": name}
    if not key_of(row["old_ward"]) or not key_of(row["new_ward"]):
        return _("a name of fewer than two syllables or too long")
    return ""
