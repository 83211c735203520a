"""Phrases looked up in what entries say: words side by side in one text, accented as typed.

The stored numbers of the syllables tell it for all entries at once. Only where they have not told, and a long
entry goes on after them or an upgrade left none, is its text read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from search.entries import EntryData
from search.models import EntryText, EntryTokens
from search.packing import opening
from search.text import Syllable, syllables
from search.tokens import MOST, Tokens, accent_number, folded_number, lengths_of

READ = 20  # such entries that are read for one phrase, the first of those given; the rest are believed
LETTERS = 100_000  # bytes of each that are read


def holding(ids: Sequence[int], words: Sequence[Syllable], *, exact: bool) -> set[int]:
    """Those of the entries `ids`, best first, that have `words` side by side, as far as is read."""
    rows = dict(EntryTokens.objects.filter(entry__in=ids).values_list("entry_id", "packed"))
    stored = [pk for pk in ids if pk in rows]
    found: set[int] = set()
    if stored:
        tokens = Tokens([rows[pk] for pk in stored])
        found = {stored[place] for place in np.unique(tokens.entry[_starts(tokens, words, exact=exact)])}
    long = [pk for pk in ids if pk not in found and (pk not in rows or _goes_on(rows[pk]))]
    return found | set(_reading(long[:READ], words, exact=exact)) | set(long[READ:])


def _starts(tokens: Tokens, words: Sequence[Syllable], *, exact: bool) -> np.ndarray:
    """The places among all tokens where `words` begin; what parts two texts is no word."""
    last = max(len(tokens.folded) - len(words) + 1, 0)
    there = np.ones(last, bool)
    for step, word in enumerate(words):
        there &= tokens.folded[step : step + last] == folded_number(word.folded)
        if exact:
            there &= tokens.accents[step : step + last] == accent_number(word.accented)
    return np.flatnonzero(there)


def _goes_on(packed: bytes | memoryview) -> bool:
    """Whether an entry has more syllables than are stored."""
    return any(length >= most for length, most in zip(lengths_of(packed), MOST, strict=True))


def _reading(ids: Collection[int], words: Iterable[Syllable], *, exact: bool) -> Iterator[int]:
    wanted = _line(words, exact=exact)
    for pk, packed in EntryText.objects.filter(entry__in=ids).values_list("pk", "packed"):
        if any(wanted in _line(syllables(text), exact=exact) for text in _texts(opening(packed, LETTERS))):
            yield pk


def _line(words: Iterable[Syllable], *, exact: bool) -> str:
    return f" {' '.join(word.accented if exact else word.folded for word in words)} "


def _texts(data: EntryData) -> Iterator[str]:
    yield from (data.title, data.number, *data.names, data.parent, data.keywords, data.headings)
    yield from (data.summary, data.text, data.extra)
    yield from (part.text for part in data.attachments)
