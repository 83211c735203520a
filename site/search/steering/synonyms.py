"""A question in other words: each wording that is known, the longest first, in its place in the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from search.asking.places import Found, Renamed
from search.steering.table import Table
from search.text import SYLLABLE, Syllable, clean, fold, is_accented, syllable

MOST_SPANS = 4  # parts of one question that are looked for in other words


class Part(NamedTuple):
    """The syllables from `start` to `end` of a question, and what stands for them, too."""

    start: int
    end: int
    others: tuple[str, ...]
    renamed: Renamed | None = None


class Span(NamedTuple):
    """A part of a question with other wordings: these, the question with each in its place, or with none.

    `renamed` is the name that changed, None where editors say that the wordings mean the same.
    """

    typed: tuple[Syllable, ...]
    others: tuple[str, ...]
    questions: tuple[str, ...]
    rest: str
    renamed: Renamed | None = None


class Typed:
    """A question as its syllables, each with its place in the text."""

    def __init__(self, text: str) -> None:
        self.text, self.is_accented = clean(text), is_accented(text)
        self.places = [found.span() for found in SYLLABLE.finditer(self.text)]
        self.syllables = [syllable(self.text[start:end].lower()) for start, end in self.places]

    def spans(self, names: Iterable[Found], table: Table) -> list[Span]:
        """The parts with other wordings, left to right; none lies in another. Former names come first."""
        parts = [Part(found.start, found.end, (found.name.new,), found.name) for found in names]
        taken = {place for part in parts for place in range(part.start, part.end)}
        parts += self._synonyms(table, taken) if table.synonyms else ()
        return [self._span(part) for part in sorted(parts[:MOST_SPANS])]

    def _synonyms(self, table: Table, taken: Collection[int]) -> Iterator[Part]:
        start = 0
        while start < len(self.syllables):
            part = self._synonym_at(start, table, taken)
            if part:
                yield part
            start = part.end if part else start + 1

    def _synonym_at(self, start: int, table: Table, taken: Collection[int]) -> Part | None:
        for end in range(min(start + table.longest, len(self.syllables)), start, -1):
            others = table.others(self.syllables[start:end], self.is_accented)
            if others and not any(place in taken for place in range(start, end)):
                return Part(start, end, tuple(others))
        return None

    def _span(self, part: Part) -> Span:
        """Where accents were left out, they are left out of what stands for it: one way to compare."""
        before, after = self.text[: self.places[part.start][0]], self.text[self.places[part.end - 1][1] :]
        words = part.others if self.is_accented else [fold(other) for other in part.others]
        questions = tuple(f"{before}{other}{after}" for other in words)
        typed = tuple(self.syllables[part.start : part.end])
        return Span(typed, part.others, questions, f"{before} {after}", part.renamed)
