"""What may be uploaded: size, true type, no scripts, no macros, no place where a photo was taken.

`check` is the one door: every form that takes a file calls it.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from mmap import ACCESS_WRITE, mmap

import puremagic
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from assets import pictures

# What the content may look like, by extension; the names are puremagic's.
LOOKS_LIKE = {
    "pdf": {".pdf"},
    "rtf": {".rtf"},
    "zip": {".zip"},
    "rar": {".rar"},
    "jpg": {".jpg", ".jpeg", ".jfif"},
    "png": {".png"},
    "gif": {".gif"},
    "webp": {".webp"},
    "heic": {".heic", ".heif"},
    "mp3": {".mp3", ".mpga"},
    "m4a": {".m4a", ".f4a", ".mp4"},
    "ogg": {".ogg", ".oga", ".opus"},
    "wav": {".wav"},
    "mp4": {".mp4", ".m4v", ".mov"},
    "webm": {".webm"},
}
# Packed office files: the member each must hold. OpenDocument names its type instead.
OFFICE = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
OPEN_DOCUMENT = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
# Office files up to 2003 are compound files; the name of a stream inside, in UTF-16, says which.
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
STREAMS = {"doc": ("WordDocument",), "xls": ("Workbook", "Book"), "ppt": ("PowerPoint Document",)}
MACROS = ("_VBA_PROJECT", "Macros")
UNPACKED_LIMIT = 500 * 1024 * 1024
# ISO 6709, as telephones write it into films: +21.0285+105.8542/
POSITION = re.compile(rb"[+-]\d{2}\.\d{3,8}[+-]\d{3}\.\d{3,8}(?:[+-]\d+(?:\.\d+)?)?/")


@dataclass(frozen=True)
class Rule:
    """What one kind of upload may be: extensions in lower case, and a limit in bytes."""

    extensions: tuple[str, ...]
    limit: int

    @property
    def help_text(self) -> str:
        types = ", ".join(sorted(self.extensions))
        return _("Types: %(types)s. At most %(size)s.") % {"types": types, "size": filesizeformat(self.limit)}


def rule(kind: str) -> Rule:
    """The rule of `image`, `document`, `audio` or `video` from the setting `UPLOADS`."""
    extensions, limit = settings.UPLOADS[kind]
    return Rule(tuple(extensions), limit)


def check(upload: UploadedFile, rule: Rule) -> None:
    """Refuses with a `ValidationError`, or leaves `upload` fit to be published.

    Pictures are written anew in place, without position and other metadata and the right way up.
    """
    check_size(upload, rule)
    extension = pictures.extension_of(upload.name or "")
    if extension not in rule.extensions:
        message = _("Files of the type .%(type)s are not accepted. %(accepted)s")
        raise ValidationError(message % {"type": extension, "accepted": rule.help_text}, code="type")
    check_content(upload, extension)
    if extension in pictures.FORMATS:
        overwrite(upload, *pictures.cleaned(upload, upload.name or ""))
    elif extension in ("mp4", "m4a"):
        blank_positions(upload)
    upload.seek(0)


def check_size(upload: UploadedFile, rule: Rule) -> None:
    if not upload.size:
        raise ValidationError(_("The file is empty."), code="empty")
    if upload.size > rule.limit:
        message = _("The file is too big (%(size)s). The limit is %(limit)s.")
        sizes = {"size": filesizeformat(upload.size), "limit": filesizeformat(rule.limit)}
        raise ValidationError(message % sizes, code="size")


def check_content(upload: UploadedFile, extension: str) -> None:
    """Refuses content that is not what the extension says, and what could harm a reader."""
    upload.seek(0)
    if extension in OFFICE or extension in OPEN_DOCUMENT:
        check_package(upload, extension)
    elif extension in STREAMS:
        check_compound(upload, extension)
    elif extension in LOOKS_LIKE:
        require(looks(upload) & LOOKS_LIKE[extension], extension)
        if extension == "zip":
            members(upload, extension)
    else:
        require(is_text(read_start(upload)), extension)


def is_text(start: bytes) -> bool:
    """Whether the beginning of a file is words, not markup, a script or a program, in whatever encoding."""
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"#!", b"MZ", b"%PDF", b"PK")):
        return False
    return start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in start


def require(condition: object, extension: str) -> None:
    if not condition:
        message = _("The content is not that of a .%(type)s file. Save it again in the right format.")
        raise ValidationError(message % {"type": extension}, code="content")


def looks(upload: UploadedFile) -> set[str]:
    """The types the content may be, judged without the name; empty for plain text."""
    upload.seek(0)
    try:
        return {match.extension for match in puremagic.magic_stream(upload) if match.confidence >= 0.2}
    except (puremagic.PureError, ValueError):
        return set()


def read_start(upload: UploadedFile, size: int = 65536) -> bytes:
    upload.seek(0)
    return upload.read(size)


def members(upload: UploadedFile, extension: str) -> set[str]:
    """The names in a packed file that can be unpacked without harm."""
    try:
        with zipfile.ZipFile(upload) as package:
            infos = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        infos = []
    require(infos, extension)
    if sum(info.file_size for info in infos) > UNPACKED_LIMIT:
        raise ValidationError(_("Unpacked, the file would be too big."), code="bomb")
    return {info.filename for info in infos}


def check_package(upload: UploadedFile, extension: str) -> None:
    names = members(upload, extension)
    if extension in OFFICE:
        require(OFFICE[extension] in names, extension)
    else:
        with zipfile.ZipFile(upload) as package:
            kind = package.read("mimetype")[:100] if "mimetype" in names else b""
        require(kind.endswith(OPEN_DOCUMENT[extension].encode()), extension)
    refuse_macros(any(name.endswith("vbaProject.bin") or name.startswith("Basic/") for name in names))


def check_compound(upload: UploadedFile, extension: str) -> None:
    upload.seek(0)
    content = upload.read()
    held = [stream.encode("utf-16-le") in content for stream in STREAMS[extension]]
    require(content.startswith(COMPOUND) and any(held), extension)
    refuse_macros(any(name.encode("utf-16-le") in content for name in MACROS))


def refuse_macros(found: bool) -> None:
    if found:
        message = _("The file contains macros. Save it without them, or as PDF.")
        raise ValidationError(message, code="macros")


def overwrite(upload: UploadedFile, content: bytes, name: str) -> None:
    """Puts cleaned content into the upload itself, so that no other part of Wagtail sees the original."""
    upload.seek(0)
    upload.truncate()
    upload.write(content)
    upload.flush()
    upload.size, upload.name = len(content), name
    upload.seek(0)


def blank_positions(upload: UploadedFile) -> None:
    """Sets the places in a film's metadata to zero; lengths stay, so nothing else in it moves."""
    if isinstance(upload, TemporaryUploadedFile):
        with mmap(upload.fileno(), 0, access=ACCESS_WRITE) as content:
            for found in list(POSITION.finditer(content)):
                content[found.start() : found.end()] = zeroed(found.group())
    else:
        upload.seek(0)
        content = upload.read()
        overwrite(upload, POSITION.sub(lambda found: zeroed(found.group()), content), upload.name or "")


def zeroed(position: bytes) -> bytes:
    return re.sub(rb"\d", b"0", position)
