"""From texts to terms: the one place where both sides, entries and queries, are made comparable.

A term is a number of 48 bits made from its stream and its words. So postings stay small, no vocabulary has
to be looked up to write them, and with ten million terms a wrong meeting is expected once in five corpora.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

from search.entries import EntryData
from search.number_parts import own_beginnings, own_parts
from search.numbers import numbers
from search.text import Syllable, is_accented, one_spelling, syllables

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
def term(stream: str, words: str) -> int:
    """The term of `words` in a stream; y and i are one where both are written."""
    words = one_spelling(words) if stream in SPOKEN else words
    digest = blake2b(f"{stream} {words}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big")


def pair(left: int, right: int) -> int:
    """The term of two adjacent syllables, from the terms of the syllables: much cheaper than hashing anew."""
    return (left * MIX + right + 1) & BITS


def field_terms(text: str) -> tuple[list[int], int]:
    """The terms of one field, repeated as often as they occur, and its length in syllables."""
    found = syllables(text)
    folded = [term(FOLDED, syllable.folded) for syllable in found]
    accented = [term(ACCENTED, syllable.accented) for syllable in found]
    cited = [term(CITED, part) for number in numbers(text) for part in number.forms]
    return [*folded, *accented, *_pairs(folded), *cited], len(found)


def _pairs(folded: list[int]) -> list[int]:
    return [pair(left, right) for left, right in pairwise(folded)]


def weighted_fields(data: EntryData) -> list[tuple[int, str]]:
    """How often each text of an entry counts; a pair never crosses from one to the next."""
    bodies = [data.summary, data.text, data.extra, *(part.text for part in data.attachments)]
    heads = [data.parent, data.keywords, data.headings]
    titles = [data.title, data.number, *data.names]
    return [(TITLE_TIMES, text) for text in titles] + [(1, text) for text in [*heads, *bodies]]


def entry_terms(data: EntryData, average: float) -> tuple[dict[int, int], int]:
    """The weight of every term of an entry in thousandths, and its length in syllables.

    `average` is the length an entry has in this corpus: longer ones weigh less.
    """
    counts, length = term_counts(data)
    norm = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length / average)
    weights = {found: round(1.9 * SCALE * often / (often + norm)) for found, often in counts.items()}
    return weights | dict.fromkeys(own_terms(data), OWN_WEIGHT), length


def term_counts(data: EntryData) -> tuple[Counter[int], int]:
    """How often each term stands in an entry, by the weight of its field, and the length in syllables."""
    counts: Counter[int] = Counter()
    length = 0
    for times, text in weighted_fields(data):
        terms, size = field_terms(text) if text else ([], 0)
        length += size
        for found, often in Counter(terms).items():
            counts[found] += times * often
    return counts, length


def own_terms(data: EntryData) -> list[int]:
    """The terms that name the entry itself: its number in every form, its whole titles."""
    return [*_own_numbers(data), *_whole_titles(data)]


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
    words = _words(found, folded)
    if not is_accented(text):
        worths |= dict.fromkeys(folded, FOLDED_WORTH)
        return Asked(worths | titled, worths | counted, own, words)
    exact = {term(ACCENTED, syllable.accented): ACCENTED_WORTH for syllable in found}
    # A word or two leave little to go by: then a wrong accent costs rank but hides nothing.
    forgiven = dict.fromkeys(folded, FORGIVEN_WORTH) if len(found) <= SHORT else {}
    covers = worths | counted | (dict.fromkeys(folded, FOLDED_WORTH) if forgiven else exact)
    return Asked({**worths, **exact, **forgiven, **titled}, covers, own, words)


def _words(found: list[Syllable], folded: list[int]) -> dict[int, tuple[str, ...]]:
    words: dict[int, tuple[str, ...]] = {}
    for one, number in zip(found, folded, strict=True):
        words |= dict.fromkeys((number, term(ACCENTED, one.accented)), (one.folded,))
    for (left, right), number in zip(pairwise(found), _pairs(folded), strict=True):
        words[number] = (left.folded, right.folded)
    return words
