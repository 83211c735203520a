"""What publishing costs in a large portal beside a small one, whether a search server is up, down or none.

    python -m bench.publishing --corpus FILE … [--documents FILE] [--sizes 1000 50000] [--database-url URL]

The texts of the corpora become articles in a database made anew. One of them gets another title and text
again and again, the same ones at each size, and is published by its real road. With ELASTICSEARCH_URL set, a
server there follows with an index of its own. Shown are the medians of the time that passed and of the CPU of
the process, and their ratios.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING

from bench.engine import ELASTICSEARCH, answering
from bench.search_quality import add_corpora, entries
from bench.table import Row, set_up, settle_in, show

if TYPE_CHECKING:
    from bench.pages import Text
    from news.models import ArticlePage

TURNS, GROWTH = 60, 1.1
NOBODY = "http://127.0.0.1:9"  # where no server is
CLOCKS = {"time": time.perf_counter, "CPU": time.process_time}

Spent = dict[tuple[int, str, str], float]


def measure(like: ArticlePage, wanted: Iterator[Text], sizes: Sequence[int]) -> list[Row]:
    """The figures at each of these sizes, smallest first; the portal has `like` and no other article."""
    from bench.pages import add, index_all

    again, there, spent = list(islice(wanted, TURNS + 1)), 1, Spent()
    for size in sizes:
        add(like, wanted, size - there)
        index_all(type(like))
        settle_in()
        for name, server in servers().items():
            with server:
                spent |= {(size, name, clock): ms for clock, ms in publishing(like, again).items()}
        there = size
    return list(_rows(spent, sizes))


def servers() -> dict[str, AbstractContextManager[None]]:
    """What may stand behind the outbox; the one that is up where there is one to be asked."""
    known = {"no server": _told_to(""), "server down": _told_to(NOBODY)}
    return known | ({"server up": _following()} if os.environ.get("ELASTICSEARCH_URL") else {})


@contextmanager
def _told_to(url: str) -> Iterator[None]:
    from django.test import override_settings

    with override_settings(ELASTICSEARCH_URL=url):
        yield


@contextmanager
def _following() -> Iterator[None]:
    """Raises `RuntimeError` when in the end the server was not told everything."""
    from search import outbox
    from search.models import Change

    with answering(ELASTICSEARCH):
        yield
        outbox.deliver(at_once=True)
        if Change.objects.exists():
            raise RuntimeError("the search server was not told everything")


def publishing(like: ArticlePage, texts: Sequence[Text]) -> dict[str, float]:
    """The median milliseconds by each clock; the first text is for warming up."""
    spent: dict[str, list[float]] = {clock: [] for clock in CLOCKS}
    for text in texts:
        started = {clock: read() for clock, read in CLOCKS.items()}
        publish(like, *text)
        for clock, read in CLOCKS.items():
            spent[clock].append((read() - started[clock]) * 1000)
    return {clock: median(ms[1:]) for clock, ms in spent.items()}


def publish(like: ArticlePage, title: str, text: str) -> None:
    """Gives a page this title and text, and publishes it, as a request does that reads it first."""
    from django.utils.html import escape

    from editorial.guard import warrant

    page = type(like).objects.get(pk=like.pk)
    page.title, page.body = title[:255], [("text", f"<p>{escape(text)}</p>")]
    with warrant("bench"):
        page.save_revision().publish(skip_permission_checks=True)


def _rows(spent: Spent, sizes: Sequence[int]) -> Iterator[Row]:
    for name, clock in dict.fromkeys(key[1:] for key in spent):
        at = [spent[size, name, clock] for size in sizes]
        for size, ms in zip(sizes, at, strict=True):
            yield Row(f"publishing at {size:,} pages, {name}, {clock}", ms, "ms")
        yield Row(f"last to first, {name}, {clock}", at[-1] / at[0], "", GROWTH)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add_corpora(parser)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 50_000])
    options = parser.parse_args()
    os.environ |= {"EMAIL_URL": "dummymail://"}
    set_up(options.database_url)
    from bench.pages import first_article, texts
    from bench.search_corpus import scratch_database

    with scratch_database("publishing", kept=False):
        wanted = texts(entries(options.corpus, options.documents))
        show(measure(first_article(), wanted, options.sizes))


if __name__ == "__main__":
    main()
