"""Fitting by gradients, as far as `bench.train_ranking` needs it: in plain numpy, the same every time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

HELD, KIND_HELD = 1e-5, 1e-3  # how near weights are held to where they start: for all kinds, for one

Gradient = Callable[[np.ndarray], np.ndarray]
Table = tuple[np.ndarray, np.ndarray, np.ndarray]  # candidates × factors, kinds, which are relevant


def descend(gradient: Gradient, size: int, *, steps: int = 400, rate: float = 0.05) -> np.ndarray:
    """The weights where the mean `gradient` vanishes, from zero (Adam with a falling rate)."""
    weights, mean, spread = np.zeros(size), np.zeros(size), np.zeros(size)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        mean += 0.1 * (slope - mean)
        spread += 0.01 * (slope**2 - spread)
        size_now = np.sqrt(spread / (1 - 0.99**step)) + 1e-9
        weights = weights - rate * (1 - step / (steps + 1)) * (mean / (1 - 0.9**step)) / size_now
    return weights


def logistic(
    columns: np.ndarray, dense: np.ndarray, true: np.ndarray, count: int, *, l2: float
) -> np.ndarray:
    """Weights of `count` names and of the `dense` numbers (rows × numbers) that predict `true`.

    `columns` (rows × places) names what stands in each row, -1 for nothing; names are held small by `l2`.
    """
    padded = np.where(columns < 0, count, columns)

    def gradient(weights: np.ndarray) -> np.ndarray:
        named = np.append(weights[:count], 0.0)
        error = 1 / (1 + np.exp(-(named[padded].sum(axis=1) + dense @ weights[count:]))) - true
        told = sum(np.bincount(place, error, count + 1)[:count] for place in padded.T)
        return np.concatenate([told + l2 * weights[:count], dense.T @ error]) / len(true)

    return descend(gradient, count + dense.shape[1])


class Lists:
    """Candidates of many questions, one list after another: factors, kinds as numbers, which are relevant.

    `shares` says how much each list counts.
    """

    def __init__(self, lists: list[Table], shares: list[float]) -> None:
        told = [(one, share) for one, share in zip(lists, shares, strict=True) if one[2].any()]
        sizes = [len(one[2]) for one, _share in told]
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        self.owner = np.repeat(np.arange(len(sizes)), sizes)
        self.factors = np.concatenate([one[0] for one, _share in told])
        self.kinds = np.concatenate([one[1] for one, _share in told])
        relevant = np.concatenate([one[2] for one, _share in told]).astype(np.float32)
        self.wanted = relevant / np.add.reduceat(relevant, self.starts)[self.owner]
        share = np.array([share for _one, share in told], np.float32)
        self.share = (share / share.sum())[self.owner]

    def fit(self, start: np.ndarray, free: np.ndarray) -> np.ndarray:
        """Weights (1 + kinds × factors) from `start`: for all, and what each kind adds; rows not `free` stay.

        They make the chance of the relevant entries, by the exponentials of their scores, the greatest.
        """
        owned = [slice(None), *(np.flatnonzero(self.kinds == kind) for kind in range(len(start) - 1))]
        fixed = np.zeros(len(self.kinds))
        for own, row in zip(owned, start, strict=True):
            fixed[own] += self.factors[own] @ row
        held = [HELD, *[KIND_HELD] * (len(start) - 1)]
        parts = [(owned[row], self.factors[owned[row]], held[row]) for row in np.flatnonzero(free)]

        def gradient(moved: np.ndarray) -> np.ndarray:
            rows, scores = moved.reshape(len(parts), -1).astype(np.float32), fixed.copy()
            for (own, factors, _held), row in zip(parts, rows, strict=True):
                scores[own] += factors @ row
            error = ((self._chance(scores) - self.wanted) * self.share).astype(np.float32)
            slopes = [
                factors.T @ error[own] + held * row
                for (own, factors, held), row in zip(parts, rows, strict=True)
            ]
            return np.concatenate(slopes)

        moved = descend(gradient, len(parts) * start.shape[1], steps=200, rate=0.2)
        weights = start.copy()
        weights[np.flatnonzero(free)] += moved.reshape(len(parts), -1)
        return weights

    def _chance(self, scores: np.ndarray) -> np.ndarray:
        raised = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.owner])
        return raised / np.add.reduceat(raised, self.starts)[self.owner]
