"""Postings as columns of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Rows(NamedTuple):
    """Postings of any terms, column by column."""

    terms: np.ndarray
    entries: np.ndarray
    weights: np.ndarray

    def ordered(self) -> Rows:
        """In the order of the key."""
        order = np.lexsort((self.entries, self.terms))
        return Rows(*(column[order] for column in self))

    def part(self, kept: slice | np.ndarray) -> Rows:
        return Rows(*(column[kept] for column in self))

    def without(self, entries: np.ndarray) -> Rows:
        """Without the postings of these entries."""
        return self.part(~np.isin(self.entries, entries)) if len(entries) else self


NOTHING = Rows(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0, np.int16))


def joined(parts: Sequence[Rows]) -> Rows:
    """All of `parts`, one after another."""
    return Rows(*(np.concatenate(column) for column in zip(NOTHING, *parts, strict=True)))
