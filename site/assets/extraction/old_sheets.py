"""Sheets of Excel 97–2003: one page a sheet with its notes, then headers and footers."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import xlrd
from xlrd.book import Book
from xlrd.sheet import Cell, Sheet

from assets.extraction.answer import Answer, Limits, Refused
from assets.extraction.sheets import DRESS

HEADER, FOOTER = 0x14, 0x15


def read(path: Path, limits: Limits) -> Answer:
    """Raises `Refused` for a password."""
    answer = Answer()
    book = opened(path)
    for sheet in book.sheets():
        answer.add("\n".join(lines(sheet)), limits)
    if besides := "\n".join(headers_and_footers(book.mem[book.base : book.base + book.stream_len])):
        answer.add(besides, limits)
    return answer


def opened(path: Path) -> Book:
    try:
        return xlrd.open_workbook(str(path), logfile=StringIO(), ragged_rows=True, on_demand=True)
    except xlrd.XLRDError as error:
        raise Refused("encrypted" if "encrypted" in str(error) else "broken") from error


def lines(sheet: Sheet) -> Iterator[str]:
    yield sheet.name
    for row in sheet.get_rows():
        cells = [shown(cell, sheet.book.datemode) for cell in row]
        if any(cells):
            yield "\t".join(filter(None, cells))
    for note in sheet.cell_note_map.values():
        yield note.text


def shown(cell: Cell, datemode: int) -> str:
    """Numbers of persons and papers are whole, though a cell keeps every number as a fraction."""
    if cell.ctype == xlrd.XL_CELL_DATE:
        return as_date(cell.value, datemode)
    if cell.ctype == xlrd.XL_CELL_NUMBER and cell.value.is_integer():
        return str(int(cell.value))
    return "" if cell.ctype == xlrd.XL_CELL_ERROR else str(cell.value)


def as_date(value: float, datemode: int) -> str:
    try:
        return xlrd.xldate_as_datetime(value, datemode).strftime("%d/%m/%Y")
    except (xlrd.xldate.XLDateError, ValueError, OverflowError):
        return str(value)


def headers_and_footers(stream: bytes) -> Iterator[str]:
    """What xlrd passes over, and a mark of secrecy stands just there."""
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        if kind in (HEADER, FOOTER) and size > 3:
            yield DRESS.sub("\n", unpacked(stream[place + 4 : place + 4 + size]))
        place += 4 + size


def unpacked(record: bytes) -> str:
    """A count, a flag that says whether each character takes two bytes, the characters."""
    wide = record[2] & 1
    return record[3:].decode("utf-16-le" if wide else "latin-1", errors="replace")
