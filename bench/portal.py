"""Speed and size of a portal that grows: imports, publishing, pages, memory.

    python -m bench.portal --corpus FOLDER [--every N] [--database FILE]

FOLDER holds `procedures.jsonl.gz`, `documents.jsonl.gz`, `news.jsonl.gz` and `questions_answers.jsonl`. Rows
of all four are mixed evenly, so that the first thousand and the last hold the same kinds of pages. Everything
happens in a database that is made anew, in a temporary folder unless FILE says where to keep it.
"""

from __future__ import annotations

import argparse
import heapq
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from bench.table import Row, empty_view, set_up, show
from bench.worker import worker_memory

if TYPE_CHECKING:
    from wagtail.models import Page

EARLY, PORTION, TURNS = 500, 1000, 30
GROWTH, MEMORY_MB, WORKER_MB = 1.2, 400, 200
FRONT_QUERIES, DETAIL_QUERIES, PAGE_CPU_MS = 25, 15, 20
REQUESTS = 1_000


def measure(corpus: Path, every: int = 1) -> list[Row]:
    """All figures; Django is set up on an empty database."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("setup_portal", name="Ủy ban nhân dân xã", host="localhost", stdout=StringIO())
    spent: list[float] = []
    early = 0.0
    for number, cost in enumerate(imported(corpus, every), start=1):
        spent.append(cost)
        if number == EARLY:
            early = publishing()
    late = publishing()
    portion = min(PORTION, len(spent) // 2)
    first, last = sum(spent[:portion]), sum(spent[-portion:])
    return [
        Row("rows imported", len(spent), ""),
        Row("import", sum(spent), "s"),
        Row(f"first {portion} rows, each", first / portion * 1000, "ms"),
        Row(f"last {portion} rows, each", last / portion * 1000, "ms"),
        Row("last to first", last / first, "", GROWTH),
        Row("peak memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", MEMORY_MB),
        Row(f"publishing at {EARLY} pages", early * 1000, "ms"),
        Row(f"publishing at {len(spent)} pages", late * 1000, "ms"),
        Row("late to early", late / early if early else 0, "", GROWTH),
        *pages(),
        *empty_view(),
        Row(f"worker after {REQUESTS} requests", worker_memory(visited(), REQUESTS), "MB", WORKER_MB),
    ]


def imported(corpus: Path, every: int) -> Iterator[float]:
    """Loads every N-th row of the four files, mixed; the seconds each took."""
    for importer, row in mixed(corpus, every):
        started = time.process_time()
        result = importer.load(row)
        yield time.process_time() - started
        if result.outcome == "refused":
            print(f"refused: {result.number} {result.field} {result.reason}", file=sys.stderr)


def mixed(corpus: Path, every: int) -> Iterator[tuple[Any, Any]]:
    """Pairs *(importer, row)* in an even mixture; no file is held whole."""
    files = [placed(importer, corpus / name, every) for importer, name in importers()]
    return ((importer, row) for _share, importer, row in heapq.merge(*files, key=lambda place: place[0]))


def placed(importer: Any, path: Path, every: int) -> Iterator[tuple[float, Any, Any]]:
    """Every N-th row with its share of the way through the file."""
    from editorial.imports import reading

    total = sum(1 for _row in reading.read(path))
    for index, row in enumerate(islice(reading.read(path), 0, None, every)):
        yield index * every / total, importer, row


def importers() -> list[tuple[Any, str]]:
    from docs.imports import DocumentMapping
    from docs.models import DocumentListPage
    from editorial.imports.engine import Importer
    from editorial.models import SectionPage
    from news.imports import ArticleMapping
    from procedures.imports import ProcedureMapping
    from procedures.models import ProcedureListPage
    from questions.imports import AnswerMapping
    from questions.models import AnswerListPage

    shelves: list[tuple[Any, Any, str]] = [
        (ProcedureMapping(), ProcedureListPage.objects.get(), "procedures.jsonl.gz"),
        (DocumentMapping(), DocumentListPage.objects.get(slug="van-ban"), "documents.jsonl.gz"),
        (ArticleMapping(), SectionPage.objects.get(slug="kinh-te"), "news.jsonl.gz"),
        (AnswerMapping(), AnswerListPage.objects.get(), "questions_answers.jsonl"),
    ]
    return [(Importer(mapping, parent, None, publish=True), name) for mapping, parent, name in shelves]


def publishing() -> float:
    """Seconds of CPU to publish a change of one article, the median of many turns."""
    from news.models import ArticlePage

    page = ArticlePage.objects.live().first()

    def publish() -> None:
        page.save_revision().publish(skip_permission_checks=True)

    return cpu(publish)


def cpu(action: Callable[[], object]) -> float:
    action()
    spent = []
    for _turn in range(TURNS):
        started = time.process_time()
        action()
        spent.append(time.process_time() - started)
    return median(spent)


def pages() -> Iterator[Row]:
    """Queries and CPU of each kind of page as a visitor asks for it."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    for name, url, queries in addresses():
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url).status_code == 200, url
        limit = PAGE_CPU_MS if queries else None
        yield Row(f"{name}, queries", len(asked), "", queries)
        yield Row(f"{name}, CPU", cpu(lambda url=url: client.get(url)) * 1000, "ms", limit)


def addresses() -> list[tuple[str, str, int | None]]:
    from docs.models import DocumentPage
    from news.models import ArticlePage
    from procedures.models import ProcedurePage
    from questions.models import AnswerPage

    details = (("article", ArticlePage), ("procedure", ProcedurePage), ("document", DocumentPage))
    found: list[tuple[str, str, int | None]] = [("front page", "/", FRONT_QUERIES)]
    found += [(name, middle(model).url, DETAIL_QUERIES) for name, model in (*details, ("answer", AnswerPage))]
    lists = (("list of procedures", "/thu-tuc-hanh-chinh/"), ("list of documents", "/van-ban/"))
    return [*found, *((name, url, None) for name, url in lists), ("search", "/tim-kiem/?q=khai+sinh", None)]


def visited() -> list[str]:
    """Addresses of everything, so that a worker meets all it can: details, lists, feeds, searches."""
    from wagtail.models import Page

    some = Page.objects.live().filter(depth__gt=2).order_by("slug")[:200]
    words = ("dat dai", "khai sinh", "nghị định", "15/2020/NĐ-CP")
    searches = [f"/tim-kiem/?{urlencode({'q': word, 'page': page})}" for word in words for page in (1, 2)]
    lists = ["/", "/sitemap.xml", "/so-do-trang/", "/thu-tuc-hanh-chinh/", "/van-ban/?page=3"]
    return [*lists, *searches, *(page.url for page in some)]


def middle(model: Any) -> Page:
    pages = model.objects.live().order_by("pk")
    return pages[pages.count() // 2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="take every N-th row of each file")
    parser.add_argument("--database", type=Path, help="a new SQLite file to keep")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_up(f"sqlite:///{options.database or folder + '/bench.sqlite3'}")
        show(measure(options.corpus, options.every))


if __name__ == "__main__":
    main()
