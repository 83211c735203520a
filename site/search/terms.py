"""From texts to terms: the one place where both sides, entries and queries, are made comparable.

A term is a number of 48 bits made from its stream and its words. So postings stay small, no vocabulary has
to be looked up to write them, and with ten million terms a wrong meeting is expected once in five corpora.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from search.entries import EntryData
from search.number_parts import own_beginnings, own_parts
from search.numbers import numbers
from search.text import Syllable, is_accented, one_spelling, syllable, syllables, words

VERSION = 3  # raise it when the terms of a text change: the index must then be rebuilt
BITS = (1 << 48) - 1
MIX = 0x9E3779B97F4B

ACCENTED, FOLDED, CITED, OWN, TITLE = "a", "f", "c", "n", "t"
PART, BEGINNING = "p", "b"  # of an own number
SPOKEN = {ACCENTED, FOLDED, TITLE}

# BM25 with k1 = .9 and b = .5, the title three times (ranking.md); weights are kept as thousandths.
TITLE_TIMES = 3
SATURATION = 0.9
LENGTH_SHARE = 0.5
SCALE = 1000
OWN_WEIGHT = round(1.9 * SCALE)  # the entry's own number or whole title: the most a weight can be

# How much a stream counts beside the pairs (ranking.md, first stage).
ACCENTED_WORTH, FOLDED_WORTH, FORGIVEN_WORTH = 0.5, 0.4, 0.15
CITED_WORTH, OWN_WORTH, TITLE_WORTH = 2.0, 6.0, 1.0
LONGEST_QUERY, SHORT = 64, 2  # syllables


@lru_cache(maxsize=1 << 18)
def term(stream: str, written: str) -> int:
    """The term of something written in a stream; y and i are one where both are written."""
    written = one_spelling(written) if stream in SPOKEN else written
    digest = blake2b(f"{stream} {written}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big")


def pair(left: int, right: int) -> int:
    """The term of two adjacent syllables, from the terms of the syllables: much cheaper than hashing anew."""
    return (left * MIX + right + 1) & BITS


@lru_cache(maxsize=1 << 17)
def _spoken(word: str) -> tuple[int, int]:
    found = syllable(word)
    return term(FOLDED, found.folded), term(ACCENTED, found.accented)


@lru_cache(maxsize=64)
def spoken(text: str) -> np.ndarray:
    """The folded and the accented term of each syllable of `text`, in order (n × 2, not to be written to).

    Those of an entry are asked for twice, for its terms and for its tokens, and so kept a while.
    """
    found = words(text)
    made = np.fromiter(chain.from_iterable(map(_spoken, found)), np.uint64, 2 * len(found)).reshape(-1, 2)
    made.flags.writeable = False
    return made


def field_terms(text: str) -> np.ndarray:
    """The terms of one field, repeated as often as they occur."""
    found = spoken(text)
    folded = found[:, 0]
    pairs = (folded[:-1] * np.uint64(MIX) + folded[1:] + np.uint64(1)) & np.uint64(BITS)
    cited = [term(CITED, part) for number in numbers(text) for part in number.forms]
    return np.concatenate([found.ravel(), pairs, np.array(cited, np.uint64)])


def _pairs(folded: list[int]) -> list[int]:
    return [pair(left, right) for left, right in pairwise(folded)]


def weighted_fields(data: EntryData) -> list[tuple[int, str]]:
    """How often each text of an entry counts; a pair never crosses from one to the next."""
    bodies = [data.summary, data.text, data.extra, *(part.text for part in data.attachments)]
    heads = [data.parent, data.keywords, data.headings]
    titles = [data.title, data.number, *data.names]
    return [(TITLE_TIMES, text) for text in titles] + [(1, text) for text in [*heads, *bodies]]


class EntryTerms(NamedTuple):
    """Each term of an entry with its weight in thousandths, and the length of the entry in syllables."""

    terms: np.ndarray
    weights: np.ndarray
    length: int

    def by_term(self) -> dict[int, int]:
        return dict(zip(self.terms.tolist(), self.weights.tolist(), strict=True))


class TermCounts(NamedTuple):
    """Each term of an entry, how often it stands there by the weight of its field, and the places of its own.

    Its own terms name the entry itself: its number in every form, its whole titles.
    """

    terms: np.ndarray
    counts: np.ndarray
    own: np.ndarray


def term_counts(data: EntryData) -> TermCounts:
    fields = [(times, field_terms(text)) for times, text in weighted_fields(data) if text]
    own = np.array([*_own_numbers(data), *_whole_titles(data)], np.uint64)
    terms, place = np.unique(np.concatenate([*(found for _times, found in fields), own]), return_inverse=True)
    often = [np.full(len(found), times) for times, found in fields]
    counts = np.bincount(place, np.concatenate([*often, np.zeros(len(own))]), len(terms))
    return TermCounts(terms, counts, place[len(place) - len(own) :])


def entry_terms(data: EntryData, average: float) -> EntryTerms:
    """The terms of an entry. `average` is the length one has in this corpus: longer ones weigh less."""
    terms, counts, own = term_counts(data)
    size = length(data)
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * size / average)
    weights = np.rint(1.9 * SCALE * counts / (counts + norm)).astype(int)
    weights[own] = OWN_WEIGHT
    return EntryTerms(terms, weights, size)


def length(data: EntryData) -> int:
    """The length of an entry in syllables."""
    return sum(len(spoken(text)) for _times, text in weighted_fields(data) if text)


def _own_numbers(data: EntryData) -> list[int]:
    forms = [term(OWN, form) for number in numbers(data.number) for form in number.forms]
    parts = [term(PART, part) for part in own_parts(data.number, data.title)]
    return [*forms, *parts, *(term(BEGINNING, begun) for begun in own_beginnings(data.number))]


def _whole_titles(data: EntryData) -> list[int]:
    titles = (syllables(title) for title in (data.title, *data.names))
    return [whole(title) for title in titles if title]


def whole(title: list[Syllable]) -> int:
    """The term of a whole title: who types just that looks for just that."""
    return term(TITLE, " ".join(syllable.folded for syllable in title))


@dataclass(frozen=True)
class Asked:
    """What a visitor asks for: what each term is worth beside a pair's 1.

    `covers` says how much a term counts when it is asked what share of the question an entry covers, `own`
    are the terms of numbers typed, `words` has the folded syllables of pairs and single syllables.
    """

    worths: dict[int, float]
    covers: dict[int, float]
    own: tuple[int, ...] = ()
    words: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def query_terms(text: str) -> Asked:
    """The terms of a question. Accents typed are respected, left out they are forgiven (decision 13)."""
    found = syllables(text)[:LONGEST_QUERY]
    written = [str(number) for number in numbers(text)]
    own = tuple(term(OWN, number) for number in written)
    numbered = dict.fromkeys(own, OWN_WORTH) | {term(CITED, number): CITED_WORTH for number in written}
    folded = [term(FOLDED, syllable.folded) for syllable in found]
    worths = numbered | dict.fromkeys(_pairs(folded), 1.0)
    # A number is worth the most and yet one thing asked for among others: what has just the words matches.
    counted = dict.fromkeys(numbered, 1.0)
    titled = {whole(found): TITLE_WORTH} if found else {}
    told = _words(found, folded)
    if not is_accented(text):
        worths |= dict.fromkeys(folded, FOLDED_WORTH)
        return Asked(worths | titled, worths | counted, own, told)
    exact = {term(ACCENTED, syllable.accented): ACCENTED_WORTH for syllable in found}
    # A word or two leave little to go by: then a wrong accent costs rank but hides nothing.
    forgiven = dict.fromkeys(folded, FORGIVEN_WORTH) if len(found) <= SHORT else {}
    covers = worths | counted | (dict.fromkeys(folded, FOLDED_WORTH) if forgiven else exact)
    return Asked({**worths, **exact, **forgiven, **titled}, covers, own, told)


def _words(found: list[Syllable], folded: list[int]) -> dict[int, tuple[str, ...]]:
    told: dict[int, tuple[str, ...]] = {}
    for one, number in zip(found, folded, strict=True):
        told |= dict.fromkeys((number, term(ACCENTED, one.accented)), (one.folded,))
    for (left, right), number in zip(pairwise(found), _pairs(folded), strict=True):
        told[number] = (left.folded, right.folded)
    return told
