"""A question as it may be kept: without what could say who asked."""

from __future__ import annotations

import re
from collections.abc import Callable

from search.learning.models import LONGEST
from search.numbers import DOCUMENT, PROCEDURE
from search.text import clean, fold, syllables

Eraser = Callable[[str], str]

MOST_SYLLABLES = 16
MAILBOX = re.compile(r"\S+@\S+")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
# Seven digits and more, however they are grouped: telephones, identity and tax numbers, accounts, passports.
LONG_NUMBER = re.compile(r"(?:\b[a-z]{1,3})?\+?\(?\d(?:[\s.\-()]{0,2}\d){6,}")
CALENDAR = re.compile(r"\b\d{1,2}([.\- ])\d{1,2}\1(?:19|20)\d\d\b|\b(?:19|20)\d\d\s*-\s*(?:19|20)\d\d\b")
OFFICIAL = (DOCUMENT, PROCEDURE, CALENDAR)
HOSTILE = re.compile(r"[<>{}\\`|;=$]|--|\.\./")

_erasers: list[Eraser] = []


def register_eraser(eraser: Eraser) -> None:
    """`eraser(text)` gives `text` without the personal data it knows of; called from `AppConfig.ready`."""
    if eraser not in _erasers:
        _erasers.append(eraser)


def kept(text: str) -> str:
    """The words of a question to be counted, in one form; "" when nothing of it may be or need be counted."""
    if len(text) > 2 * LONGEST or HOSTILE.search(text):
        return ""
    words = without_personal_data(" ".join(clean(text).lower().split()))
    words = " ".join(words.split()).strip(" .,:?!\"'")
    return words if len(words) <= LONGEST and 0 < len(syllables(words)) <= MOST_SYLLABLES else ""


def key(words: str) -> str:
    """What is the same for all spellings with and without accents."""
    return " ".join(syllable.folded for syllable in syllables(words))[:LONGEST]


def without_personal_data(text: str) -> str:
    """`text` without mailboxes, long numbers and what registered erasers know; numbers of documents stay."""
    text = ADDRESS.sub(" ", MAILBOX.sub(" ", text))
    for eraser in _erasers:
        text = eraser(text)
    return LONG_NUMBER.sub(lambda found: _number(found, text), text)


def _number(found: re.Match[str], text: str) -> str:
    """A long number when it is a day, some years, or part of one of a document or procedure; else nothing."""
    plain = fold(text).lower().replace("–", "-").replace("—", "-")
    start, end = found.span()
    known = (official for pattern in OFFICIAL for official in pattern.finditer(plain))
    return found[0] if any(one.start() <= start and end <= one.end() for one in known) else " "
