"""Rows out of a file of any accepted form, each with its number, and what is wrong with the rest."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from editorial.imports.mapping import RowRefused

GZIP = b"\x1f\x8b"
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# Letters that stand for Vietnamese ones in TCVN3 and VNI fonts and hardly ever in Unicode text.
LEGACY = frozenset("µ¸¶·¹®¨»¾¼½Æ©ÇÊÈÉËªÒÕÓÔÖ×ØÜÞß«åæç¬êëîïñ­õøö÷ûüþ§")
LEGACY_SHARE = 0.06
CSV_FIELD_LIMIT = 5_000_000


@dataclass(frozen=True)
class Row:
    """A row as it stands in the file; `fault` says why it could not be read, and `values` is then empty."""

    number: int
    values: dict[str, Any]
    fault: RowRefused | None = None


def read(path: Path) -> Iterator[Row]:
    """The rows of a JSON Lines, CSV (also `.gz`) or XLSX file, numbered from 1 without the head row."""
    if path.suffix == ".xlsx":
        yield from xlsx_rows(path)
        return
    yield from until_broken(text_rows(path))


def text_rows(path: Path) -> Iterator[Row]:
    with opened(path) as stream:
        is_csv = path.name.removesuffix(".gz").endswith(".csv")
        yield from csv_rows(stream) if is_csv else json_rows(stream)


def opened(path: Path) -> IO[str]:
    """Text of the file, unpacked; bytes that are no UTF-8 come through as lone surrogates."""
    binary: Any = path.open("rb")
    if binary.peek(2).startswith(GZIP):
        binary = gzip.GzipFile(fileobj=binary)
    head = binary.peek(3)
    encoding = next((name for mark, name in MARKS.items() if head.startswith(mark)), "utf-8")
    return io.TextIOWrapper(binary, encoding, errors="surrogateescape", newline="")


def until_broken(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows up to where a packed file is cut short, then one that says so."""
    number = 0
    try:
        for row in rows:
            number = row.number
            yield row
    except (EOFError, zlib.error, gzip.BadGzipFile, csv.Error, UnicodeError):
        yield Row(number + 1, {}, RowRefused("", _("The file is cut short or damaged from here on.")))


def json_rows(stream: IO[str]) -> Iterator[Row]:
    for number, line in enumerate(stream, 1):
        if line.strip("\ufeff \t\r\n"):
            yield json_row(number, line)


def json_row(number: int, line: str) -> Row:
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return Row(number, {}, RowRefused("", _("This line is not JSON.")))
    if not isinstance(values, dict):
        return Row(number, {}, RowRefused("", _("This line is not a JSON object.")))
    return checked(number, values)


def csv_rows(stream: IO[str]) -> Iterator[Row]:
    csv.field_size_limit(CSV_FIELD_LIMIT)
    reader = csv.DictReader(stream, dialect=dialect_of(stream))
    for number, values in enumerate(reader, 1):
        yield checked(number, {str(name).strip(): value for name, value in values.items() if name})


def dialect_of(stream: IO[str]) -> type[csv.Dialect]:
    """Comma, semicolon or tab, as the head row shows."""
    head = stream.readline()
    stream.seek(0)
    try:
        return csv.Sniffer().sniff(head, delimiters=",;\t")
    except csv.Error:
        return csv.excel


def xlsx_rows(path: Path) -> Iterator[Row]:
    try:
        sheet = load_workbook(path, read_only=True, data_only=True).active
        lines = sheet.iter_rows(values_only=True)
        names = [str(cell or "").strip() for cell in next(lines, ())]
    except Exception as error:  # noqa: BLE001  openpyxl raises whatever the damaged part happens to raise
        reason = _("This is not an XLSX workbook that can be read (%(error)s).") % {"error": error}
        yield Row(1, {}, RowRefused("", reason))
        return
    for number, cells in enumerate(lines, 1):
        values = {name: cell_value(cell) for name, cell in zip(names, cells, strict=False) if name}
        if any(value not in (None, "") for value in values.values()):
            yield checked(number, values)


def cell_value(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else cell


def checked(number: int, values: dict[str, Any]) -> Row:
    """The row, or its refusal when its bytes are no Unicode or its letters belong to an old font."""
    text = json.dumps(values, ensure_ascii=False, default=str)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return Row(
            number, {}, RowRefused("", _("The row is not in UTF-8. Save the file as UTF-8 and try again."))
        )
    if any(looks_legacy(value) for value in values.values() if isinstance(value, str)):
        reason = _("The row is written in an old font encoding (TCVN3 or VNI). Convert it to Unicode first.")
        return Row(number, {}, RowRefused("", reason))
    return Row(number, values)


def looks_legacy(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha() or letter in LEGACY]
    if len(letters) < 20 or any("\u1ea0" <= letter <= "\u1ef9" for letter in letters):
        return False
    return sum(letter in LEGACY for letter in letters) > LEGACY_SHARE * len(letters)
