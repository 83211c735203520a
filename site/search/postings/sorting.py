"""Any number of postings in the order of their key: runs sorted in memory, kept on disk, read together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from search.postings.arrays import Rows, joined
from search.terms import BITS

RUN = 2_000_000  # postings held at once: 18 bytes each, and as much again while they are sorted


def spans(size: int) -> list[tuple[int, int]]:
    """Ranges of terms with about one run each of `size` postings; terms are hashes, spread evenly."""
    bounds = np.linspace(0, BITS + 1, size // RUN + 2).astype(np.int64).tolist()
    return list(pairwise(bounds))


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
        for span in spans(self._size):
            yield joined([run.part(slice(*np.searchsorted(run.terms, span))) for run in self._runs]).ordered()

    def _store(self) -> None:
        rows = joined(self._held).ordered()
        self._held = []
        number = len(self._runs)
        self._runs.append(Rows(*(self._stored(column, f"{number}-{n}") for n, column in enumerate(rows))))

    def _stored(self, column: np.ndarray, name: str) -> np.ndarray:
        path = Path(self._folder.name) / f"{name}.npy"
        np.save(path, column)
        return np.load(path, mmap_mode="r")
