"""What was learned from labelled questions (`bench.train_ranking`): one small file the product ships."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from math import exp, sqrt
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("coefficients.json")


@dataclass(frozen=True)
class Belief:
    """How likely a term of a question stands in what answers it, by its syllables: instead of a stop list."""

    intercept: float = 0.0
    idf: float = 0.0
    digits: float = 0.0
    left: Mapping[str, float] = field(default_factory=dict)
    right: Mapping[str, float] = field(default_factory=dict)

    def probability(self, words: Sequence[str], idf: float) -> float:
        """From 0 to 1 for one folded syllable or two adjacent ones, `idf` being theirs."""
        score = self.intercept + self.idf * idf / 10
        score += self.digits * any(letter.isdigit() for word in words for letter in word)
        score += self.left.get(words[0], 0.0) + (self.right.get(words[1], 0.0) if len(words) > 1 else 0.0)
        return 1 / (1 + exp(-score))

    def of_question(self, words: Collection[str]) -> float:
        """From 0 to 1 for a whole question, by the folded syllables in it."""
        return 1 / (1 + exp(-self.intercept - sum(self.left.get(word, 0.0) for word in set(words))))


@dataclass(frozen=True)
class Coefficients:
    """`factors` by kind, "" for all kinds: what one more of a factor adds to the score of an entry.

    `kinds` has the words by which a question is known to ask for a kind.
    """

    pair: Belief = field(default_factory=Belief)
    single: Belief = field(default_factory=Belief)
    factors: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    kinds: Mapping[str, Belief] = field(default_factory=dict)

    def weight(self, words: Sequence[str], idf: float) -> float:
        """What a term of the question counts for; numbers and whole titles, without `words`, count whole."""
        if not words:
            return 1.0
        return sqrt((self.pair if len(words) > 1 else self.single).probability(words, idf))

    def factor(self, name: str, kind: str) -> float:
        return self.factors.get("", {}).get(name, 0.0) + self.factors.get(kind, {}).get(name, 0.0)


def read(stored: Mapping[str, Any]) -> Coefficients:
    beliefs = {name: Belief(**stored[name]) for name in ("pair", "single")}
    kinds = {kind: Belief(**belief) for kind, belief in stored.get("kinds", {}).items()}
    return Coefficients(**beliefs, factors=stored["factors"], kinds=kinds)


@cache
def _shipped() -> Coefficients:
    return read(json.loads(FILE.read_text("utf-8")))


_tried: list[Coefficients] = []


def current() -> Coefficients:
    """The coefficients of the product, read once, or those being tried."""
    return _tried[-1] if _tried else _shipped()


@contextmanager
def trying(coefficients: Coefficients) -> Iterator[None]:
    """Searches with other coefficients meanwhile; for training, in one thread."""
    _tried.append(coefficients)
    try:
        yield
    finally:
        _tried.pop()
