"""Speed, size and ranking of the public search over a large corpus.

    python -m bench.search --corpus FOLDER [--every N]

FOLDER holds `law_articles.jsonl.gz`, `procedures.jsonl.gz`, `documents.jsonl.gz` and the labelled questions,
`search_queries.jsonl`. They are loaded once into a database of their own beside the one of DATABASE_URL.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.table import Row, empty_view, set_up, settle_in, show, times

if TYPE_CHECKING:
    from wagtail.models import Site

    from search import Results

QUESTIONS = {"phapdien_articles": "law_articles", "procedures": "procedures"}
LIMIT_MS = 60.0
LEAST = {"law_articles": (0.84, 0.67), "procedures": (0.89, 0.64)}  # hit@10 and MRR before re-ranking


@dataclass(frozen=True)
class Question:
    """What was asked, and the addresses of what answers it, among the entries of one kind."""

    text: str
    folded: str
    kind: str
    relevant: frozenset[str]


def measure(corpus: Path, every: int = 1) -> list[Row]:
    """The figures for every N-th labelled question over the corpus in that folder; Django is set up."""
    from bench.search_corpus import fill, scratch_database

    with scratch_database():
        site = fill(corpus)
        asked = questions(corpus)[::every]
        find(site, asked[0].text)
        settle_in()
        return [*speed(site, asked), *quality(site, asked), *extent()]


def questions(corpus: Path) -> list[Question]:
    from bench.search_corpus import address, rows

    found = []
    for row in rows(corpus / "search_queries.jsonl"):
        kind = QUESTIONS.get(row["corpus"].split(".")[0])
        relevant = frozenset(address(name) for name in row["relevant_ids"])
        if kind:
            found.append(Question(row["query"], row["query_no_diacritics"], kind, relevant))
    return found


def find(site: Site, text: str, *kinds: str) -> Results:
    """The best ten with kinds and facets."""
    import search

    return search.find(search.Query(text, site, kinds=kinds))


def speed(site: Site, asked: list[Question]) -> list[Row]:
    """Times over everything at once, as typed and without accents, and of a view that does nothing."""
    return [
        *times("best ten with facets", (lambda q=q: find(site, q.text) for q in asked), LIMIT_MS),
        *times("the same without accents", (lambda q=q: find(site, q.folded) for q in asked), LIMIT_MS),
        *times("page of results shown", (lambda q=q: shown(find(site, q.text)) for q in asked[::4])),
        *empty_view(),
    ]


def shown(results: Results) -> list[str]:
    """Cuts the snippets, as the page of results does."""
    return [hit.title + hit.snippet.html for hit in results.hits]


def quality(site: Site, asked: list[Question]) -> list[Row]:
    """How often a relevant entry is among the best ten of its kind, and the mean of one over its rank."""
    ranks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for question in asked:
        for way, text in (("as typed", question.text), ("without accents", question.folded)):
            ranks[question.kind, way].append(rank(find(site, text, question.kind), question))
    return [row for (kind, way), found in ranks.items() for row in _quality(kind, way, found)]


def rank(results: Results, question: Question) -> int:
    """The place of the first relevant hit, 0 when there is none."""
    places = (place for place, hit in enumerate(results.hits, 1) if hit.url in question.relevant)
    return next(places, 0)


def _quality(kind: str, way: str, ranks: list[int]) -> list[Row]:
    hits = sum(rank > 0 for rank in ranks) / len(ranks)
    mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    least = LEAST[kind] if way == "as typed" else (None, None)
    return [Row(f"{kind}, {way}, hit@10", hits, "", least[0]), Row(f"{kind}, {way}, MRR", mrr, "", least[1])]


def extent() -> list[Row]:
    from bench.search_corpus import size
    from search.models import Entry

    count = Entry.objects.count()
    return [Row("entries", count, ""), Row("database per entry", size() / count / 1024, "kB")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="take every N-th question")
    options = parser.parse_args()
    set_up()
    show(measure(options.corpus, options.every))


if __name__ == "__main__":
    main()
