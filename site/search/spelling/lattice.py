"""A run of typed words as a lattice: every way to read its letters as syllables, and what it costs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from search.spelling.keystrokes import readings
from search.spelling.slips import slips
from search.spelling.sounds import BARE, VOWELS
from search.spelling.vocabulary import TOTAL, Counts
from search.text import BASES, syllable

RAW = 0.5  # keys of an input method that was off
MISSING_SPACE, EXTRA_SPACE = 4.0, 4.5
SYLLABLE = 7  # letters of the longest
AVOIDED = 0.1  # part of the times chance would bring two words together up to which they are unusual
LONG = 12  # words above which only those nobody writes are looked at: the rest say enough
SHORT = 3  # letters up to which a word without a vowel or that nobody writes is an abbreviation
# What people ask with and documents seldom say: beside these any word is usual.
_ASKING = "ad ai anh bao be chi dau em gi may minh nao nhieu nhu ntn oi roi sao the toi tui vay xa"
ASKING = frozenset(_ASKING.split())
REAL = 1.5  # beside the slip itself: to have typed by chance a syllable there is
LONGEST = 60  # letters of words written together that are taken apart


class Arc(NamedTuple):
    """The letters from `start` to `end` read as the syllable `read`, folded or in an accented form.

    `typed` is the accented form of what was typed.
    """

    start: int
    end: int
    read: str
    typed: str
    cost: float

    @property
    def letters(self) -> str:
        return syllable(self.read).folded


@dataclass(frozen=True)
class Run:
    """Words with only spaces between them, in lower case and NFC."""

    words: tuple[str, ...]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        return tuple(syllable(word).folded for word in self.words)

    @cached_property
    def accented(self) -> tuple[str, ...]:
        return tuple(syllable(word).accented for word in self.words)

    @cached_property
    def borders(self) -> list[int]:
        """Where words start, and the end."""
        places = [0]
        for word in self.words:
            places.append(places[-1] + len(word))
        return places

    @property
    def is_accented(self) -> bool:
        return self.accented != self.folded

    @cached_property
    def words_at(self) -> dict[tuple[int, int], str]:
        """The folded words by where they start and end."""
        return dict(zip(pairwise(self.borders), self.folded, strict=True))

    def pairs(self) -> list[str]:
        return [f"{left} {right}" for left, right in pairwise(self.folded)]

    def accented_pairs(self) -> list[str]:
        return [f"{left} {right}" for left, right in pairwise(self.accented)]


@dataclass
class Doubts:
    """What of a run nobody writes: words, and places where two words stand side by side."""

    unknown: set[int] = field(default_factory=set)
    unusual: set[int] = field(default_factory=set)

    @property
    def words(self) -> set[int]:
        return self.unknown | self.unusual


def doubts(run: Run, known: Counts) -> Doubts:
    """The words of `run` to look at, judged by what is `known` of its syllables and pairs."""
    found = Doubts({place for place, word in enumerate(run.folded) if _is_doubtful(word, known)})
    pairs = zip(run.pairs(), run.accented_pairs(), strict=True) if len(run.words) <= LONG else ()
    for place, (folded, accented) in enumerate(pairs):
        if _is_judged(folded) and (_is_unusual(folded, known) or _has_odd_accents(folded, accented, known)):
            found.unusual |= {place, place + 1}
    return found


def _is_judged(pair: str) -> bool:
    return all(word.isalpha() and word not in ASKING for word in pair.split())


def _is_unusual(pair: str, known: Counts) -> bool:
    """Whether two words stand side by side far less often than chance alone would bring them together."""
    left, right = (sum(known.get(word, {}).values()) for word in pair.split())
    expected = left * right / max(sum(known[TOTAL].values()), 1)
    return sum(known.get(pair, {}).values()) <= AVOIDED * expected


def _has_odd_accents(folded: str, accented: str, known: Counts) -> bool:
    """Whether accents were typed that nobody gives two words side by side."""
    return accented != folded and accented not in known.get(folded, {})


def _is_doubtful(word: str, known: Counts) -> bool:
    """Whether a word is none; what many wrote together by mistake is doubted however often it stands."""
    if readings(word) or not word.isalpha():
        return bool(readings(word))
    if len(word) <= SHORT:
        return word not in known and any(letter in VOWELS for letter in word)
    return word not in known or (word not in BARE and any(letter in VOWELS for letter in word))


def arcs(run: Run, doubt: Doubts) -> list[Arc]:
    """Every way to read each part of the run."""
    whole = [arc for place in range(len(run.words)) for arc in _word(run, place, doubt)]
    parts = [arc for place in sorted(doubt.unknown) for arc in _inside(run, place)]
    across = [arc for place in range(len(run.words) - 1) for arc in _across(run, place, doubt)]
    return [*whole, *parts, *across]


def _word(run: Run, place: int, doubt: Doubts) -> Iterator[Arc]:
    start, end = run.borders[place : place + 2]
    folded, accented = run.folded[place], run.accented[place]
    yield Arc(start, end, folded, accented, 0.0)
    if place not in doubt.words or folded in ASKING:
        return
    raw = [syllable(word) for word in readings(run.words[place])]
    yield from (Arc(start, end, one.folded, one.accented, RAW) for one in raw)
    more = 0.0 if place in doubt.unknown else REAL
    yield from (Arc(start, end, meant, accented, cost + more) for meant, cost in slips(folded).items())


def _inside(run: Run, place: int) -> Iterator[Arc]:
    """Syllables of a word that is several written together."""
    first, last = run.borders[place : place + 2]
    if last - first > LONGEST:
        return
    for start, end in _stretches(range(first, last), range(first + 1, last + 1)):
        if (start, end) != (first, last):
            yield from _read(run, start, end, MISSING_SPACE if end != last else 0.0)


def _across(run: Run, place: int, doubt: Doubts) -> Iterator[Arc]:
    """Syllables that begin in one word and end in the next."""
    if not {place, place + 1} <= doubt.words:
        return
    first, border, last = run.borders[place : place + 3]
    for start, end in _stretches(range(first, border), range(border + 1, last + 1)):
        yield from _read(run, start, end, EXTRA_SPACE)


def _stretches(starts: Collection[int], ends: Collection[int]) -> Iterator[tuple[int, int]]:
    return ((start, end) for start in starts for end in ends if start < end <= start + SYLLABLE)


def _read(run: Run, start: int, end: int, cost: float) -> Iterator[Arc]:
    letters = "".join(run.words)[start:end]
    if letters.translate(BASES) in BARE:
        accented, folded = syllable(letters)
        yield Arc(start, end, folded, accented, cost)
