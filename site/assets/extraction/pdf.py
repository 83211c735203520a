"""PDF by pdfium, with what is written in forms, notes and stamps."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from assets.extraction.answer import Answer, Limits, Refused

# A page is a scan when one picture covers this share of it.
SCANNED_SHARE = 0.5


def read(path: Path, limits: Limits) -> Answer:
    """Raises `Refused` for a password, too many pages or a file that is no PDF."""
    document = opened(path)
    if len(document) > limits.pages:
        raise Refused("too-many-pages")
    document.init_forms()
    answer = Answer()
    for number in range(len(document)):
        page = document[number]
        raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)  # fields and notes become text of the page
        page.close()
        page = document[number]
        answer.add(text_of(page), limits, pictured=is_pictured(page))
        page.close()
    return answer


def opened(path: Path) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Refused("encrypted" if locked else "broken") from error


def text_of(page: pdfium.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return text.get_text_range().replace("\r\n", "\n").replace("\ufffe", "")
    finally:
        text.close()


def is_pictured(page: pdfium.PdfPage) -> bool:
    """Whether one picture covers most of the page, or there are drawings and no text at all."""
    width, height = page.get_size()
    kinds = set()
    for item in page.get_objects(max_depth=3):
        kinds.add(item.type)
        if item.type == raw.FPDF_PAGEOBJ_IMAGE and covers(item.get_bounds(), width * height):
            return True
    return bool(kinds) and raw.FPDF_PAGEOBJ_TEXT not in kinds


def most_pixels(page: pdfium.PdfPage) -> int:
    """The pixels of the largest picture on the page."""
    pictures = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    return max((width * height for width, height in (item.get_px_size() for item in pictures)), default=0)


def covers(bounds: tuple[float, float, float, float], area: float) -> bool:
    left, bottom, right, top = bounds
    return abs(right - left) * abs(top - bottom) >= SCANNED_SHARE * area
