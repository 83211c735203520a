"""What makes one entry answer a question better than another; `search.reasons` says why each counts.

Each is between 0 and about 1, for all candidates at once; `coefficients.json` has what each counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from search.terms import ACCENTED, FOLDED, LONGEST_QUERY, pair, term
from search.text import Syllable, is_accented, syllables
from search.tokens import (
    ACCENT_MASK,
    HEADINGS,
    PARENT,
    TITLE,
    Tokens,
    accent_number,
    folded_number,
    pair_numbers,
)

IS = folded_number("la")  # «là»: what stands before it is being defined
LONG = 5.0  # natural logarithm of a usual length
MOST_UNITS = 63
WHOLE = 0.999  # a share that is all but for rounding

Idf = Callable[[np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Units:
    """The pairs or the single syllables of a question: the number of each unit, and what each weighs."""

    index: Mapping[tuple[int, int], int]
    weights: np.ndarray

    @property
    def total(self) -> float:
        return max(float(self.weights.sum()), 1e-6)


class Question:
    """What ranking looks for: `weights` has the weight of each term of the question that occurs anywhere."""

    def __init__(self, words: str, weights: Mapping[int, float]) -> None:
        found = syllables(words)[:LONGEST_QUERY]
        self.typed = is_accented(words)
        self.folded = np.unique(np.array([folded_number(one.folded) for one in found], np.uint32))
        self.pairs = self._pairs(found, weights)
        self.singles = self._singles(found, weights)

    def _pairs(self, found: list[Syllable], weights: Mapping[int, float]) -> Units:
        index: dict[tuple[int, int], int] = {}
        heavy: list[float] = []
        for left, right in pairwise(found):
            key = folded_number(left.folded), folded_number(right.folded)
            weight = weights.get(pair(term(FOLDED, left.folded), term(FOLDED, right.folded)), 0.0)
            if weight and key not in index and len(heavy) < MOST_UNITS:
                index[key] = len(heavy)
                heavy.append(weight)
        return Units(index, np.array(heavy, np.float32))

    def _singles(self, found: list[Syllable], weights: Mapping[int, float]) -> Units:
        """Keys are the folded syllable and its accents, or -1 where none were typed."""
        index: dict[tuple[int, int], int] = {}
        heavy: list[float] = []
        for one in found:
            own = term(ACCENTED, one.accented) if self.typed else term(FOLDED, one.folded)
            key = folded_number(one.folded), accent_number(one.accented) if self.typed else -1
            weight = weights.get(own, 0.0)
            if weight and key not in index and len(heavy) < MOST_UNITS:
                index[key] = len(heavy)
                heavy.append(weight)
        return Units(index, np.array(heavy, np.float32))


class Comparison:
    """A question beside the tokens of its candidates: which units of it stand in which row."""

    def __init__(self, question: Question, tokens: Tokens) -> None:
        self.question, self.tokens = question, tokens
        place = np.searchsorted(question.folded, tokens.folded)
        place = np.minimum(place, len(question.folded) - 1)
        self.asked = question.folded[place] == tokens.folded
        self.at = np.flatnonzero(self.asked)
        self.syllable = place[self.at]
        self.pair_at, self.pair_unit = self._pair_hits()
        self.is_pair = np.zeros(len(tokens.folded), bool)
        self.is_pair[self.pair_at] = True
        self.pairs = self._rows(self.pair_at, self.pair_unit, len(question.pairs.weights))
        self.singles = self._rows(*self._single_hits(), len(question.singles.weights))

    def _pair_hits(self) -> tuple[np.ndarray, np.ndarray]:
        size = len(self.question.folded)
        table = np.full((size, size), -1, np.int16)
        for (left, right), unit in self.question.pairs.index.items():
            table[
                np.searchsorted(self.question.folded, [left]), np.searchsorted(self.question.folded, [right])
            ] = unit
        follows = np.flatnonzero(self.at[1:] - self.at[:-1] == 1)
        units = table[self.syllable[follows], self.syllable[follows + 1]]
        return self.at[follows][units >= 0], units[units >= 0]

    def _single_hits(self) -> tuple[np.ndarray, np.ndarray]:
        if not self.question.typed:
            units = np.full(len(self.question.folded), -1, np.int16)
            for (folded, _accent), unit in self.question.singles.index.items():
                units[np.searchsorted(self.question.folded, folded)] = unit
            found = units[self.syllable]
        else:
            table = np.full((len(self.question.folded), ACCENT_MASK + 1), -1, np.int16)
            for (folded, accent), unit in self.question.singles.index.items():
                table[np.searchsorted(self.question.folded, folded), accent] = unit
            found = table[self.syllable, self.tokens.accents[self.at]]
        return self.at[found >= 0], found[found >= 0]

    def _rows(self, at: np.ndarray, units: np.ndarray, count: int) -> np.ndarray:
        rows = np.zeros((self.tokens.first_row[-1], count), bool)
        rows[self.tokens.row[at], units] = True
        return rows

    def covered(self, rows: np.ndarray, units: Units) -> np.ndarray:
        """The share of the question's weight that stands in each of `rows`."""
        return rows @ units.weights / units.total


def measure(comparison: Comparison, idf: Idf) -> dict[str, np.ndarray]:
    """The factors that come from the words, by name, one number for each candidate."""
    pairs, singles = comparison.question.pairs, comparison.question.singles
    in_passage = {
        "pairs": comparison.covered(_passages(comparison.tokens, comparison.pairs), pairs),
        "singles": comparison.covered(_passages(comparison.tokens, comparison.singles), singles),
    }
    first = comparison.tokens.first_row[:-1]
    title = comparison.covered(comparison.singles[first + TITLE], singles)
    title_asked = _asked_share(comparison, TITLE, idf, pairs=False)
    best = {name: _best(shares, comparison.tokens) for name, shares in in_passage.items()}
    return {
        "passage_pairs": best["pairs"],
        "passage_singles": best["singles"],
        "passage": _best(in_passage["pairs"] + in_passage["singles"], comparison.tokens),
        "text_pairs": comparison.covered(_anywhere(comparison.tokens, comparison.pairs), pairs),
        "text_singles": comparison.covered(_anywhere(comparison.tokens, comparison.singles), singles),
        "title_pairs": comparison.covered(comparison.pairs[first + TITLE], pairs),
        "title_singles": title,
        "headings_pairs": comparison.covered(comparison.pairs[first + HEADINGS], pairs),
        "parent_pairs": comparison.covered(comparison.pairs[first + PARENT], pairs),
        "title_asked": _asked_share(comparison, TITLE, idf),
        "title_asked_singles": title_asked,
        "titled": (title > WHOLE) & (title_asked > WHOLE),
        "parent_asked": _asked_share(comparison, PARENT, idf),
        "defined": _defined(comparison),
        "length": np.log1p(comparison.tokens.lengths) / LONG,
    }


def _passages(tokens: Tokens, rows: np.ndarray) -> np.ndarray:
    """Each half of a passage with the next one, the title and the parent; other rows stay as they are."""
    first, last = tokens.first_row[:-1], tokens.first_row[1:] - 1
    together = rows.copy()
    together[:-1] |= rows[1:]
    together[last] = rows[last]
    owner = np.repeat(np.arange(len(first)), np.diff(tokens.first_row))
    return together | rows[first + TITLE][owner] | rows[first + PARENT][owner]


def _best(shares: np.ndarray, tokens: Tokens) -> np.ndarray:
    """The best passage of the body of each entry; what stands before it is set aside."""
    shares = shares.copy()
    for section in (TITLE, HEADINGS, PARENT):
        shares[tokens.first_row[:-1] + section] = 0
    return np.maximum.reduceat(shares, tokens.first_row[:-1])


def _anywhere(tokens: Tokens, rows: np.ndarray) -> np.ndarray:
    return np.logical_or.reduceat(rows, tokens.first_row[:-1], axis=0)


def _asked_share(comparison: Comparison, section: int, idf: Idf, *, pairs: bool = True) -> np.ndarray:
    """The share of the weight of a section's pairs, or syllables, that the question contains."""
    tokens = comparison.tokens
    at = np.flatnonzero(tokens.section == section)
    if pairs:
        at = at[:-1][(np.diff(at) == 1) & (tokens.folded[at[:-1]] > 0) & (tokens.folded[at[1:]] > 0)]
        at = at[tokens.entry[at] == tokens.entry[at + 1]] if len(at) else at
        numbers, asked = pair_numbers(tokens.folded)[at], comparison.is_pair[at]
    else:
        at = at[tokens.folded[at] > 0]
        numbers, asked = tokens.folded[at], comparison.asked[at]
    weights, count = idf(numbers), len(tokens.lengths)
    whole = np.bincount(tokens.entry[at], weights, count)
    return np.bincount(tokens.entry[at], weights * asked, count) / np.maximum(whole, 1e-6)


def _defined(comparison: Comparison) -> np.ndarray:
    """The heaviest pair of the question that stands directly before «là»."""
    tokens, units = comparison.tokens, comparison.question.pairs
    found = np.zeros(len(tokens.lengths), np.float32)
    inside = comparison.pair_at + 2 < len(tokens.folded)
    at, unit = comparison.pair_at[inside], comparison.pair_unit[inside]
    before = tokens.folded[at + 2] == IS
    np.maximum.at(found, tokens.entry[at[before]], units.weights[unit[before]] / units.total)
    return found
