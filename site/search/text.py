"""Vietnamese text as the index sees it (decision 13): pure functions from text to syllables.

A syllable has two forms. *Accented*: the letters without the tone, then the tone, so that hoà and hòa, quý
and qúy are one. *Folded*: the bare letters, đ as d, for readers who leave accents out.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

LONGEST = 40  # letters of a syllable that count; longer runs are noise of scans
TONES = "\u0300\u0301\u0303\u0309\u0323"
ALPHABET = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

# Joiners and soft hyphens stand inside words and vanish; controls, surrogates and private glyphs part words.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f]")
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff]")
LIKE_D = {"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ"}
SYLLABLE = re.compile(r"[^\W_]+")
# After consonants alone y is said and often written i: kỹ, kĩ; lý, lí; quý, quí. Not so in thủy and thúi.
FINAL_Y = re.compile(rf"(?<![^\W_])(qu|[bcdđghklmnprstvx]+)y(?=[{TONES}]*(?![^\W_]))")


def _bases() -> dict[int, str]:
    """Every Latin letter with marks to its bare letter, one to one, so that folding keeps positions."""
    marked = (chr(code) for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)])
    bases = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in marked}
    return bases | {ord("đ"): "d", ord("Đ"): "D"}


BASES = _bases()


class Syllable(NamedTuple):
    accented: str
    folded: str


def clean(text: str) -> str:
    """`text` in NFC without what cannot be read: controls, lone surrogates, private-use glyphs, joiners.

    Foreign letters that look like đ, which old texts are full of, are made one.
    """
    shown = NO_TEXT.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    for foreign, own in LIKE_D.items():
        shown = shown.replace(foreign, own)
    return shown


def fold(text: str) -> str:
    """`text` without accents, case kept; as long as `clean(text)`, letter under letter."""
    return clean(text).translate(BASES)


def is_accented(text: str) -> bool:
    """Whether somebody typed Vietnamese marks, and so means them."""
    cleaned = clean(text)
    return cleaned != cleaned.translate(BASES)


@lru_cache(maxsize=1 << 17)
def syllable(word: str) -> Syllable:
    """Both forms of one lower-case word in NFC."""
    letters = unicodedata.normalize("NFD", word[:LONGEST])
    tones = "".join(mark for mark in letters if mark in TONES)
    shape = unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in TONES))
    return Syllable(shape + tones, shape.translate(BASES))


def words(text: str) -> list[str]:
    """The words of `text` in order, in lower case."""
    return SYLLABLE.findall(clean(text).lower())


def syllables(text: str) -> list[Syllable]:
    """The syllables of `text` in order."""
    return [syllable(word) for word in words(text)]


def one_spelling(written: str) -> str:
    """Lower-case syllables in either form with the i that may stand for y: compared so, never shown."""
    return FINAL_Y.sub(r"\1i", written)


def sort_key(text: str, letters: int = 60) -> str:
    """A key in plain a to z that any database sorts in the Vietnamese order: đ after d, numbers by value."""
    padded = re.sub(r"\d+", lambda digits: digits[0].zfill(6), clean(text).lower())
    bare = unicodedata.normalize("NFD", padded)
    plain = unicodedata.normalize("NFC", "".join(mark for mark in bare if mark not in TONES))
    places = [ALPHABET.find(letter) + 1 for letter in plain[:letters]]
    return "".join(chr(97 + place // 26) + chr(97 + place % 26) for place in places)
