"""Documents with text, made on the spot: what officials attach, and what harms a reader."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from docx.shared import Mm
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from tests.assets.samples import packed, picture

WORDS = "Quyet dinh ve viec quan ly cho. " * 10
FREE_SECTOR, END_OF_CHAIN, TABLE_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def pdf(*pages: str, password: str = "", stamp: str = "") -> bytes:
    """A PDF of these texts; an empty one is a scanned page, which may bear the stamp of a signature."""
    output = BytesIO()
    drawing = canvas.Canvas(output, encrypt=StandardEncryption(password) if password else None)
    for text in pages:
        if text:
            drawing.drawString(50, 700, text)
        else:
            drawing.drawImage(ImageReader(BytesIO(picture())), 0, 0, *drawing._pagesize)
            drawing.drawString(50, 30, stamp)
        drawing.showPage()
    drawing.save()
    return output.getvalue()


def fill_in(text: str) -> bytes:
    """A PDF whose only text stands in a field of a form."""
    output = BytesIO()
    drawing = canvas.Canvas(output)
    drawing.acroForm.textfield(value=text, x=50, y=700, width=300)
    drawing.showPage()
    drawing.save()
    return output.getvalue()


def word(body: str = WORDS, *, header: str = "", cell: str = "", second_page: str = "") -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header
    document.add_paragraph(body)
    if cell:
        document.add_table(1, 1).cell(0, 0).text = cell
    if second_page:
        document.add_page_break()
        document.add_paragraph(second_page)
    return saved(document)


def word_of_pictures() -> bytes:
    document = docx.Document()
    document.add_picture(BytesIO(picture()), width=Mm(150))
    return saved(document)


def word_part(name: str, xml: str) -> bytes:
    """A Word file of a body and one more part, given as its XML."""
    namespaces = 'xmlns:w="urn:w" xmlns:v="urn:v"'
    body = f"<w:document {namespaces}><w:body><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p></w:body></w:document>"
    part = f"<w:part {namespaces}>{xml}</w:part>"
    return packed({"word/document.xml": body.encode(), f"word/{name}": part.encode()})


def sheet(*cells: object, header: str = "", comment: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Danh sách"
    book.active.append(list(cells))
    book.active.oddHeader.center.text = header or None
    if comment:
        book.active["A1"].comment = openpyxl.comments.Comment(comment, "An")
    return saved(book)


def saved(document: object) -> bytes:
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def rtf(body: str, header: str = "") -> bytes:
    def escaped(text: str) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text)

    return rf"{{\rtf1\ansi{{\header {escaped(header)}\par}}{escaped(body)}\par}}".encode("ascii")


def open_text(body: str, header: str = "") -> bytes:
    names = 'xmlns:text="urn:t" xmlns:style="urn:s"'
    return packed(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b"<manifest/>",
            "styles.xml": f"<s {names}><style:header><text:p>{header}</text:p></style:header></s>".encode(),
            "content.xml": f"<c {names}><text:p>{body}<text:span>.</text:span></text:p></c>".encode(),
        }
    )


def old_word(text: str) -> bytes:
    """A Word 97 file: a header block that says where the text lies, in UTF-16, and a table of one piece."""
    content = text.encode("utf-16-le")
    start = 2048
    piece = struct.pack("<BIIIHIH", 2, 16, 0, len(text), 0, start, 0)
    table = piece.ljust(4096, b"\0")
    head = bytearray(start)
    struct.pack_into("<HHHHHH", head, 0, 0xA5EC, 0x00C1, 0, 0x042A, 0, 0x1200)
    struct.pack_into("<II", head, 0x18, start, start + len(content))
    struct.pack_into("<H", head, 0x20, 14)
    struct.pack_into("<H", head, 0x3E, 22)
    struct.pack_into("<I", head, 0x4C, len(text))
    struct.pack_into("<H", head, 0x98, 93)
    struct.pack_into("<II", head, 0x1A2, 0, len(piece))
    stream = (bytes(head) + content).ljust(8192, b"\0")
    return compound({"WordDocument": stream, "1Table": table})


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file of streams of at least 4096 bytes each, in whole sectors."""
    sectors, chains, entries = [], [], []
    for name, content in streams.items():
        content = content.ljust(-(-len(content) // 512) * 512, b"\0")
        first, count = len(chains), len(content) // 512
        chains += [*range(first + 1, first + count), END_OF_CHAIN]
        sectors.append(content)
        entries.append(entry(name, 2, first, len(content)))
    directory = entry("Root Entry", 5, END_OF_CHAIN, 0, child=1)
    entries[0] = entries[0][:72] + struct.pack("<I", 2 if len(entries) > 1 else FREE_SECTOR) + entries[0][76:]
    directory = (directory + b"".join(entries)).ljust(512, b"\0")
    place = len(chains)
    chains += [END_OF_CHAIN, TABLE_SECTOR]
    allocation = struct.pack("<128I", *chains, *[FREE_SECTOR] * (128 - len(chains)))
    versions = struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    places = struct.pack("<III4xIIIII", 0, 1, place, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0)
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + versions + places
    header += struct.pack("<109I", place + 1, *[FREE_SECTOR] * 108)
    return header + b"".join(sectors) + directory + allocation


def entry(name: str, kind: int, first: int, size: int, child: int = FREE_SECTOR) -> bytes:
    encoded = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16x4x16xIQ",
        encoded,
        len(encoded) + 2,
        kind,
        1,
        FREE_SECTOR,
        FREE_SECTOR,
        child,
        first,
        size,
    )


def zeros(folder: Path, size: int, name: str = "trong.pdf") -> Path:
    """A file of nothing, which takes no room on the disk."""
    path = folder / name
    with path.open("wb") as file:
        file.truncate(size)
    return path


def bomb() -> bytes:
    """A Word file of half a megabyte that would be 500 MB unpacked."""
    return packed({"word/document.xml": b"<a/>", "word/header1.xml": b" " * (500 * 1024 * 1024)})


def open_bomb() -> bytes:
    """An OpenDocument text that would be 500 MB unpacked."""
    return packed(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": bytes(500 * 1024 * 1024)}
    )


def objects(*bodies: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    parts = [b"%d 0 obj %b endobj\n" % (number, body) for number, body in enumerate(bodies, 1)]
    return b"%PDF-1.4\n" + b"".join(parts) + b"trailer<</Root 1 0 R>>\n%%EOF\n"


def blank_pages(count: int) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    tree = b"<</Type/Pages/Count %d/Kids[%b]>>" % (count, kids)
    return objects(b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * count)


def drawn_in_itself() -> bytes:
    """A page whose drawing draws itself ten times, and so on."""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 60>>stream\n"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Contents 5 0 R>>"
    drawing = b"/F Do " * 10
    return objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        page,
        form + drawing + b"\nendstream",
        b"<</Length 60>>stream\n" + drawing + b"\nendstream",
    )


def photograph() -> bytes:
    output = BytesIO()
    Image.new("RGB", (80, 40)).save(output, "JPEG")
    return output.getvalue()
