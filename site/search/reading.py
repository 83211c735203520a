"""Terms and tokens of many entries made from their stored texts, by as many processes as there are cores."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import NamedTuple

import numpy as np

from search.packing import unpack
from search.terms import entry_terms
from search.tokens import pack_tokens

WORTHWHILE = 5_000  # entries: for fewer, starting other processes takes longer than it saves


class Made(NamedTuple):
    """What is made of a portion, entry after entry; `sizes` has the number of terms of each."""

    sizes: list[int]
    terms: np.ndarray
    weights: np.ndarray
    tokens: list[bytes]
    signals: list[list[str]]


def read(portions: Iterable[dict[int, bytes]], average: float, total: int) -> Iterator[tuple[dict, Made]]:
    """Each portion with what is made of it, in order; `average` is the length of an entry."""
    cores = os.cpu_count() or 1
    if total < WORTHWHILE or cores < 2:
        yield from ((portion, made(list(portion.values()), average)) for portion in portions)
        return
    # Not forked: the process that asks has connections open.
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        yield from _spread(pool, portions, average, 2 * cores)


def _spread(
    pool: ProcessPoolExecutor, portions: Iterable[dict[int, bytes]], average: float, most: int
) -> Iterator[tuple[dict, Made]]:
    """Not more than `most` portions are under way."""
    waiting: deque[tuple[dict, Future[Made]]] = deque()
    for portion in portions:
        waiting.append((portion, pool.submit(made, list(portion.values()), average)))
        if len(waiting) == most:
            first, future = waiting.popleft()
            yield first, future.result()
    for first, future in waiting:
        yield first, future.result()


def made(packed: Iterable[bytes], average: float) -> Made:
    """Terms and tokens of entries whose average length is given."""
    entries = [unpack(texts) for texts in packed]
    terms = [entry_terms(data, average) for data in entries]
    return Made(
        [len(one.terms) for one in terms],
        np.concatenate([one.terms for one in terms]).astype(np.int64),
        np.concatenate([one.weights for one in terms]).astype(np.int16),
        [pack_tokens(data) for data in entries],
        [list(data.signals) for data in entries],
    )
