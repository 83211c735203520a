"""What can be a Vietnamese syllable: an initial, a rhyme and a tone, by the rules of the writing.

A rule instead of a list of words: names nobody wrote yet are syllables too, "thur" and "giaays" are none.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from search.text import BASES, TONES, syllable

_INITIALS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"
_RHYMES = """
    a ai ao au ay am an ang anh ap at ac ach ăm ăn ăng ăp ăt ăc âu ây âm ân âng âp ât âc
    e eo em en eng ep et ec ê êu êm ên êng ênh êp êt êch i ia iu im in inh ip it ich
    iêu iêm iên iêng iêp iêt iêc yêu yêm yên yêng yêt o oi om on ong op ot oc oong ooc
    oa oai oao oay oam oan oang oanh oap oat oac oach oăm oăn oăng oăt oăc oe oeo oen oem oet
    ô ôi ôm ôn ông ôp ôt ôc ơ ơi ơm ơn ơp ơt u ua ui um un ung up ut uc
    uân uâng uât uây uê uêch uênh uên uôi uôm uôn uông uôt uôc uơ
    uy uya uyu uynh uyt uych uyn uyp uyên uyêt
    ư ưa ưi ưu ưm ưn ưng ưt ưc ươu ươi ươm ươn ương ươp ươt ươc y"""
INITIALS = _INITIALS.split()
RHYMES = frozenset(_RHYMES.split())
AFTER_QU = RHYMES | {"ynh", "yt", "ych", "yn", "yêu"}
STOPS = ("p", "t", "c", "ch")  # a syllable that ends so is high or low, never level
HIGH_LOW = "\u0301\u0323"
FRONT = frozenset("eêiy")
SPELLED_BY_VOWEL = {"k": True, "gh": True, "ngh": True, "c": False, "g": False, "ng": False}
VOWELS = frozenset("aăâeêioôơuưy")


@lru_cache(maxsize=1 << 14)
def is_shape(letters: str) -> bool:
    """Whether `letters`, in lower case with marks but without a tone, can be written."""
    return any(
        letters.startswith(initial) and _fits(initial, letters[len(initial) :]) for initial in ["", *INITIALS]
    )


def _fits(initial: str, rhyme: str) -> bool:
    if initial == "gi":
        return rhyme in RHYMES or rhyme in {"", "n", "êng", "êt", "êc"}
    if rhyme not in (AFTER_QU if initial == "qu" else RHYMES):
        return False
    if rhyme[0] == "y" and rhyme[1:2] == "ê":
        return initial in {"", "qu"}
    if initial == "g" and rhyme[0] in "iy":
        return rhyme in {"i", "in"}
    return initial not in SPELLED_BY_VOWEL or (rhyme[0] in FRONT) == SPELLED_BY_VOWEL[initial]


def _bare() -> frozenset[str]:
    shapes = (initial + rhyme for initial in ["", *INITIALS] for rhyme in [*AFTER_QU, "", "n", "êng", "êt"])
    return frozenset(shape.translate(BASES) for shape in shapes if shape and is_shape(shape))


BARE = _bare()


def is_syllable(word: str) -> bool:
    """Whether `word`, lower case in NFC with its accents, or without any, can be a syllable."""
    accented, folded = syllable(word)
    if accented == folded:
        return folded in BARE
    shape = accented.rstrip(TONES)
    tone = accented[len(shape) :]
    return len(tone) <= 1 and is_shape(shape) and (not shape.endswith(STOPS) or tone in {*HIGH_LOW, ""})


@lru_cache(maxsize=1 << 14)
def spelled(accented: str) -> str:
    """The usual spelling of a syllable in the form of `search.text`, the tone on its letter: hòa, thuế."""
    shape = accented.rstrip(TONES)
    tone = accented[len(shape) :]
    place = _toned(shape) if tone else -1
    if place < 0:
        return unicodedata.normalize("NFC", accented)
    return unicodedata.normalize("NFC", shape[: place + 1] + tone + shape[place + 1 :])


def _toned(shape: str) -> int:
    """The letter that bears the tone: the last with a mark, else the first of two at the end."""
    skipped = 2 if shape.startswith("qu") or (shape.startswith("gi") and VOWELS & set(shape[2:])) else 0
    places = [place for place, letter in enumerate(shape) if place >= skipped and letter in VOWELS]
    marked = [place for place in places if shape[place] in "ăâêôơư"]
    if marked or not places:
        return marked[-1] if marked else -1
    if len(places) == 3:
        return places[1]
    open_end = places[-1] == len(shape) - 1
    return places[0] if len(places) == 1 or open_end else places[1]
