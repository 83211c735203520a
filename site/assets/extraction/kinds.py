"""What a file is, by its content: names lie."""

from __future__ import annotations

import zipfile
from mmap import ACCESS_READ, mmap
from pathlib import Path

from assets.extraction.answer import Limits, Refused

PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"II*\0", b"MM\0*")
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
STREAMS = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
}
MEMBERS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
MOST_MEMBERS = 20_000


def kind_of(path: Path, limits: Limits) -> str:
    """`pdf`, `docx`, `xlsx`, `pptx`, `odf`, `doc`, `xls`, `ppt`, `rtf`, `text` or `picture`.

    Raises `Refused` for what is none of these, is encrypted, or would be too big unpacked.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK"):
        return kind_of_package(path, limits)
    if start.startswith(COMPOUND):
        return kind_of_compound(path)
    return kind_of_plain(start)


def kind_of_plain(start: bytes) -> str:
    if start.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if start.startswith(PICTURES):
        return "picture"
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or (start and b"\0" not in start):
        return "text"
    raise Refused("wrong-type")


def kind_of_package(path: Path, limits: Limits) -> str:
    """Looks only at the table of contents, which costs the same for a bomb as for a letter."""
    with zipfile.ZipFile(path) as package:
        infos = package.infolist()
        if len(infos) > MOST_MEMBERS or sum(info.file_size for info in infos) > limits.unpacked:
            raise Refused("too-big")
        if any(info.flag_bits & 1 for info in infos):
            raise Refused("encrypted")
        names = {info.filename for info in infos}
        found = [kind for member, kind in MEMBERS.items() if member in names]
        if not found and {"mimetype", "content.xml"} <= names:
            found = ["odf"]
    if not found:
        raise Refused("wrong-type")
    return found[0]


def kind_of_compound(path: Path) -> str:
    """Office files up to 2003, and newer ones with a password, which are packed in the same way."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        if content.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise Refused("encrypted")
        for stream, kind in STREAMS.items():
            if content.find(stream.encode("utf-16-le")) >= 0:
                return kind
    raise Refused("wrong-type")
