"""XLSX: one page a sheet, then headers, footers, comments and text boxes."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import openpyxl

from assets.extraction import packages
from assets.extraction.answer import Answer, Limits

BESIDES = ("xl/worksheets/", "xl/comments", "xl/threadedComments/", "xl/drawings/", "xl/charts/")
# How headers and footers say where a text stands, its font and its size: &C&"Arial,Bold"&14
DRESS = re.compile(r'&(?:[LCR]|"[^"]*"|\d+)')


def read(path: Path, limits: Limits) -> Answer:
    answer = Answer()
    with path.open("rb") as file:  # openpyxl judges a path by its ending
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            answer.add("\n".join(rows(sheet)), limits)
    if besides := text_besides(path):
        answer.add(besides, limits)
    return answer


def rows(sheet):
    """Lines of cells; empty rows, of which a sheet may claim a million, are left out."""
    yield sheet.title
    for row in sheet.iter_rows(values_only=True):
        cells = [str(value) for value in row if value is not None]
        if cells:
            yield "\t".join(cells)


def text_besides(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        names = [name for name in packages.xml_parts(package, "xl/") if name.startswith(BESIDES)]
        found = "\n".join(filter(str.strip, (packages.text_of(package, name) for name in names)))
        return DRESS.sub("\n", found)
