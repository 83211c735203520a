"""What stands on the pages of a file beside its text: running headers, page numbers, stamps of signatures.

Search reads without it. The gates never do: a mark of secrecy may stand in just these lines.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

# A running header or footer stands among the outermost lines of a page, on most of at least so many pages.
OUTERMOST = 3
FEWEST_PAGES = 3
MOST_OF_PAGES = 0.4  # left and right pages may differ
NUMBER = re.compile(r"\W*(?:(?:trang|page)\W*)?\d{1,4}(?:\s*(?:/|trên|of)\s*\d{1,4})?\W*", re.IGNORECASE)
SIGNER = re.compile(r"\W*(?:người ký|(?:được )?ký (?:số |điện tử )?bởi|nguoi ky|ky boi)\s*:", re.IGNORECASE)
DETAIL = re.compile(
    r"\W*(?:(?:thời gian|ngày giờ|ngày|giờ) ký|thoi gian ky|ngay ky|email|thư điện tử|cơ quan|co quan|tổ chức"
    r"|đơn vị|chức vụ|lý do|địa điểm|dn|date|reason|location|contact)\s*:",
    re.IGNORECASE,
)
# Says by itself that it is a stamp.
WHOLE = re.compile(
    r"\W*(?:digitally signed by|signature (?:not verified|(?:is )?valid)|chữ ký (?:số )?hợp lệ"
    r"|(?:người ký|ký (?:số )?bởi|nguoi ky|ky boi)\s*:.*(?:thời gian|ngày|thoi gian|ngay) k[ýy]\s*:)",
    re.IGNORECASE,
)


def without_furniture(pages: Iterable[str]) -> list[str]:
    """The pages without what is not their text; of lines that run through a file, the first stays."""
    composed = (unicodedata.normalize("NFC", page) for page in pages)
    lines = [[line for line in page.splitlines() if line.strip()] for page in composed]
    running = lines_that_run(lines)
    seen: set[str] = set()
    return ["\n".join(without_stamps(without_edges(page, running, seen))) for page in lines]


def lines_that_run(pages: list[list[str]]) -> set[str]:
    if len(pages) < FEWEST_PAGES:
        return set()
    counts = Counter(key for page in pages for key in {alike(page[n]) for n in edges(page)})
    return {key for key, count in counts.items() if count >= max(FEWEST_PAGES, len(pages) * MOST_OF_PAGES)}


def edges(page: list[str]) -> set[int]:
    return {n for n in range(len(page)) if n < OUTERMOST or n >= len(page) - OUTERMOST}


def alike(line: str) -> str:
    """One form for a line that differs from page to page in its numbers and their place alone."""
    return re.sub(r"\d+", "0", " ".join(line.split())).strip("0 .|–-").casefold()


def without_edges(page: list[str], running: set[str], seen: set[str]) -> list[str]:
    outside = edges(page)
    kept = []
    for place, line in enumerate(page):
        key = alike(line)
        runs = place in outside and key in running
        if not (place in outside and NUMBER.fullmatch(line)) and not (runs and key in seen):
            kept.append(line)
        if runs:
            seen.add(key)
    return kept


def without_stamps(page: list[str]) -> list[str]:
    """A stamp names the signer and says when, by which office or from which address, line after line."""
    kept: list[str] = []
    place = 0
    while place < len(page):
        length = length_of_stamp(page[place:])
        kept += page[place : place + 1] if not length else []
        place += length or 1
    return kept


def length_of_stamp(lines: list[str]) -> int:
    """How many of the first lines are a stamp."""
    parts = list(takewhile(lambda line: any(form.match(line) for form in (SIGNER, DETAIL, WHOLE)), lines))
    signed = len(parts) > 1 and any(map(SIGNER.match, parts))
    return len(parts) if signed or any(map(WHOLE.match, parts)) else 0
