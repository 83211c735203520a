"""A question in other words: each wording that editors know, the longest first, in its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from search.steering.table import Table
from search.text import SYLLABLE, Syllable, clean, fold, is_accented, syllable

MOST_SPANS = 4  # wordings of one question that are looked for in other words


class Span(NamedTuple):
    """A part of a question that has synonyms: these, the question with each in its place, or with none."""

    others: tuple[str, ...]
    questions: tuple[str, ...]
    rest: str


def spans(text: str, table: Table) -> list[Span]:
    """The parts of `text` with synonyms, left to right; none lies in another."""
    if not table.synonyms:
        return []
    text, accented = clean(text), is_accented(text)
    found = list(SYLLABLE.finditer(text))
    typed = [syllable(word[0].lower()) for word in found]
    places = list(_places(typed, table, accented))[:MOST_SPANS]
    return [_span(text, found[a].start(), found[b - 1].end(), others, accented) for a, b, others in places]


def _places(typed: list[Syllable], table: Table, accented: bool) -> Iterator[tuple[int, int, list[str]]]:
    start = 0
    while start < len(typed):
        for end in range(min(start + table.longest, len(typed)), start, -1):
            if others := table.others(typed[start:end], accented):
                yield start, end, others
                start = end - 1
                break
        start += 1


def _span(text: str, start: int, end: int, others: list[str], accented: bool) -> Span:
    """Where accents were left out, they are left out of the synonym too: one question, one way to compare."""
    words = others if accented else [fold(other) for other in others]
    questions = tuple(f"{text[:start]}{other}{text[end:]}" for other in words)
    return Span(tuple(others), questions, f"{text[:start]} {text[end:]}")
