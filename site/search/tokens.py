"""The syllables of an entry as numbers, in order: what ranking compares with a question, in little room.

A syllable is the low half of its folded term, so that the low half of a pair's term follows from its two
syllables, and one byte that tells accents apart. Packed: the lengths of the four sections, the number of
different syllables, their folded numbers, their accents, and which of them stands at each place, in one byte
where that is enough. Texts of a section are parted by a 0, which no pair crosses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from search.entries import EntryData
from search.terms import ACCENTED, FOLDED, MIX, spoken, term

SECTIONS = TITLE, HEADINGS, PARENT, BODY = range(4)
MOST = (200, 300, 200, 1600)  # syllables of each section that are kept
HEAD = np.dtype("<u2")
FOLDED_TYPE, ACCENT_TYPE, NARROW, WIDE = np.dtype("<u4"), np.dtype("u1"), np.dtype("u1"), np.dtype("<u2")
ENOUGH = 256  # different syllables that one byte tells apart
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
    written = (found[:, 0] & FOLDED_MASK) << 8 | found[:, 1] & ACCENT_MASK
    different, place = np.unique(written, return_inverse=True)
    columns = (
        np.array([*(len(section) for section in sections), len(different)], HEAD),
        (different >> 8).astype(FOLDED_TYPE),
        (different & ACCENT_MASK).astype(ACCENT_TYPE),
        place.astype(_places(len(different))),
    )
    return b"".join(column.tobytes() for column in columns)


def _places(different: int) -> np.dtype:
    return NARROW if different <= ENOUGH else WIDE


def _unpacked(packed: bytes | memoryview) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The lengths of the sections, the folded numbers and the accents of all syllables."""
    *lengths, different = np.frombuffer(packed, HEAD, len(SECTIONS) + 1).tolist()
    at = (len(SECTIONS) + 1) * HEAD.itemsize
    folded = np.frombuffer(packed, FOLDED_TYPE, different, at)
    at += folded.nbytes
    accents = np.frombuffer(packed, ACCENT_TYPE, different, at)
    place = np.frombuffer(packed, _places(different), sum(lengths), at + accents.nbytes)
    return np.array(lengths, np.int64), folded[place], accents[place]


def lengths_of(packed: bytes | memoryview) -> np.ndarray:
    """How many syllables of each section are kept, with what parts them."""
    return np.frombuffer(packed, HEAD, len(SECTIONS))


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
        sizes, folded, accents = zip(*map(_unpacked, packed), strict=True)
        lengths = np.stack(sizes)
        self.folded, self.accents = np.concatenate(folded), np.concatenate(accents)
        totals = lengths.sum(axis=1)
        self.lengths = totals
        self.entry = np.repeat(np.arange(len(packed)), totals)
        self.section = np.repeat(np.tile(np.arange(len(SECTIONS)), len(packed)), lengths.ravel())
        halves = np.maximum(-(-lengths[:, BODY] // HALF_BLOCK), 1)
        self.first_row = np.concatenate([[0], np.cumsum(halves + BODY)])
        starts = np.concatenate([[0], np.cumsum(lengths.ravel())[:-1]])
        inside = np.arange(len(self.folded)) - np.repeat(starts, lengths.ravel())
        place = np.where(self.section == BODY, BODY + inside // HALF_BLOCK, self.section)
        self.row = self.first_row[self.entry] + place
