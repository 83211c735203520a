"""What a visitor's words ask of the index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from search import numbers
from search.models import Entry, Term
from search.terms import ACCENT_MARK, NUMBER_MARK, TITLE_MARK
from search.text import folded, has_accents, pairs, syllables

LONGEST_QUESTION = 300
MOST_WORDS = 40
# Terms in more than a fifth of all entries rank nothing, once there are enough entries to know.
ENOUGH_ENTRIES, FREQUENT = 5_000, 0.2
ACCENTED_WORD, PLAIN_WORD = 0.5, 0.4
TITLE_BONUS = 0.6
NUMBER_BONUS = 3.0


@dataclass(frozen=True)
class Part:
    """A term, what a posting of it is worth, and what share of the question it stands for."""

    term: str
    score: float
    cover: float


@dataclass(frozen=True)
class Plan:
    parts: list[Part]
    words: list[str]

    @property
    def cover(self) -> float:
        return sum(part.cover for part in self.parts)


def plan(text: str, forgiving: bool = False) -> Plan:
    """The terms to look up for `text`; `forgiving` reads every word without its accents."""
    words = syllables(text[:LONGEST_QUESTION])[:MOST_WORDS]
    if forgiving:
        words = [folded(word) for word in words]
    known = numbers_in(text)
    wanted = wanted_terms(words)
    rarity = Rarity([*wanted, *(TITLE_MARK + term for term in wanted), *known])
    parts = [part for term, weights in wanted.items() for part in parts_of(term, *weights, rarity)]
    parts += [Part(term, NUMBER_BONUS * rarity.of(term), 0) for term in known]
    return Plan(parts or frequent_parts(wanted, rarity), words)


def numbers_in(text: str) -> list[str]:
    found = numbers.numbers(text[:LONGEST_QUESTION])
    written = {term for number in found for term in (number.canonical, *number.terms())}
    return sorted(NUMBER_MARK + term for term in written | set(numbers.codes(text[:LONGEST_QUESTION])))


def wanted_terms(words: list[str]) -> dict[str, tuple[float, float]]:
    """Pairs *(score, cover)* by term: neighbours rank, single words say what share is covered."""
    word_score = ACCENTED_WORD if has_accents(words) else PLAIN_WORD
    wanted = dict.fromkeys(pairs(words), (1.0, 0.0))
    if len(words) == 1:
        word_score = 1.0
    wanted |= {(word if folded(word) == word else ACCENT_MARK + word): (word_score, 1.0) for word in words}
    return wanted


def parts_of(term: str, score: float, cover: float, rarity: Rarity) -> Iterable[Part]:
    """The term itself unless it is too frequent, and the same in titles."""
    title = TITLE_MARK + folded(term.removeprefix(ACCENT_MARK))
    if rarity.frequent(term):
        yield Part(title, score * rarity.of(title), 0)
        return
    yield Part(term, score * rarity.of(term), cover * rarity.of(term))
    if not cover:
        yield Part(title, score * TITLE_BONUS * rarity.of(title), 0)


def frequent_parts(wanted: dict[str, tuple[float, float]], rarity: Rarity) -> list[Part]:
    """A question of frequent words alone still has an answer: by its rarest ones."""
    rarest = sorted(wanted, key=rarity.of, reverse=True)[:3]
    return [Part(term, rarity.of(term), rarity.of(term)) for term in rarest]


class Rarity:
    """How telling each of `terms` is, from the number of entries that hold it."""

    def __init__(self, terms: Iterable[str]) -> None:
        self.entries = dict(Term.objects.filter(term__in=set(terms)).values_list("term", "entries"))
        self.total = max(Entry.objects.count(), 1)

    def of(self, term: str) -> float:
        held = self.entries.get(term, 0)
        return log(1 + max(self.total - held + 0.5, 0.5) / (held + 0.5))

    def frequent(self, term: str) -> bool:
        return self.total > ENOUGH_ENTRIES and self.entries.get(term, 0) > FREQUENT * self.total
