"""The best way through a lattice: noisy channel over pairs of syllables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from search.spelling.lattice import SYLLABLE, Arc
from search.spelling.sounds import BARE
from search.spelling.vocabulary import TOTAL, Counts
from search.text import syllable

ALONE = 0.2  # part of a syllable's likelihood that does not ask what stands before it
TRUST = 20.0  # occurrences a syllable must have before its pairs say much
LEAST = 100_000  # syllables there are taken to be: a few pages do not know how rare the rare is
UNSEEN = 0.5  # occurrences a syllable nobody wrote is given
NO_WORD = 1e-4  # how much less what cannot be a syllable is written on purpose
LONGER = 0.1  # and for each letter more than a syllable has

Path = tuple[Arc, ...]


@dataclass(frozen=True)
class Model:
    """How likely a syllable is after another, from the counts of both, folded or accented alike."""

    counts: Mapping[str, int]
    total: int

    @classmethod
    def folded(cls, known: Counts) -> Model:
        return cls({key: sum(forms.values()) for key, forms in known.items()}, _total(known))

    @classmethod
    def accented(cls, known: Counts) -> Model:
        return cls({form: n for forms in known.values() for form, n in forms.items()}, _total(known))

    def likelihood(self, before: str, word: str) -> float:
        """The logarithm of the probability of `word` after `before`, "" for a beginning."""
        seen = self.counts.get(word, 0)
        alone = (seen or _unseen(word)) / self.total
        if not before:
            return log(alone)
        together = self.counts.get(f"{before} {word}", 0)
        after = together / (self.counts.get(before, 0) + TRUST)
        return log((1 - ALONE) * after + ALONE * alone)


def _unseen(word: str) -> float:
    """The occurrences that a syllable nobody wrote is given; folded or not."""
    impossible = 1.0 if syllable(word).folded in BARE else NO_WORD
    return UNSEEN * impossible * LONGER ** max(len(word) - SYLLABLE, 0)


def _total(known: Counts) -> int:
    return max(known.get(TOTAL, {}).get(TOTAL, 0), LEAST)


def best(model: Model, arcs: Iterable[Arc], end: int) -> tuple[float, Path]:
    """The likeliest path of arcs from 0 to `end`, with its logarithm."""
    states: dict[int, dict[str, tuple[float, Path]]] = defaultdict(dict)
    states[0][""] = (0.0, ())
    for arc in sorted(arcs):
        for before, (score, path) in list(states[arc.start].items()):
            reached = score + model.likelihood(before, arc.read) - arc.cost
            there = states[arc.end].get(arc.read)
            if there is None or reached > there[0]:
                states[arc.end][arc.read] = (reached, (*path, arc))
    return max(states[end].values(), key=lambda state: state[0], default=(float("-inf"), ()))


def neighbours(arcs: Collection[Arc]) -> Iterator[str]:
    """The pairs of syllables that some path has side by side."""
    starting: dict[int, set[str]] = defaultdict(set)
    for arc in arcs:
        starting[arc.start].add(arc.read)
    for arc in arcs:
        yield from (f"{arc.read} {word}" for word in starting[arc.end])
