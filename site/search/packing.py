"""The texts of an entry as stored: what snippets are cut from and terms are made from again.

A compressed text of one line for the entry itself and one for each page of its files, so that the beginning
can be read without the rest.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields

from search.entries import AttachmentPage, EntryData

TEXTS = [
    field.name
    for field in fields(EntryData)
    if field.name not in {"date", "facets", "validity", "visible_from", "visible_until"}
]
CHUNK = 1 << 16  # bytes unpacked at once


def pack(data: EntryData) -> bytes:
    """The texts of `data`, compressed; what is empty takes no room."""
    texts = {name: value for name, value in asdict(data).items() if name in TEXTS and value}
    lines = [texts, *texts.pop("attachments", ())]
    written = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    return zlib.compress(written.encode("utf-8", "replace"))


def unpack(packed: bytes | memoryview) -> EntryData:
    """The texts as they were, without dates and facets."""
    return _read(zlib.decompress(packed).split(b"\n"))


def opening(packed: bytes | memoryview, letters: int) -> EntryData:
    """The texts without those pages of files that come after so many bytes, which are not even unpacked."""
    return _read(_lines(packed, letters))


def _lines(packed: bytes | memoryview, most: int) -> Iterator[bytes]:
    """The first line, however long, and those that end within the first `most` bytes."""
    unpacker, rest, text, done, started = zlib.decompressobj(), bytes(packed), b"", 0, False
    while (done < most or not started) and (new := unpacker.decompress(rest, CHUNK)):
        *whole, text = (text + new).split(b"\n")
        yield from whole
        rest, done, started = unpacker.unconsumed_tail, done + len(new), started or bool(whole)
    if unpacker.eof:
        yield text


def _read(lines: Iterable[bytes]) -> EntryData:
    texts, *pages = (json.loads(line) for line in lines)
    # Written before files had lines of their own.
    pages = [*texts.pop("attachments", ()), *pages]
    lists = {name: tuple(texts.pop(name, ())) for name in ("names", "signals")}
    attachments = tuple(AttachmentPage(**page) for page in pages)
    return EntryData(**{"kind": "", "title": "", **texts, **lists}, attachments=attachments)
