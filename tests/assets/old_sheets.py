"""Sheets of Excel 97, byte by byte."""

from __future__ import annotations

import struct

from tests.assets.files import compound

BEGIN, END, SHEET, NUMBER, LABEL, HEADER, SIZE = 0x809, 0x0A, 0x85, 0x203, 0x204, 0x14, 0x200
LOCKED = 0x2F


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def long_text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def begin(kind: int) -> bytes:
    return record(BEGIN, struct.pack("<HHHHII", 0x600, kind, 0x0DBB, 1997, 0, 6))


def sheet(*cells: float | str, header: str = "", rows: int = 1, locked: bool = False) -> bytes:
    """A workbook of one sheet with these cells below one another, which claims to have so many rows."""
    name = struct.pack("<BB", 4, 1) + "Danh".encode("utf-16-le")
    lock = record(LOCKED, struct.pack("<HH", 1, 1) + bytes(50)) if locked else b""
    head = begin(5) + lock
    place = len(head) + 4 + 6 + len(name) + len(record(END))
    book = head + record(SHEET, struct.pack("<IBB", place, 0, 0) + name) + record(END)
    page = (
        begin(0x10)
        + record(HEADER, long_text(header))
        + record(SIZE, struct.pack("<IIHHH", 0, rows, 0, 1, 0))
    )
    page += b"".join(cell(row, value) for row, value in enumerate(cells)) + record(END)
    return compound({"Workbook": (book + page).ljust(4096, b"\0")})


def cell(row: int, value: float | str) -> bytes:
    where = struct.pack("<HHH", row, 0, 0)
    if isinstance(value, str):
        return record(LABEL, where + long_text(value))
    return record(NUMBER, where + struct.pack("<d", value))
