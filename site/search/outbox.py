"""What the search server has still to be told: a row for each change, written with it, told in bulk.

While the server is away the rows wait, and the database answers. A change carries its number as the version
of the document, so telling it again, or after a newer one, changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from time import monotonic

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from search.engines.models import Change, SearchServer
from search.engines.turns import Away, Busy, Lost, Turn, turn

PORTION = 200  # changes of one request
PAUSE = 1.0  # seconds in which changes are gathered for one job

_queued_at: list[float] = []


def note(entry_ids: Iterable[int]) -> None:
    """Inside the transaction of the change, which holds the entries; told after the commit."""
    if settings.ELASTICSEARCH_URL:
        Change.objects.bulk_create(Change(entry_id=pk) for pk in entry_ids)
        transaction.on_commit(_queue, robust=True)


@task()
def tell() -> None:
    """Tells the server what waits. What it does not take stays, `feed_search` comes back for it."""
    try:
        deliver()
    except (Away, Busy):
        return  # kept, and said once, by the turn


def deliver(*, at_once: bool = False) -> int:
    """Tells every change that waits; returns how many.

    `at_once` also while the server rests after a failure. Raises `Busy`, `Away`, and `Lost` when the server
    has no index to be told about.
    """
    if not at_once and SearchServer.current().next_try > timezone.now():
        return 0
    with turn() as mine:
        return _tell_all(mine)


def feed(say: Callable[[int], object]) -> int:
    """As `deliver`, and makes the index where it is missing or not whole: for the timer, every minute."""
    from search.engines import rebuilt  # takes a while: not for a portal without a server

    server = SearchServer.current()
    if server.next_try > timezone.now():
        return 0
    if server.whole:
        try:
            return deliver()
        except Lost:
            pass
    rebuilt.rebuild(say)
    return deliver()


def drop() -> None:
    """For a portal without a server: what was to be told is forgotten, a server must be told all anew."""
    SearchServer.objects.filter(whole=True).update(whole=False)
    if Change.objects.exists():
        Change.objects.all().delete()


def _queue() -> None:
    """One job takes all changes of a moment: it begins when the next change would queue another."""
    if not tell.get_backend().supports_defer:
        tell.enqueue()
    elif not _queued_at or monotonic() - _queued_at[0] >= PAUSE:
        _queued_at[:] = [monotonic()]
        tell.using(run_after=timezone.now() + timedelta(seconds=PAUSE)).enqueue()


def _tell_all(mine: Turn) -> int:
    from search.engines import feeding, rebuilt

    rebuilt.require()
    told = 0
    while changes := list(Change.objects.order_by("pk")[:PORTION]):
        feeding.tell({change.entry_id: change.pk for change in changes})
        with transaction.atomic():
            mine.keep()
            Change.objects.filter(pk__in=[change.pk for change in changes]).delete()
        told += len(changes)
    return told
