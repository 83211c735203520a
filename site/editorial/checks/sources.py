"""Texts to try the gates on: from plain files, attachments, or lines of JSON."""

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from assets import reading

LARGEST = 64 * 1024 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How PDF, the zipped formats (.docx, .xlsx) and the old Office formats begin.
ATTACHMENTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class Unusable(Exception):
    """A text cannot be had; says why and what to do."""


@dataclass(frozen=True)
class Text:
    """A text with its name, or the reason why there is none."""

    name: str
    text: str = ""
    error: str = ""


def texts_of_files(paths: Iterable[Path]) -> Iterator[Text]:
    """The text of each file; a folder stands for all files in it."""
    for path in paths:
        for file in (
            sorted(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else [path]
        ):
            try:
                yield Text(str(file), _text_of(file))
            except Unusable as reason:
                yield Text(str(file), error=str(reason))


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(4)
            if head.startswith(ATTACHMENTS):
                return _text_of_attachment(path)
            body = head + file.read(LARGEST)
    except OSError as reason:
        raise Unusable(_("The file cannot be opened: %s") % reason.strerror) from reason
    if len(body) > LARGEST:
        raise Unusable(_("The file is larger than 64 MB. Split it and try again."))
    return decoded(body)


def _text_of_attachment(path: Path) -> str:
    try:
        return "\n\n".join(reading.pages_of(path, path.name))
    except reading.Unreadable as reason:
        raise Unusable(str(reason)) from reason


def decoded(body: bytes) -> str:
    """`body` as UTF-8 or, with its byte order mark, UTF-16."""
    encoding = next((name for mark, name in MARKS if body.startswith(mark)), "utf-8")
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as reason:
        raise Unusable(_("This is no text in UTF-8 or UTF-16. Save it as UTF-8 and try again.")) from reason
    if "\0" in text:
        raise Unusable(_("This is no text. Give a plain text file, or a PDF, Word or Excel file."))
    return text


def texts_of_lines(name: str, file: BinaryIO) -> Iterator[Text]:
    """The text of each line `{"text": …}`; a line that is none keeps its place."""
    for number, line in enumerate(_lines(file), 1):
        try:
            yield Text(f"{name}:{number}", _text_of_line(line))
        except Unusable as reason:
            yield Text(f"{name}:{number}", error=str(reason))


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines as UTF-8, read one by one; a file in UTF-16 is read as a whole."""
    first = file.readline()
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        whole = (first + file.read()).decode("utf-16", "replace")
        yield from (line.encode() for line in whole.removesuffix("\n").split("\n"))
    elif first:
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from file


def _text_of_line(line: bytes) -> str:
    try:
        row = json.loads(decoded(line))
    except (ValueError, RecursionError) as reason:
        raise Unusable(_('This line is no JSON. Write one {"text": "…"} a line.')) from reason
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise Unusable(_('This line has no text. Write one {"text": "…"} a line.'))
    return row["text"].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
