"""Packed office files: every text of every part, so that no header, note or text box is passed over."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from defusedxml.ElementTree import DefusedXMLParser

from assets.extraction.answer import Answer, Limits, Refused, has_few_letters

PAGE = "\f"
# Elements whose text is read, in Microsoft's formats and in OpenDocument.
TEXTS = {"t", "delText", "oddHeader", "evenHeader", "firstHeader", "oddFooter", "evenFooter", "firstFooter"}
OPEN_TEXTS = {"p", "h"}
# What an element leaves in the text where it begins, and where it ends.
BEFORE = {"tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "-"}
AFTER = {
    **dict.fromkeys(TEXTS - {"t", "delText"} | OPEN_TEXTS | {"si", "comment"}, "\n"),
    **dict.fromkeys(("tc", "table-cell"), "\t"),
}
PAGE_BREAKS = {"lastRenderedPageBreak", "soft-page-break"}
PICTURES = ("word/media/", "ppt/media/", "Pictures/")


class Collector:
    """Target of an XML parser: keeps the text of some elements and forgets the rest at once."""

    def __init__(self, texts: set[str]) -> None:
        self.texts = texts
        self.depth = 0
        self.parts: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        self.depth += name in self.texts
        named = {local(key): value for key, value in attributes.items()}
        if name in PAGE_BREAKS or (name == "br" and named.get("type") == "page"):
            self.parts.append(PAGE)
        elif name == "textpath":  # a watermark
            self.parts.append(named.get("string", "") + "\n")
        elif name in BEFORE:
            self.parts.append(BEFORE[name])

    def data(self, text: str) -> None:
        if self.depth:
            self.parts.append(text)

    def end(self, tag: str) -> None:
        name = local(tag)
        self.depth -= name in self.texts
        self.parts.append(AFTER.get(name, ""))

    def close(self) -> str:
        return "".join(self.parts)


def local(tag: str) -> str:
    return tag.rpartition("}")[2]


def text_of(package: zipfile.ZipFile, name: str, texts: set[str] = TEXTS) -> str:
    """The text of one XML part. Entities and outside references are refused by the parser."""
    parser = DefusedXMLParser(target=Collector(texts), forbid_dtd=True)
    with package.open(name) as part:
        while chunk := part.read(1 << 16):
            parser.feed(chunk)
    return parser.close()


def read_docx(path: Path, limits: Limits) -> Answer:
    """Headers stand before the text they stand above; notes, comments and footers after it."""
    return read_parts(path, limits, "word/", first="header")


def read_pptx(path: Path, limits: Limits) -> Answer:
    return read_parts(path, limits, "ppt/", first="slides/", paged=True)


def read_odf(path: Path, limits: Limits) -> Answer:
    with zipfile.ZipFile(path) as package:
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise Refused("encrypted")
        text = "\n".join(text_of(package, name, OPEN_TEXTS) for name in ("styles.xml", "content.xml"))
        return paged_answer(text, limits, has_pictures(package))


def read_parts(path: Path, limits: Limits, folder: str, first: str, *, paged: bool = False) -> Answer:
    with zipfile.ZipFile(path) as package:
        names = sorted(xml_parts(package, folder), key=lambda name: rank(name.removeprefix(folder), first))
        joined = (PAGE if paged else "\n").join(text_of(package, name) for name in names)
        return paged_answer(joined, limits, has_pictures(package))


def rank(name: str, first: str) -> tuple[int, int, str]:
    """Parts named `first` before the main document, all others after it; 2 before 10."""
    group = 0 if name.startswith(first) else 1 if name == "document.xml" else 2
    return group, len(name), name


def xml_parts(package: zipfile.ZipFile, folder: str) -> Iterator[str]:
    for name in package.namelist():
        if name.startswith(folder) and name.endswith(".xml") and "/_rels/" not in name:
            yield name


def has_pictures(package: zipfile.ZipFile) -> bool:
    return any(name.startswith(PICTURES) for name in package.namelist())


def paged_answer(text: str, limits: Limits, pictured: bool) -> Answer:
    """Pages by their breaks; a file of pictures with hardly a word counts as one scan."""
    answer = Answer()
    for page in filter(str.strip, text.split(PAGE)):
        answer.add(page, limits)
    if pictured and has_few_letters(text):
        answer.scans = [1]
    return answer
