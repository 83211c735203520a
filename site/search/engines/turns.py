"""Who may write to the search server: one process at a time, and after a failure nobody for a while."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from search.engines.models import LONG_AGO, SearchServer

LEASE = timedelta(minutes=2)  # longer than a request may take: who is silent for so long is dead
FIRST_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(minutes=5)

logger = logging.getLogger(__name__)


class Away(Exception):
    """The server does not answer, or does not take what it is told."""


class Lost(Away):
    """The server answers, but has no index of ours: it was restarted empty, or is new."""


class Busy(Exception):
    """Another process writes to the server just now."""


class Turn:
    """The right to write to the server until `until`."""

    def __init__(self, until: datetime) -> None:
        self.until = until

    def keep(self) -> None:
        """Prolongs it. Raises `Busy` when it has gone to another process meanwhile."""
        until = timezone.now() + LEASE
        self._write(claimed_until=until)
        self.until = until

    def succeeded(self, **state: Any) -> None:
        """Gives it back; the server answers."""
        if SearchServer.current().failures:
            logger.info("The search server answers again")
        self._write(failures=0, next_try=LONG_AGO, claimed_until=LONG_AGO, **state)

    def failed(self, error: Away) -> None:
        """Gives it back; the next try waits twice as long as the last."""
        server = SearchServer.current()
        if not server.failures:
            logger.warning("The search server cannot be told, the database answers: %s", error)
        self._write(
            failures=server.failures + 1,
            next_try=timezone.now() + pause_after(server.failures + 1),
            claimed_until=LONG_AGO,
            whole=server.whole and not isinstance(error, Lost),
        )

    def _write(self, **values: Any) -> None:
        if not SearchServer.objects.filter(pk=1, claimed_until=self.until).update(**values):
            raise Busy


@contextmanager
def turn() -> Iterator[Turn]:
    """The turn to write; how it ends is kept. Raises `Busy`, and what is raised inside."""
    SearchServer.objects.get_or_create(pk=1)
    now = timezone.now()
    mine = Turn(now + LEASE)
    if not SearchServer.objects.filter(pk=1, claimed_until__lte=now).update(claimed_until=mine.until):
        raise Busy
    try:
        yield mine
    except Away as error:
        mine.failed(error)
        raise
    mine.succeeded()


def pause_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row: 15, 30 … seconds, at most five minutes."""
    return min(FIRST_PAUSE * 2 ** min(failures - 1, 10), LONGEST_PAUSE)
