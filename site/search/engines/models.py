"""What is kept of the search server: which changes it has still to be told, and whether it is in step."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import models
from django.db.models import Exists
from django.utils import timezone

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Change(models.Model):
    """An entry of which the search server has still to be told, in the order of the numbers; see `outbox`."""

    entry_id = models.BigIntegerField()
    made = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.pk}: {self.entry_id}"


class SearchServer(models.Model):
    """One row about the server, written by those who tell it and read with every question.

    `whole` says that the server holds all but the changes that wait. `failures` are those in a row; it is not
    tried again before `next_try`. One process at a time writes to the server, it has until `claimed_until`.
    """

    whole = models.BooleanField(default=False)
    failures = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(default=LONG_AGO)
    claimed_until = models.DateTimeField(default=LONG_AGO)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{'whole' if self.whole else 'not whole'}, {self.failures} failures"

    @classmethod
    def current(cls) -> SearchServer:
        return cls.objects.filter(pk=1).first() or cls(pk=1)

    @classmethod
    def is_in_step(cls) -> bool:
        """Whether the server may answer: it was there when last told, and no change waits; one statement."""
        sound = cls.objects.filter(pk=1, whole=True, failures=0)
        return sound.exclude(Exists(Change.objects.all())).exists()
