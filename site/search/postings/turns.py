"""One process at a time makes the blocks anew. It has a lease in the row of `Corpus`, which it prolongs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.utils import timezone

LEASE = timedelta(minutes=5)  # from one sign of life to the next


class Busy(Exception):
    """Another process makes the blocks anew just now."""


class Turn:
    """The right to make the blocks anew until `until`."""

    def __init__(self) -> None:
        self.until = timezone.now()

    def keep(self) -> None:
        """Takes or prolongs it. Raises `Busy` when it is another's."""
        self._move(self.until, timezone.now() + LEASE)

    def give_back(self) -> None:
        self._move(self.until, timezone.now())

    def _move(self, before: datetime, until: datetime) -> None:
        from search.models import Corpus  # its module imports this package

        if not Corpus.objects.filter(pk=1, claimed_until=before).update(claimed_until=until):
            raise Busy
        self.until = until


@contextmanager
def turn() -> Iterator[Turn]:
    """The turn to make the blocks anew. Raises `Busy`, and what is raised inside."""
    from search.models import Corpus

    corpus, _made = Corpus.objects.get_or_create(pk=1)
    mine = Turn()
    if corpus.claimed_until > mine.until:
        raise Busy
    mine.until = corpus.claimed_until
    mine.keep()
    try:
        yield mine
    finally:
        mine.give_back()
