"""Reads one file within the limits given, and prints what it found as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from subprocess import TimeoutExpired

from assets.extraction.answer import Answer, Limits, Refused
from assets.extraction.limiting import limit

READERS = {
    "pdf": "pdf:read",
    "docx": "packages:read_docx",
    "pptx": "packages:read_pptx",
    "odf": "packages:read_odf",
    "xlsx": "sheets:read",
    "xls": "old_sheets:read",
    "rtf": "plain:read_rtf",
    "text": "plain:read_text",
    "picture": "plain:read_picture",
    "doc": "legacy:read_doc",
    "ppt": "legacy:read_ppt",
}


def reader(kind: str) -> Callable[[Path, Limits], Answer]:
    """Imports only what this kind of file needs."""
    module, _, name = READERS[kind].partition(":")
    return getattr(import_module(f"assets.extraction.{module}"), name)


def read(path: Path, limits: Limits) -> Answer:
    """The text of the file. Raises `Refused`."""
    from assets.extraction.kinds import kind_of

    if path.stat().st_size > limits.file:
        raise Refused("too-big")
    try:
        return reader(kind_of(path, limits))(path, limits)
    except MemoryError as error:
        raise Refused("too-big") from error
    except TimeoutExpired as error:
        raise Refused("timeout") from error


def answer_for(path: Path, limits: Limits) -> dict[str, object]:
    try:
        return vars(read(path, limits))
    except Refused as refused:
        return {"refused": refused.reason}


if __name__ == "__main__":
    given = Limits(**json.loads(sys.argv[2]))
    limit(given, given.seconds)
    said = json.dumps(answer_for(Path(sys.argv[1]), given))
    sys.stdout.write(said if len(said) < given.text else json.dumps({"refused": "too-big"}))
