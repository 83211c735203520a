"""Slips of the finger: the syllables one keystroke away, each with how unlikely that slip is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, permutations
from string import ascii_lowercase

from rapidfuzz.distance import OSA

from search.spelling.sounds import BARE

# Logarithms of one to how often: ears take one sound for another, fingers swap letters, hit the key beside,
# forget a key or hit it twice.
BY_EAR, SWAPPED, DOUBLED, BESIDE, LEFT_OUT, ADDED, OTHER = 3.0, 4.5, 4.0, 5.0, 4.5, 5.0, 7.0
# What is said alike in one part of the country or another, or alike everywhere and written by a rule.
INITIALS = (("s", "x"), ("ch", "tr"), ("d", "gi", "r"), ("l", "n"), ("c", "k"), ("g", "gh"), ("ng", "ngh"))
FINALS = (("n", "ng"), ("t", "c"), ("i", "y"))
LONGEST = 9  # letters of what is looked at: the longest syllable has seven
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def _beside() -> dict[str, str]:
    places = {key: (row + place, row) for row, keys in enumerate(ROWS) for place, key in enumerate(keys)}
    spots = {key: (2 * place - row, row) for key, (place, row) in places.items()}
    return {
        key: "".join(o for o, (b, s) in spots.items() if o != key and abs(a - b) <= 2 and abs(r - s) <= 1)
        for key, (a, r) in spots.items()
    }


BESIDE_KEYS = _beside()


@lru_cache(maxsize=1 << 12)
def slips(folded: str) -> dict[str, float]:
    """Bare syllable → cost of having typed `folded` for it."""
    costs: dict[str, float] = {}
    if len(folded) <= LONGEST:
        for meant, cost in chain(_one_key_away(folded), _by_ear(folded)):
            if meant != folded and meant in BARE:
                costs[meant] = min(cost, costs.get(meant, cost))
    return costs


def _one_key_away(typed: str) -> Iterator[tuple[str, float]]:
    for place in range(len(typed) + 1):
        before, key, after = typed[:place], typed[place : place + 1], typed[place + 1 :]
        for letter in ascii_lowercase:
            yield before + letter + key + after, DOUBLED if letter in {key, before[-1:]} else LEFT_OUT
            if key:
                yield before + letter + after, BESIDE if letter in BESIDE_KEYS.get(key, "") else OTHER
        if key:
            yield before + after, DOUBLED if key == before[-1:] else ADDED
            yield before + after[:1] + key + after[1:], SWAPPED


def _by_ear(typed: str) -> Iterator[tuple[str, float]]:
    for one, other in _alike(INITIALS):
        if typed.startswith(one):
            yield other + typed.removeprefix(one), BY_EAR
    for one, other in _alike(FINALS):
        if typed.endswith(one):
            yield typed.removesuffix(one) + other, BY_EAR


def _alike(sounds: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    return chain.from_iterable(permutations(group, 2) for group in sounds)


def one_slip(typed: str, meant: str) -> bool:
    """Whether one letter left out, added, replaced or swapped with the next makes one of the other."""
    return OSA.distance(typed, meant, score_cutoff=1) <= 1
