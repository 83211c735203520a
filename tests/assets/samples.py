"""Files as people and attackers upload them, made on the spot."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

import docx
import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MP3 = b"ID3\x03\x00\x00\x00\x00\x00\x21" + b"\0" * 200
MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 40 + b"\xa9xyz\x00\x12+21.0285+105.8542/" + b"\0" * 40
DOC = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + "WordDocument".encode("utf-16-le") + b"\0" * 64


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def picture(size=(80, 40), file_format="JPEG", **options) -> bytes:
    """A picture red on its left half and blue on its right."""
    image = Image.new("RGB", size, "#00c")
    image.paste("#c00", (0, 0, size[0] // 2, size[1]))
    output = BytesIO()
    image.save(output, file_format, **options)
    return output.getvalue()


def photograph(orientation: int = 1) -> bytes:
    """A JPEG as a telephone writes it: with position, maker and orientation."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "Maker", orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 42.6), 3: "E", 4: (105.0, 51.0, 15.0)})
    return picture(exif=exif, xmp=b"<x:xmpmeta>exif:GPSLatitude=21</x:xmpmeta>", comment=b"21.0285")


def png_bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few bytes that claims 900 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([1, 0, 0, 0, 0])
    data = zlib.compress(b"\0" * 4096)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def word(with_macros: bool = False) -> bytes:
    output = BytesIO()
    docx.Document().save(output)
    if with_macros:
        with zipfile.ZipFile(output, "a") as package:
            package.writestr("word/vbaProject.bin", "Sub AutoOpen()")
    return output.getvalue()


def sheet() -> bytes:
    output = BytesIO()
    openpyxl.Workbook().save(output)
    return output.getvalue()


def packed(members: dict[str, bytes]) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return output.getvalue()


def open_document(kind: str) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}".encode()
    return packed({"mimetype": mimetype, "content.xml": b"<x/>"})
