"""How well the public search answers labelled questions, and how fast.

    python -m bench.search_quality --queries FILE.jsonl --corpus FILE … [--documents FILE]
        [--engine database|elasticsearch] [--database-url URL] [--every N]

The corpora are loaded as entries into a database of their own, kept from run to run. Each question is asked
within its corpus and in one box over everything, as typed and without accents. Prints JSON:
{corpus: {"typed" | "folded": figures}, "one_box": {corpus: {…}}, "latency_ms": {"p50", "p95"}}.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from hashlib import sha256
from math import log2
from pathlib import Path
from statistics import mean, median
from typing import TYPE_CHECKING, Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.engine import add_option, answering
from bench.table import p95, set_up, settle_in

if TYPE_CHECKING:
    from wagtail.models import Site

PAGE = 10
SAME = {"phapdien_articles": "law_articles"}  # names of a corpus in the questions and as a file
WAYS = ("typed", "folded")


@dataclass(frozen=True)
class Question:
    """What was asked, in both ways, and the addresses of what answers it in `corpus`."""

    texts: tuple[str, str]
    corpus: str
    relevant: frozenset[str]


def questions(path: Path, corpora: Iterable[str]) -> list[Question]:
    """The questions about the corpora at hand."""
    from bench.search_corpus import address, corpus_of, rows

    known = set(corpora)
    found = []
    for row in rows(path):
        name = corpus_of(Path(row["corpus"]))
        relevant = frozenset(address(one) for one in row["relevant_ids"])
        texts = (row["query"], row["query_no_diacritics"])
        found.append(Question(texts, SAME.get(name, name), relevant))
    return [question for question in found if question.corpus in known]


@contextmanager
def loaded(corpora: Sequence[Path], documents: Path | None) -> Iterator[Site]:
    """The site whose entries are those files and nothing else."""
    from bench.search_corpus import load, scratch_database

    with scratch_database(f"quality_{_digest(corpora)}"), redirect_stdout(sys.stderr):
        yield load(entries(corpora, documents))


def _digest(corpora: Sequence[Path]) -> str:
    sizes = sorted(f"{path.name} {path.stat().st_size}" for path in corpora)
    return sha256("\n".join(sizes).encode()).hexdigest()[:12]


def entries(corpora: Sequence[Path], documents: Path | None) -> Iterator[tuple[str, Any]]:
    """Every row as an entry, by its name; a row without a name is called by its place."""
    from bench.search_corpus import Reader, corpus_of, rows

    read = Reader(rows(documents) if documents else ())
    for path in corpora:
        corpus = corpus_of(path)
        for place, row in enumerate(rows(path)):
            yield row.get("id") or f"{corpus}-{place}", getattr(read, corpus)(row)


@dataclass
class Figures:
    """The places of what was relevant on each first page."""

    places: list[list[int]]
    relevant: list[int]

    def as_json(self) -> dict[str, float]:
        first = [min(places, default=0) for places in self.places]
        return {
            "hit@1": round(mean(place == 1 for place in first), 4),
            "hit@10": round(mean(place > 0 for place in first), 4),
            "mrr": round(mean(1 / place if place else 0 for place in first), 4),
            "ndcg@10": round(mean(map(_ndcg, self.places, self.relevant)), 4),
        }


def _ndcg(places: list[int], relevant: int) -> float:
    best = sum(1 / log2(place + 1) for place in range(1, min(relevant, PAGE) + 1))
    return sum(1 / log2(place + 1) for place in places) / best


class Run:
    """Asks questions and keeps where the answers stood and how long each took."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.spent: list[float] = []

    def figures(self, asked: list[Question], way: int, *, one_box: bool = False) -> dict[str, float]:
        places = [self.places(question, way, one_box=one_box) for question in asked]
        return Figures(places, [len(question.relevant) for question in asked]).as_json()

    def places(self, question: Question, way: int, *, one_box: bool) -> list[int]:
        import search

        kinds = () if one_box else (question.corpus,)
        query = search.Query(question.texts[way], self.site, kinds=kinds, bound=not one_box, per_page=PAGE)
        started = time.perf_counter()
        hits = search.find(query).hits
        self.spent.append((time.perf_counter() - started) * 1000)
        return [place for place, hit in enumerate(hits, 1) if hit.url in question.relevant]


def measure(site: Site, asked: list[Question]) -> dict[str, Any]:
    """The report over all questions; times are of those asked in one box."""
    by_corpus = defaultdict(list)
    for question in asked:
        by_corpus[question.corpus].append(question)
    within, everywhere = Run(site), Run(site)
    report: dict[str, Any] = {
        corpus: {way: within.figures(own, place) for place, way in enumerate(WAYS)}
        for corpus, own in by_corpus.items()
    }
    report["one_box"] = {
        corpus: {way: everywhere.figures(own, place, one_box=True) for place, way in enumerate(WAYS)}
        for corpus, own in by_corpus.items()
    }
    return report | {"latency_ms": {"p50": median(everywhere.spent), "p95": p95(everywhere.spent)}}


def parser(about: str | None) -> argparse.ArgumentParser:
    """The options by which questions and corpora are named."""
    made = argparse.ArgumentParser(description=about, formatter_class=argparse.RawTextHelpFormatter)
    made.add_argument("--queries", type=Path, required=True)
    made.add_argument("--every", type=int, default=1, help="take every N-th question")
    add_corpora(made)
    return made


def add_corpora(parser: argparse.ArgumentParser) -> None:
    """The options that say what is loaded, and into which database."""
    parser.add_argument("--corpus", type=Path, nargs="+", required=True, action="extend")
    parser.add_argument("--documents", type=Path, help="titles of the documents that articles belong to")
    parser.add_argument("--database-url", default="")


def main() -> None:
    options_of = parser(__doc__)
    add_option(options_of)
    options = options_of.parse_args()
    set_up(options.database_url)
    from bench.search_corpus import corpus_of

    asked = questions(options.queries, map(corpus_of, options.corpus))[:: options.every]
    with loaded(options.corpus, options.documents) as site, answering(options.engine):
        settle_in()
        report = measure(site, asked)
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
