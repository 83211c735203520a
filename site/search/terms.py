"""The terms of an entry with their weights: BM25 with fields, computed once, when the page is published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from search import numbers
from search.entries import EntryData
from search.text import folded, pairs, syllables

# A word in the title says more of what a page is about than one in its text (measured: three times).
TITLE_TIMES = 3
K1, B = 0.9, 0.5
TITLE_MARK, ACCENT_MARK, NUMBER_MARK = "^", "=", "#"
OWN_NUMBER, CITED_NUMBER = 8.0, 1.0
MOST_CITED = 300


def fields(data: EntryData) -> list[tuple[str, int]]:
    """Pairs *(text, times)*; a pair of syllables never crosses from one to the next."""
    attached = [(page.text, 1) for page in data.attachments]
    single = (data.headings, data.parent, data.keywords, data.summary, data.text, data.extra)
    return [(data.title, TITLE_TIMES), *((text, 1) for text in single), *attached]


def terms_of(data: EntryData, average_length: float) -> dict[str, float]:
    """Weight by term: folded pairs and syllables, accented ones (`=`), title terms (`^`), numbers (`#`)."""
    counts: Counter[str] = Counter()
    length = 0
    for text, times in fields(data):
        words = syllables(text)
        length += len(words)
        for term, count in Counter(stream(words)).items():
            counts[term] += count * times
    weights = {term: bm25(count, length / average_length) for term, count in counts.items()}
    return weights | title_terms(data) | number_terms(data)


def stream(words: list[str]) -> Iterable[str]:
    """Every term of a run of syllables, repetitions included."""
    yield from pairs(words)
    for word in words:
        plain = folded(word)
        yield plain
        if plain != word:
            yield ACCENT_MARK + word


def bm25(count: float, relative_length: float) -> float:
    """Saturated, length-normalised frequency; the rarity of the term is multiplied in when asking."""
    damped = count / (1 - B + B * relative_length)
    return round((K1 + 1) * damped / (damped + K1), 4)


def title_terms(data: EntryData) -> dict[str, float]:
    """Terms that stay searchable however frequent they are: those of titles and names."""
    runs = [syllables(text) for text in (data.title, *data.names)]
    plain = {term for words in runs for term in stream(words) if not term.startswith(ACCENT_MARK)}
    return {TITLE_MARK + term: 1.0 for term in plain}


def number_terms(data: EntryData) -> dict[str, float]:
    text = " \n ".join(text for text, _times in fields(data))
    cited = numbers.numbers(text)[:MOST_CITED]
    weights = {NUMBER_MARK + number.canonical: CITED_NUMBER for number in cited if number.code}
    weights |= {NUMBER_MARK + code: CITED_NUMBER for code in numbers.codes(text)[:MOST_CITED]}
    own = {term for number in numbers.numbers(data.number) for term in (number.canonical, *number.terms())}
    own |= set(numbers.codes(data.number))
    return weights | {NUMBER_MARK + term: OWN_NUMBER for term in own}
