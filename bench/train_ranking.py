"""Learns the coefficients of ranking from labelled questions and writes the file the product ships.

    python -m bench.train_ranking --queries FILE.jsonl --corpus FILE … [--documents FILE] [--output FILE]
        [--only KIND]

What is reported comes from cross-validation in five folds: questions with an answer in common are in one,
and none is asked with coefficients that have seen it. The file is then learned from all of them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from bench.fitting import Lists, Table, logistic
from bench.search_quality import PAGE, WAYS, Figures, Question, loaded, parser, questions
from bench.table import set_up

if TYPE_CHECKING:
    from wagtail.models import Site

    from search.coefficients import Belief, Coefficients

FOLDS = 5
LEAST = 4  # questions in which a syllable stands that gets a coefficient of its own
L2 = 2.0


class Case(NamedTuple):
    """The candidates of one question asked in one way: factors by name, kinds, which are relevant."""

    question: int
    corpus: str
    way: int
    one_box: bool
    factors: dict[str, np.ndarray]
    kinds: list[str]
    relevant: np.ndarray


def folds(asked: Sequence[Question]) -> list[int]:
    """A fold for each question, the same for all that share an answer."""
    first: dict[str, str] = {}

    def top(name: str) -> str:
        while first.setdefault(name, name) != name:
            name = first[name]
        return name

    for question in asked:
        own = sorted(question.relevant)
        for other in own[1:]:
            first[top(other)] = top(own[0])
    return [crc32(top(min(question.relevant)).encode()) % FOLDS for question in asked]


class Beliefs:
    """Rows about the terms of all questions, from which what is believed of syllables is learned."""

    def __init__(self, asked: Sequence[Question]) -> None:
        self.asked = asked
        self.pairs: list[tuple[int, tuple[str, ...], float, bool]] = []
        self.singles: list[tuple[int, tuple[str, ...], float, bool]] = []
        for number, question in enumerate(asked):
            self._add(number, question)

    def _add(self, number: int, question: Question) -> None:
        from search import statistics
        from search.postings.listings import Listings
        from search.terms import FOLDED, pair, term
        from search.text import syllables

        words = [one.folded for one in syllables(question.texts[0])]
        own = {(word,): term(FOLDED, word) for word in words}
        both = {two: pair(term(FOLDED, two[0]), term(FOLDED, two[1])) for two in pairwise(words)}
        counts = Listings().counts([*own.values(), *both.values()])
        there, total = self._there(question), statistics.corpus().entries
        for rows, terms in ((self.singles, own), (self.pairs, both)):
            for name, key in terms.items():
                if key in counts:
                    rows.append((number, name, statistics.idf(counts[key], total), key & 0xFFFFFFFF in there))

    def _there(self, question: Question) -> set[int]:
        """The numbers of the syllables and pairs of what is relevant."""
        from search.models import EntryTokens
        from search.tokens import Tokens, pair_numbers

        packed = EntryTokens.objects.filter(entry__url__in=question.relevant).values_list("packed", flat=True)
        found: set[int] = set()
        for tokens in (Tokens([one]) for one in packed):
            found.update(tokens.folded.tolist(), pair_numbers(tokens.folded).tolist())
        return found

    def learn(self, among: set[int]) -> tuple[Belief, Belief]:
        """What is believed of pairs and of single syllables after these questions."""
        return self._learn(self.pairs, among), self._learn(self.singles, among)

    def _learn(self, rows: list[tuple[int, tuple[str, ...], float, bool]], among: set[int]) -> Belief:
        from search.coefficients import Belief

        told = [row for row in rows if row[0] in among]
        width = len(told[0][1])
        names = [_common(row[1][place] for row in told) for place in range(width)]
        index = {(place, name): 0 for place, some in enumerate(names) for name in some}
        index = {key: number for number, key in enumerate(index)}
        columns = np.array([[index.get((p, row[1][p]), -1) for p in range(width)] for row in told])
        digits = [any(letter.isdigit() for word in row[1] for letter in word) for row in told]
        dense = np.array([[1.0, row[2] / 10, float(digit)] for row, digit in zip(told, digits, strict=True)])
        found = logistic(columns, dense, np.array([row[3] for row in told], float), len(index), l2=L2)
        sides = [
            {name: round(found[n], 3) for (p, name), n in index.items() if p == place} for place in (0, 1)
        ]
        intercept, idf, digit = (round(value, 3) for value in found[len(index) :])
        return Belief(intercept, idf, digit, *sides)


def sounds(asked: Sequence[Question], among: set[int]) -> dict[str, Belief]:
    """By which words a question is known to ask for a procedure."""
    from bench.search_corpus import LIKE
    from search.coefficients import Belief
    from search.text import syllables

    told = [
        (question, {one.folded for one in syllables(question.texts[0])}) for question in _at(asked, among)
    ]
    names = _common(word for _question, words in told for word in words)
    index = {name: number for number, name in enumerate(names)}
    most = max(len(words) for _question, words in told)
    columns = np.full((len(told), most), -1)
    for row, (_question, words) in enumerate(told):
        known = [index[word] for word in words if word in index]
        columns[row, : len(known)] = known
    found = {}
    for kind in sorted({LIKE[question.corpus] for question, _words in told} - {"document"}):
        true = np.array([LIKE[question.corpus] == kind for question, _words in told], float)
        weights = logistic(columns, np.ones((len(told), 1)), true, len(index), l2=1.0)
        words = {name: round(weights[number], 3) for name, number in index.items()}
        found[kind] = Belief(intercept=round(weights[-1], 3), left=words)
    return found


def _at(asked: Sequence[Question], among: set[int]) -> list[Question]:
    return [question for number, question in enumerate(asked) if number in among]


def _common(words: Iterable[str]) -> list[str]:
    return sorted(word for word, count in Counter(words).items() if count >= LEAST)


def cases(site: Site, asked: Sequence[Question], numbers: Iterable[int]) -> list[Case]:
    """The candidates of these questions in both ways, within their corpus and in one box."""
    found = []
    for number in numbers:
        for way in range(len(WAYS)):
            for one_box in (False, True):
                found += _case(site, asked[number], number, way, one_box=one_box)
    return found


def _case(site: Site, question: Question, number: int, way: int, *, one_box: bool) -> list[Case]:
    from search import Query, kinds, ranking
    from search.counting import Filters
    from search.matching import matches
    from search.models import Entry

    wanted = () if one_box else (question.corpus,)
    query = Query(question.texts[way], site, kinds=wanted, bound=not one_box)
    matched = matches(query)
    head = ranking.candidates(Filters(query, matched.found).apply())
    if matched.weighed is None:
        return []
    compared, factors = ranking.compare(query.words, matched.weighed, head)
    urls = dict(Entry.objects.filter(pk__in=[one.entry_id for one in compared]).values_list("pk", "url"))
    relevant = np.array([urls[one.entry_id] in question.relevant for one in compared], bool)
    like = [kinds.get(one.kind).like for one in compared]
    return [Case(number, question.corpus, way, one_box, factors, like, relevant)] if compared else []


class Fit:
    """The factors' coefficients learned from cases; or only what one kind adds to those in use."""

    def __init__(self, told: Sequence[Case], only: str = "") -> None:
        used = self._in_use() if only else {}
        self.names = sorted(
            {name for some in [*(case.factors for case in told), *used.values()] for name in some}
        )
        self.kinds = sorted({kind for case in told for kind in case.kinds})
        # Of corpora with many questions each counts for less.
        asked = Counter(case.corpus for case in told)
        shares = [1 / sqrt(asked[case.corpus]) for case in told]
        lists = Lists([self._table(case) for case in told], shares)
        kinds = ("", *self.kinds)
        start = [[used.get(kind, {}).get(name, 0.0) for name in self.names] for kind in kinds]
        free = [not only or kind == only for kind in kinds]
        self.weights = lists.fit(np.array(start), np.array(free, float))

    def _in_use(self) -> Mapping[str, Mapping[str, float]]:
        from search.coefficients import current

        return current().factors

    def _table(self, case: Case) -> Table:
        nothing = np.zeros(len(case.kinds))
        factors = np.stack([case.factors.get(name, nothing) for name in self.names], axis=1)
        kinds = np.array([self.kinds.index(kind) if kind in self.kinds else -1 for kind in case.kinds])
        return factors.astype(np.float32), kinds, case.relevant

    def order(self, case: Case) -> np.ndarray:
        factors, kinds, _relevant = self._table(case)
        weights = self.weights[0] + np.where(kinds[:, None] < 0, 0, self.weights[1 + kinds])
        return np.argsort(-(factors * weights).sum(axis=1), kind="stable")

    def as_factors(self) -> dict[str, dict[str, float]]:
        tables = zip(("", *self.kinds), self.weights, strict=True)
        return {
            kind: {name: round(float(value), 3) for name, value in zip(self.names, row, strict=True) if value}
            for kind, row in tables
            if row.any()
        }


def report(asked: Sequence[Question], ordered: Iterable[tuple[Case, np.ndarray]]) -> dict[str, Any]:
    """Figures by corpus, way and whether in one box."""
    groups = defaultdict(lambda: Figures([], []))
    for case, order in ordered:
        place = np.flatnonzero(case.relevant[order]) + 1
        question = asked[case.question]
        name = f"{case.corpus}, {WAYS[case.way]}{', one box' if case.one_box else ''}"
        groups[name].places.append([int(one) for one in place if one <= PAGE])
        groups[name].relevant.append(len(question.relevant))
    return {name: figures.as_json() for name, figures in sorted(groups.items())}


def train(site: Site, asked: Sequence[Question], only: str = "") -> tuple[dict[str, Any], dict[str, Any]]:
    """The report of the cross-validation and what the product ships; see `Fit` for `only`."""
    from search.coefficients import Coefficients, trying

    fold, beliefs = folds(asked), Beliefs(asked)
    told: list[Case] = []
    for held in range(FOLDS):
        with trying(_believed(Coefficients, beliefs, asked, {n for n, f in enumerate(fold) if f != held})):
            told += cases(site, asked, [n for n, f in enumerate(fold) if f == held])
        print(f"fold {held + 1}: {len(told):,} lists", file=sys.stderr, flush=True)
    ordered = []
    for held in range(FOLDS):
        fit = Fit([case for case in told if fold[case.question] != held], only)
        ordered += [(case, fit.order(case)) for case in told if fold[case.question] == held]
    whole = _believed(Coefficients, beliefs, asked, set(range(len(asked))))
    stored = asdict(whole) | {"factors": Fit(told, only).as_factors()}
    return report(asked, ordered), stored


def _believed(
    make: type[Coefficients], beliefs: Beliefs, asked: Sequence[Question], among: set[int]
) -> Coefficients:
    pair, single = beliefs.learn(among)
    return make(pair=pair, single=single, kinds=sounds(asked, among))


def main() -> None:
    options_of = parser(__doc__)
    options_of.add_argument("--output", type=Path, help="where to write; by default where the product reads")
    options_of.add_argument("--only", default="", help="learn what this kind adds, leave all other factors")
    options = options_of.parse_args()
    set_up(options.database_url)
    from bench.search_corpus import corpus_of
    from search.coefficients import FILE

    asked = questions(options.queries, map(corpus_of, options.corpus))[:: options.every]
    with loaded(options.corpus, options.documents) as site:
        figures, stored = train(site, asked, options.only)
    print(json.dumps(figures, indent=2))
    text = json.dumps(stored, ensure_ascii=False, sort_keys=True, indent=1)
    (options.output or FILE).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
