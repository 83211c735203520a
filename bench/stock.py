"""The public search beside the search Wagtail brings, over the same pages in the same run.

    python -m bench.stock --corpus FILE … [--documents FILE] [--pages 20000] [--database-url URL]

The texts of the corpora become articles in a database made anew. Wagtail's own database backend indexes
titles and bodies, as a site does that searches with it. Both are asked for the first ten of a common pair of
words, and how many there are.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from bench.search_quality import add_corpora, entries
from bench.table import Row, set_up, settle_in, show

if TYPE_CHECKING:
    from news.models import ArticlePage

QUESTION = "thủ tục"
LEAST = {"sqlite": 1_000, "postgresql": 10}  # times faster
TURNS, PATIENCE = 20, 10.0  # of one search at most, and the seconds after which there are no more


def measure(like: ArticlePage) -> list[Row]:
    """The figures over all live articles, of which `like` is one."""
    from django.db import connection

    with searched_bodies(type(like)):
        backend, indexed = stock(type(like))
        settle_in()
        theirs, their_count = timed(lambda: wagtails(backend, type(like)))
    ours, our_count = timed(lambda: own(like))
    return [
        Row("articles", type(like).objects.live().count(), ""),
        Row("index built, Wagtail's", indexed, "s"),
        Row(f"{QUESTION}, hits", our_count, ""),
        Row(f"{QUESTION}, hits, Wagtail's", their_count, ""),
        Row(f"{QUESTION}, p50", ours, "ms"),
        Row(f"{QUESTION}, p50, Wagtail's", theirs, "ms"),
        Row("Wagtail's to ours", theirs / ours, "", LEAST[connection.vendor]),
    ]


def searched_bodies(model: Any) -> Any:
    """A model whose bodies Wagtail searches, too."""
    from wagtail.search import index

    return patch.object(model, "search_fields", [*model.search_fields, index.SearchField("body")])


def stock(model: Any) -> tuple[Any, float]:
    """Wagtail's backend as it is, with every article in its index; the seconds that took."""
    from wagtail.search.backends.database import SearchBackend

    from bench.pages import index_all

    backend, started = SearchBackend({}), time.perf_counter()
    backend.get_index_for_model(model).reset()
    index_all(model, backend)
    return backend, time.perf_counter() - started


def wagtails(backend: Any, model: Any) -> int:
    """Reads the first ten; how many there are."""
    found = backend.search(QUESTION, model.objects.live())
    return len(list(found[:10])) and found.count()


def own(like: ArticlePage) -> int:
    import search

    return search.find(search.Query(QUESTION, like.get_site(), kinds=["news"], bound=True)).total


def timed(action: Callable[[], int]) -> tuple[float, int]:
    """The median of the milliseconds, and what it said."""
    spent, said, until = [], 0, time.perf_counter() + PATIENCE
    while len(spent) < TURNS and (not spent or time.perf_counter() < until):
        started = time.perf_counter()
        said = action()
        spent.append((time.perf_counter() - started) * 1000)
    return median(spent), said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add_corpora(parser)
    parser.add_argument("--pages", type=int, default=20_000)
    options = parser.parse_args()
    set_up(options.database_url)
    from bench.pages import add, first_article, texts
    from bench.search_corpus import scratch_database

    with scratch_database("stock", kept=False):
        like = first_article()
        add(like, texts(entries(options.corpus, options.documents)), options.pages - 1)
        show(measure(like))


if __name__ == "__main__":
    main()
