"""Vietnamese text made comparable: the one place where terms are made, for every engine (decision 13)."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
SYLLABLE = re.compile(r"[^\W_]+")
LONGEST_SYLLABLE = 40

# New-style tone placement at the end of a syllable, put into the old style: hoà → hòa, thuỷ → thủy.
TONES = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


def _composed(*parts: str) -> str:
    return unicodedata.normalize("NFC", "".join(parts))


PLACEMENT = {
    first + _composed(second, tone): _composed(first, tone) + second
    for first, second in ("oa", "oe", "uy")
    for tone in TONES
}
MISPLACED = re.compile(rf"(?<!q)({'|'.join(PLACEMENT)})(?![^\W\d_])")


def _plain(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return {"đ": "d", "Đ": "D"}.get(base, base)


# One sign for one sign, so that a place in folded text is the same place in the original.
FOLDING = {
    ord(letter): _plain(letter)
    for letter in map(chr, [*range(0xC0, 0x250), *range(0x1EA0, 0x1EFA)])
    if _plain(letter) != letter
}
LOOSE_MARKS = dict.fromkeys(map(ord, MARKS), "")


def normalise(text: str) -> str:
    """NFC without loose marks, lower case, tones placed one way; never raises, whatever the text."""
    composed = unicodedata.normalize("NFC", text).translate(LOOSE_MARKS).lower()
    return MISPLACED.sub(lambda match: PLACEMENT[match[0]], composed)


def fold(text: str) -> str:
    """`text` without Vietnamese marks, đ as d; as long as it was."""
    return text.translate(FOLDING)


@lru_cache(maxsize=50_000)
def folded(syllable: str) -> str:
    return fold(syllable)


def syllables(text: str) -> list[str]:
    """The normalised syllables, words and figures of `text`, in order, accents kept."""
    return [word[:LONGEST_SYLLABLE] for word in SYLLABLE.findall(normalise(text))]


def has_accents(words: Iterable[str]) -> bool:
    """Whether whoever wrote the words typed any accent or đ."""
    return any(folded(word) != word for word in words)


def pairs(words: list[str]) -> Iterator[str]:
    """Folded neighbours, "khai sinh": the unit that ranks Vietnamese text."""
    plain = [folded(word) for word in words]
    return (f"{left} {right}" for left, right in itertools.pairwise(plain))
