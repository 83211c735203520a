"""Postings packed into blocks: numbers of one width, so that a term is found and read without unpacking.

A block holds all postings of its terms. Packed: how many terms, how many postings, then column by column the
terms, where the postings of each end, the entries and the weights.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from search.postings.arrays import Rows

SIZE = 256  # postings after which a block is closed; a term is never parted
HEAD = np.dtype("<u4")
TERM, ENTRY, WEIGHT = np.dtype("<i8"), np.dtype("<u4"), np.dtype("<u2")


def pack(rows: Rows) -> Iterator[tuple[int, bytes]]:
    """Blocks of rows in the order of the key, each with its first term."""
    if not len(rows.terms):
        return
    starts = np.flatnonzero(np.diff(rows.terms, prepend=rows.terms[0] - 1))
    ends = np.append(starts[1:], len(rows.terms))
    block = starts // SIZE
    firsts = np.flatnonzero(np.diff(block, prepend=-1))
    for first, last in zip(firsts, np.append(firsts[1:], len(starts)), strict=True):
        own = slice(starts[first], ends[last - 1])
        yield int(rows.terms[own.start]), _packed(rows, starts[first:last], ends[first:last], own)


def _packed(rows: Rows, starts: np.ndarray, ends: np.ndarray, own: slice) -> bytes:
    return b"".join((
        np.array([len(starts), own.stop - own.start], HEAD).tobytes(),
        rows.terms[starts].astype(TERM).tobytes(),
        (ends - own.start).astype(HEAD).tobytes(),
        rows.entries[own].astype(ENTRY).tobytes(),
        rows.weights[own].astype(WEIGHT).tobytes(),
    ))  # fmt: skip


class Block:
    """A block that is read."""

    def __init__(self, packed: bytes | memoryview) -> None:
        terms, size = (int(number) for number in np.frombuffer(packed, HEAD, 2))
        at = 2 * HEAD.itemsize
        self.terms = np.frombuffer(packed, TERM, terms, at)
        at += terms * TERM.itemsize
        self.ends = np.frombuffer(packed, HEAD, terms, at)
        at += terms * HEAD.itemsize
        self.entries = np.frombuffer(packed, ENTRY, size, at)
        self.weights = np.frombuffer(packed, WEIGHT, size, at + size * ENTRY.itemsize)

    def of(self, place: int) -> tuple[np.ndarray, np.ndarray]:
        """Entries and weights of the term at that place."""
        own = slice(int(self.ends[place - 1]) if place else 0, int(self.ends[place]))
        return self.entries[own].astype(np.int64), self.weights[own].astype(np.int64)

    def rows(self) -> Rows:
        ends = self.ends.astype(np.int64)
        sizes = ends - np.concatenate([[0], ends[:-1]])
        return Rows(
            np.repeat(self.terms, sizes), self.entries.astype(np.int64), self.weights.astype(np.int16)
        )
