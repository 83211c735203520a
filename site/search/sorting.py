"""Any number of postings in the order of their key: runs sorted in memory, kept on disk, read together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np

from search.terms import BITS

RUN = 2_000_000  # postings held at once: 18 bytes each, and as much again while they are sorted


class Rows(NamedTuple):
    """Postings, column by column."""

    terms: np.ndarray
    entries: np.ndarray
    weights: np.ndarray

    def ordered(self) -> Rows:
        order = np.lexsort((self.entries, self.terms))
        return Rows(*(column[order] for column in self))

    def part(self, kept: slice | np.ndarray) -> Rows:
        return Rows(*(column[kept] for column in self))


def joined(parts: list[Rows]) -> Rows:
    return Rows(*(np.concatenate(column) for column in zip(*parts, strict=True)))


class Sorter:
    """Takes rows in any order and gives them back in that of the key; holds about one run."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="cong-search-")
        self._held: list[Rows] = []
        self._runs: list[Rows] = []
        self._size = 0

    def __enter__(self) -> Sorter:
        return self

    def __exit__(self, *error: object) -> None:
        self._runs.clear()
        self._folder.cleanup()

    def add(self, rows: Rows) -> None:
        self._held.append(rows)
        self._size += len(rows.terms)
        if sum(len(held.terms) for held in self._held) >= RUN:
            self._store()

    def parts(self) -> Iterator[Rows]:
        """All rows in order, a part at a time; those of a term are never parted."""
        if self._held:
            self._store()
        count = self._size // RUN + 1
        # Terms are hashes, spread evenly.
        bounds = np.linspace(0, BITS + 1, count + 1)[1:-1].astype(np.int64)
        cuts = [[0, *np.searchsorted(run.terms, bounds), len(run.terms)] for run in self._runs]
        for place in range(count):
            found = [
                run.part(slice(*cut[place : place + 2])) for run, cut in zip(self._runs, cuts, strict=True)
            ]
            if found:
                yield joined(found).ordered()

    def _store(self) -> None:
        rows = joined(self._held).ordered()
        self._held = []
        number = len(self._runs)
        self._runs.append(Rows(*(self._stored(column, f"{number}-{n}") for n, column in enumerate(rows))))

    def _stored(self, column: np.ndarray, name: str) -> np.ndarray:
        path = Path(self._folder.name) / f"{name}.npy"
        np.save(path, column)
        return np.load(path, mmap_mode="r")
