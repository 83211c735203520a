"""Questions counted in memory and written now and then, outside every request (decision 18).

Each process has one buffer, written every minute and when it ends; one that is killed loses that minute.
While the database is away the buffer holds on to what it has, up to its bound.
"""

from __future__ import annotations

import atexit
import logging
from collections.abc import Iterable
from datetime import date
from functools import cache
from threading import Event, Lock, Thread
from typing import Any, NamedTuple

from django.conf import settings
from django.db import Error, connection, connections, transaction
from django.utils import timezone
from wagtail.models import Site

from search.learning.words import key

MOST = 5_000  # questions in memory: a minute of any portal; what comes beyond is not counted
PORTION = 100  # rows of one statement

# The total of the newest question counts; what was only opened says none.
UPSERT = """INSERT INTO search_querycount (site_id, day, is_month, words, key, asked, results, opened)
    VALUES {rows} ON CONFLICT (site_id, day, is_month, words) DO UPDATE SET
    asked = search_querycount.asked + excluded.asked, opened = search_querycount.opened + excluded.opened,
    results = CASE WHEN excluded.asked > 0 THEN excluded.results ELSE search_querycount.results END"""

logger = logging.getLogger(__name__)


class Question(NamedTuple):
    """What is counted together."""

    site_id: int
    day: date
    words: str


class Tally(NamedTuple):
    """How often it was asked, what it found last, how often a result was opened."""

    asked: int = 0
    results: int = 0
    opened: int = 0

    def __add__(self, later: Tally) -> Tally:  # type: ignore[override]
        results = later.results if later.asked else self.results
        return Tally(self.asked + later.asked, results, self.opened + later.opened)


class Buffer:
    """Tallies until they are written; safe among threads."""

    def __init__(self) -> None:
        self.tallies: dict[Question, Tally] = {}
        self.lock = Lock()

    def add(self, question: Question, tally: Tally) -> None:
        with self.lock:
            if question in self.tallies or len(self.tallies) < MOST:
                self.tallies[question] = self.tallies.get(question, Tally()) + tally

    def flush(self) -> int:
        """Writes what there is in one transaction; how many questions. Raises what the database raises."""
        with self.lock:
            taken, self.tallies = self.tallies, {}
        try:
            write(taken.items())
        except Error:
            self._take_back(taken)
            raise
        return len(taken)

    def _take_back(self, taken: dict[Question, Tally]) -> None:
        with self.lock:
            newer, self.tallies = self.tallies, taken
        for question, tally in newer.items():
            self.add(question, tally)


def write(tallies: Iterable[tuple[Question, Tally]], *, is_month: bool = False) -> None:
    """Adds to the counts of days or months, in one order: writers at once wait and do not block."""
    sites = set(Site.objects.values_list("pk", flat=True))
    rows = [(*question, tally) for question, tally in sorted(tallies) if question.site_id in sites]
    with transaction.atomic(), connection.cursor() as cursor:
        for start in range(0, len(rows), PORTION):
            portion = rows[start : start + PORTION]
            marks = ", ".join(["(%s, %s, %s, %s, %s, %s, %s, %s)"] * len(portion))
            values = [value for row in portion for value in _columns(*row, is_month)]
            cursor.execute(UPSERT.format(rows=marks), values)


def _columns(site_id: int, day: date, words: str, tally: Tally, is_month: bool) -> tuple[Any, ...]:
    return site_id, connection.ops.adapt_datefield_value(day), is_month, words, key(words), *tally


buffer = Buffer()


def asked(site_id: int, words: str, results: int) -> None:
    """Counts a question that found so many results."""
    _count(site_id, words, Tally(asked=1, results=results))


def opened(site_id: int, words: str) -> None:
    """Counts that somebody followed a result of a question."""
    _count(site_id, words, Tally(opened=1))


def _count(site_id: int, words: str, tally: Tally) -> None:
    buffer.add(Question(site_id, timezone.localdate(), words), tally)
    if settings.SEARCH_COUNTS_EVERY:
        writer()


class Writer(Thread):
    """Writes the buffer now and then, and once more when the process ends."""

    def __init__(self) -> None:
        super().__init__(name="search-counts", daemon=True)
        self.ended = Event()

    def run(self) -> None:
        while not self.ended.wait(settings.SEARCH_COUNTS_EVERY):
            write_or_wait()
        write_or_wait()

    def finish(self) -> None:
        self.ended.set()
        self.join(timeout=10)


@cache
def writer() -> Writer:
    """The one of this process, started with the first count: after a server has split into its workers."""
    started = Writer()
    started.start()
    atexit.register(started.finish)
    return started


def write_or_wait() -> None:
    """Writes, or leaves a line in the log and tries again the next time."""
    try:
        buffer.flush()
    except Error:
        logger.warning("Counts of questions wait for the database", exc_info=True)
    finally:
        connections.close_all()
