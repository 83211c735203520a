"""The terms of a question in words, and what each adds to the first score of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from search import statistics
from search.engines.asking import share
from search.kinds import Label
from search.matching import Weighed
from search.numbers import numbers
from search.query import Query
from search.steering.widening import Sided, widen
from search.terms import ACCENTED, CITED, FOLDED, LONGEST_QUERY, OWN, pair, query_terms, term, whole
from search.text import SYLLABLE, clean, syllable

PHRASE, EXACT, BARE = _("phrase"), _("word as typed"), _("word without accents")
TITLE, NUMBER, NAMED = _("whole title"), _("its own number"), _("number named in the text")


@dataclass(frozen=True)
class Word:
    """A term of the question: whether the page has it, and its part of the page's first score, in percent."""

    words: str
    what: Label
    is_there: bool
    percent: float


@dataclass(frozen=True)
class Words:
    """`covered` is the percentage of the question's weight the page has, `needed` what is asked of it."""

    words: list[Word]
    covered: int
    needed: int

    @property
    def there(self) -> list[Word]:
        return [word for word in self.words if word.is_there]

    @property
    def missing(self) -> list[Word]:
        return [word for word in self.words if not word.is_there]


def words_of(query: Query, weighed: Weighed, entry_id: int) -> Words:
    """What the entry has of the question, the weightiest first."""
    widened = widen(query.words, query.steering.spans, query_terms)
    rows = widened.sided(weighed.terms)
    weights = weighed.listings.weights_in(entry_id, [row.term for row in rows])
    all_of_it = widened.whole(rows)
    covered = widened.whole(row for row in rows if row.term in weights)
    texts = [query.words, *query.steering.wordings, *query.steering.questions]
    names = {number: name for text in reversed(texts) for number, name in _names(text)}
    typed = {number for number, (_words, what) in _names(query.words) if what != TITLE}
    # Of a term that stands everywhere the light postings are not kept: whether the page has it, none can say.
    typed -= statistics.leasts(weighed.corpus.counted).keys()
    found = [word for number, word in _in_words(rows, weights, names) if word.is_there or number in typed]
    return Words(found, _percent(covered, all_of_it), round(100 * share(query.words)))


def _in_words(
    rows: Iterable[Sided], weights: Mapping[int, int], names: Mapping[int, tuple[str, Label]]
) -> Iterator[tuple[int, Word]]:
    """Each term that has a name, those first that give the most."""
    worths: dict[int, int] = {}
    for row in rows:
        worths[row.term] = max(worths.get(row.term, 0), row.worth)
    scores = {number: worth * weights.get(number, 0) for number, worth in worths.items()}
    total = sum(scores.values())
    for number in sorted(worths.keys() & names.keys(), key=lambda one: (-scores[one], -worths[one])):
        yield number, Word(*names[number], number in weights, _share(scores[number], total))


def _names(text: str) -> Iterator[tuple[int, tuple[str, Label]]]:
    """Each term that `text` can make, and what to call it."""
    typed = SYLLABLE.findall(clean(text))[:LONGEST_QUERY]
    found = [syllable(word.lower()) for word in typed]
    folded = [term(FOLDED, one.folded) for one in found]
    if found:
        yield whole(found), (" ".join(typed), TITLE)
    for word, one, number in zip(typed, found, folded, strict=True):
        yield number, (word, BARE)
        yield term(ACCENTED, one.accented), (word, EXACT)
    for (left, right), (first, second) in zip(pairwise(folded), pairwise(typed), strict=True):
        yield pair(left, right), (f"{first} {second}", PHRASE)
    for written in map(str, numbers(text)):
        yield term(OWN, written), (written, NUMBER)
        yield term(CITED, written), (written, NAMED)


def _percent(part: float, total: float) -> int:
    return round(100 * part / total) if total else 0


def _share(part: float, total: float) -> float:
    return round(100 * part / total, 1) if total else 0.0
