"""What a hundred thousand hostile questions do to the public search: errors, slow answers, markup.

    python -m bench.search_hostile --corpus FILE … [--documents FILE] [--count 100000] [--first 0]
        [--engine database|elasticsearch] [--database-url URL] [--pages 50]

The corpora are loaded as by `bench.search_quality`, into the same database. Each question is asked of the
engine, with its snippets and suggestions; every fiftieth also by address, where nothing may come back as
markup. One that takes too long is asked twice more, and its best time counts: other processes are not its
fault. Faults are told as they occur, with the number that makes the question anew.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable
from statistics import median
from typing import TYPE_CHECKING

from bench.engine import add_option, answering
from bench.hostile import question
from bench.reflected import Mirror
from bench.search_quality import add_corpora, loaded
from bench.table import Row, p95, set_up, settle_in, show

if TYPE_CHECKING:
    from wagtail.models import Site

SLOW_MS = 500.0
AGAIN = 2  # times a slow question is asked anew
TOLD = 1_000  # questions between two lines of progress
HONEST = (
    *("", "đăng ký khai sinh", "thur tujc dat dai", "không thấy đâu cả zzz", "luật đất đai"),
    *("giấy phép tháng 1 năm 2015", "ngày 30/01/2015", "zzzz 30/01/2015", '"luật" -đất'),
)


class Run:
    """Asks question after question and keeps how long each took and what went wrong."""

    def __init__(self, site: Site, mirror: Mirror | None, every: int) -> None:
        self.site, self.mirror, self.every = site, mirror, every
        self.spent: list[float] = []
        self.errors = self.slow = self.marked = 0

    def ask(self, numbers: Iterable[int]) -> None:
        for done, number in enumerate(numbers, 1):
            self._time(number)
            if self.mirror and number % self.every == 0:
                self._look(number)
            if done % TOLD == 0:
                said = f"{done:,} asked, {self.errors} errors, {self.slow} slow, {self.marked} with markup"
                print(said, file=sys.stderr, flush=True)

    def rows(self) -> list[Row]:
        return [
            Row("hostile questions", len(self.spent), ""),
            Row("p50", median(self.spent), "ms"),
            Row("p95", p95(self.spent), "ms"),
            Row("slowest", max(self.spent), "ms", SLOW_MS),
            Row("slower than they may be", self.slow, "", 0),
            Row("errors", self.errors, "", 0),
            Row("shown as markup", self.marked, "", 0),
        ]

    def _time(self, number: int) -> None:
        text = question(number)
        try:
            best = self._once(text)
            for _turn in range(AGAIN if best > SLOW_MS else 0):
                best = min(best, self._once(text))
        except Exception as error:  # noqa: BLE001 whatever it is, the others are asked too
            self.errors += 1
            _tell(number, f"{type(error).__name__}: {error}")
            return
        self.spent.append(best)
        if best > SLOW_MS:
            self.slow += 1
            _tell(number, f"{best:.0f} ms")

    def _once(self, text: str) -> float:
        started = time.perf_counter()
        answer(self.site, text)
        return (time.perf_counter() - started) * 1000

    def _look(self, number: int) -> None:
        faults = self.mirror.faults(number) if self.mirror else []
        self.marked += bool(faults)
        for fault in faults:
            _tell(number, fault)


def answer(site: Site, text: str) -> str:
    """All that is made of a question: the first page with its snippets, and what is offered while typing."""
    import search
    from search.completion import titles_like
    from search.suggesting import numbers_like

    found = search.find(search.Query(text, site))
    titles_like(text, site, 8)
    numbers_like(text, site, 4)
    return "".join(hit.title + hit.snippet.html for hit in found.hits)


def _tell(number: int, fault: str) -> None:
    print(f"question {number}: {fault} {question(number)[:80]!r}", file=sys.stderr, flush=True)


def measure(site: Site, numbers: Iterable[int], every: int) -> list[Row]:
    """The figures for the questions of these numbers; every so-many-th is asked by address as well."""
    from django.test import Client

    run = Run(site, Mirror(Client(raise_request_exception=False), HONEST) if every else None, every)
    settle_in()
    run.ask(numbers)
    return run.rows()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add_corpora(parser)
    add_option(parser)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first question")
    parser.add_argument("--pages", type=int, default=50, help="every so-many-th by address, 0 for none")
    options = parser.parse_args()
    set_up(options.database_url)
    from django.test import override_settings

    numbers = range(options.first, options.first + options.count)
    with (
        loaded(options.corpus, options.documents) as site,
        answering(options.engine),
        override_settings(ALLOWED_HOSTS=["*"]),
    ):
        rows = measure(site, numbers, options.pages)
    show(rows)


if __name__ == "__main__":
    main()
