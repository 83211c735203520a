"""The syllables of an entry as numbers, in order: what ranking compares with a question, in little room.

A syllable is the low half of its folded term, so that the low half of a pair's term follows from its two
syllables, and one byte that tells accents apart. Packed: the lengths of the four sections, all folded
numbers, all accents. Texts of a section are parted by a 0, which no pair crosses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from search.entries import EntryData
from search.terms import ACCENTED, FOLDED, MIX, spoken, term

SECTIONS = TITLE, HEADINGS, PARENT, BODY = range(4)
MOST = (200, 300, 200, 1600)  # syllables of each section that are kept
HEAD = 2 * len(SECTIONS)  # bytes
FOLDED_MASK, ACCENT_MASK = 0xFFFFFFFF, 0xFF
NOTHING, PARTED = np.zeros((0, 2), np.uint64), np.zeros((1, 2), np.uint64)
HALF_BLOCK = 32  # syllables; a passage is two halves


def folded_number(folded: str) -> int:
    return term(FOLDED, folded) & FOLDED_MASK


def accent_number(accented: str) -> int:
    return term(ACCENTED, accented) & ACCENT_MASK


def pair_numbers(folded: np.ndarray) -> np.ndarray:
    """The numbers of adjacent pairs, one fewer than `folded` has; the low halves of `terms.pair`."""
    return folded[:-1] * np.uint32(MIX & FOLDED_MASK) + folded[1:] + np.uint32(1)


def pack_tokens(data: EntryData) -> bytes:
    """The numbers of the syllables of `data`."""
    texts = (
        [data.title, *data.names],
        [data.keywords, data.headings],
        [data.parent, data.number],
        [data.summary, data.text, data.extra, *(part.text for part in data.attachments)],
    )
    sections = [_section(part, most) for part, most in zip(texts, MOST, strict=True)]
    found = np.concatenate(sections)
    lengths = np.array([len(section) for section in sections], "<u2")
    folded, accents = (found[:, 0] & FOLDED_MASK).astype("<u4"), (found[:, 1] & ACCENT_MASK).astype("u1")
    return lengths.tobytes() + folded.tobytes() + accents.tobytes()


def lengths_of(packed: bytes | memoryview) -> np.ndarray:
    """How many syllables of each section are kept, with what parts them."""
    return np.frombuffer(packed, "<u2", len(SECTIONS))


def _section(texts: Iterable[str], most: int) -> np.ndarray:
    found, size = [NOTHING], 0
    for text in texts:
        if text and size < most:
            found += [spoken(text)[: most - size], PARTED]
            size += len(found[-2]) + 1
    return np.concatenate(found)


class Tokens:
    """The syllables of several entries, one after another.

    `entry` and `section` say where each of `folded` and `accents` belongs. A `row` is a title, the headings,
    the parent or half a passage of the body, numbered through, those of one entry in this order; `first_row`
    has where each entry begins and, at the end, how many rows there are.
    """

    def __init__(self, packed: Sequence[bytes | memoryview]) -> None:
        lengths = np.array([lengths_of(one) for one in packed], np.int64)
        totals = lengths.sum(axis=1)
        parts = list(zip(packed, totals, strict=True))
        self.folded = np.concatenate([np.frombuffer(one, "<u4", total, HEAD) for one, total in parts])
        self.accents = np.concatenate(
            [np.frombuffer(one, "u1", total, HEAD + 4 * total) for one, total in parts]
        )
        self.lengths = totals
        self.entry = np.repeat(np.arange(len(packed)), totals)
        self.section = np.repeat(np.tile(np.arange(len(SECTIONS)), len(packed)), lengths.ravel())
        halves = np.maximum(-(-lengths[:, BODY] // HALF_BLOCK), 1)
        self.first_row = np.concatenate([[0], np.cumsum(halves + BODY)])
        starts = np.concatenate([[0], np.cumsum(lengths.ravel())[:-1]])
        inside = np.arange(len(self.folded)) - np.repeat(starts, lengths.ravel())
        place = np.where(self.section == BODY, BODY + inside // HALF_BLOCK, self.section)
        self.row = self.first_row[self.entry] + place
