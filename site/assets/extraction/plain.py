"""Plain text in whatever encoding, and RTF."""

from __future__ import annotations

import re
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from assets.extraction.answer import Answer, Limits

ENCODINGS = ("utf-8-sig", "cp1258", "latin-1")
# striprtf passes these over as not part of the text, but a mark of secrecy stands just there.
ASIDE = re.compile(r"(?:\\\*)?\\(?:header|footer|footnote|annotation)[lrf]?(?![a-z])-?\d* ?")


def read_text(path: Path, limits: Limits) -> Answer:
    answer = Answer()
    for page in decoded(path.read_bytes()).split("\f"):
        answer.add(page, limits)
    return answer


def decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def read_rtf(path: Path, limits: Limits) -> Answer:
    source = path.read_bytes().decode("latin-1")
    answer = Answer()
    text = rtf_to_text(ASIDE.sub(r"\\par ", source), errors="replace")
    answer.add(text, limits, pictured="\\pict" in source)
    return answer


def read_picture(path: Path, limits: Limits) -> Answer:
    """A photograph or a scan uploaded as a document has no text of its own."""
    return Answer(pages=[""], scans=[1])
