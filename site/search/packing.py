"""The texts of an entry as stored: what snippets are cut from and terms are made from again."""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, fields

from search.entries import AttachmentPage, EntryData

TEXTS = [
    field.name
    for field in fields(EntryData)
    if field.name not in {"date", "facets", "validity", "visible_from", "visible_until"}
]


def pack(data: EntryData) -> bytes:
    """The texts of `data`, compressed; what is empty takes no room."""
    texts = {name: value for name, value in asdict(data).items() if name in TEXTS and value}
    return zlib.compress(json.dumps(texts, ensure_ascii=False).encode("utf-8", "replace"))


def unpack(packed: bytes | memoryview) -> EntryData:
    """The texts as they were, without dates and facets."""
    texts = json.loads(zlib.decompress(packed))
    attachments = tuple(AttachmentPage(**part) for part in texts.pop("attachments", ()))
    names, signals = (tuple(texts.pop(name, ())) for name in ("names", "signals"))
    return EntryData(
        **{"kind": "", "title": "", **texts}, attachments=attachments, names=names, signals=signals
    )
