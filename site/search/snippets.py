"""The passage that answers best, with the words asked for marked as typed or folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe

from search.entries import EntryData
from search.numbers import numbers
from search.packing import opening
from search.text import BASES, clean, one_spelling, syllables

if TYPE_CHECKING:
    from search.models import Entry

WIDTH = 180  # characters of a passage
LEAD = 30  # of them before the first word that matches
READ = 200_000  # characters of an entry that are searched for it
LAST_I = re.compile(r"^(qu|[bcdghklmnprstvx]+)i$")
BETWEEN = r"[\W_]{1,3}"


@dataclass(frozen=True)
class Snippet:
    """A marked passage; `document_id` and `page` say where it stands when it is in an attached file."""

    html: SafeString
    document_id: int | None = None
    page: int = 0

    @property
    def text(self) -> str:
        """The passage without marks."""
        return unescape(strip_tags(self.html))


class Marker:
    """Marks what a question asks for: its pairs of syllables, a single syllable, its numbers, synonyms."""

    def __init__(self, words: str, *synonyms: str) -> None:
        self.pattern = _pattern([words, *synonyms])
        self.enough = sum(len(syllable.folded) for syllable in syllables(words)) or 1

    def mark(self, text: str, longest: int) -> SafeString:
        """`text` escaped, up to so many characters, with `<mark>` around what matches."""
        text = clean(text)
        return _cut(text, self._spans(text), 0, longest)

    def best_passage(self, entry: Entry) -> Snippet:
        """The densest passage of the entry's summary, texts and files; its beginning when nothing matches.

        Of long files the first pages only are read, and nothing after a passage that has all the words.
        """
        best, most = Snippet(mark_safe("")), 0
        for text, place in _passages(opening(entry.text.packed, READ)):
            found = self._spans(text)
            start, hits = _densest(found)
            if hits > most or (not most and not best.html):
                best, most = Snippet(_cut(text, found, start), *place), hits
            if most >= self.enough:
                break
        return best

    def _spans(self, text: str) -> list[tuple[int, int]]:
        folded = text.translate(BASES).lower()
        # A few letters grow when lowered; where lengths differ, positions would lie.
        if self.pattern is None or len(folded) != len(text):
            return []
        return _joined([found.span(1) for found in self.pattern.finditer(folded)])


def _pattern(texts: list[str]) -> re.Pattern[str] | None:
    parts = list(dict.fromkeys(part for text in texts for part in _parts(text)))
    return re.compile(rf"\b({'|'.join(parts)})\b") if parts else None


def _parts(words: str) -> list[str]:
    found = [_letters(syllable.folded) for syllable in syllables(words)][:64]
    pairs = [f"{left}(?={BETWEEN}{right}\\b)" for left, right in pairwise(found)]
    seconds = [f"(?<=\\b{left}.){right}" for left, right in pairwise(found)]
    single = found if len(found) == 1 else []
    written = [re.escape(str(number)).lower() for number in numbers(words)]
    return [*written, *pairs, *seconds, *single]


def _letters(folded: str) -> str:
    """A pattern for a syllable with y or i where both are written."""
    return LAST_I.sub(r"\1[iy]", re.escape(one_spelling(folded)))


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbours with at most a space between them become one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start - joined[-1][1] <= 1:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _passages(data: EntryData) -> Iterator[tuple[str, tuple]]:
    """Texts with their place, as many letters in all as are read."""
    left = READ
    texts = [(text, ()) for text in (data.summary, data.text, data.extra, data.headings)]
    for text, place in [*texts, *((part.text, (part.document_id, part.page)) for part in data.attachments)]:
        if text and left > 0:
            yield clean(text[:left]), place
            left -= len(text)


def _densest(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the passage with the most marked letters starts, and how many these are."""
    best, most, first, letters = 0, 0, 0, 0
    for start, end in spans:
        letters += end - start
        while start - spans[first][0] > WIDTH - LEAD:
            letters -= spans[first][1] - spans[first][0]
            first += 1
        if letters > most:
            best, most = spans[first][0], letters
    return best, most


def _cut(text: str, spans: list[tuple[int, int]], start: int, width: int = WIDTH) -> SafeString:
    begin = _word_border(text, max(start - LEAD, 0))
    end = len(text) if begin + width >= len(text) else text.rfind(" ", begin, begin + width)
    end = end if end > begin else begin + width
    inside = [(a - begin, min(b, end) - begin) for a, b in spans if a >= begin and a < end]
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    return format_html("{}{}{}", before, _marked(text[begin:end], inside), after)


def _word_border(text: str, place: int) -> int:
    return (text.find(" ", place, place + 30) + 1 or place) if place else 0


def _marked(text: str, spans: list[tuple[int, int]]) -> SafeString:
    parts, last = [], 0
    for start, end in spans:
        parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
        last = end
    return mark_safe("".join([*parts, escape(text[last:])]))  # noqa: S308 every part is escaped
