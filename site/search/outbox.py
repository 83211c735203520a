"""What the search server has still to be told: a row for each change, written with it, told in order, in bulk.

While the server is away the rows wait. A change carries its number as the version of the document, so telling
it again, or after a newer one, changes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from search.engines import feeding
from search.models import Change

PORTION = 200  # changes of one request
LATE = timedelta(seconds=15)  # a change that waits longer: the server is behind, the database answers

logger = logging.getLogger(__name__)


def note(entry_ids: Iterable[int]) -> None:
    """Inside the transaction of the change; told after the commit."""
    if not settings.ELASTICSEARCH_URL:
        return
    Change.objects.bulk_create(Change(entry_id=pk) for pk in entry_ids)
    transaction.on_commit(partial(tell.enqueue))


def is_behind() -> bool:
    """Whether a change waits that visitors should see by now."""
    return Change.objects.filter(made__lt=timezone.now() - LATE).exists()


@task()
def tell() -> None:
    """Tells the server every change that waits; what it does not take stays for the next time."""
    try:
        for _count in tell_all():
            pass
    except feeding.Away as error:
        logger.warning("The search server does not take changes: %s", error)


def tell_all() -> Iterator[int]:
    """Tells every change, yields how many after each portion.

    Raises `feeding.Away` when the server does not answer or refuses a document.
    """
    while changes := list(Change.objects.order_by("pk")[:PORTION]):
        newest = {change.entry_id: change.pk for change in changes}
        feeding.tell(newest)
        Change.objects.filter(pk__lte=changes[-1].pk, entry_id__in=newest).delete()
        yield len(changes)


def forget(before: int) -> None:
    """Drops the changes up to a number: a rebuild has taken them in."""
    Change.objects.filter(pk__lte=before).delete()


def newest() -> int:
    """The number of the newest change, 0 when none waits."""
    row: Any = Change.objects.order_by("-pk").values_list("pk", flat=True).first()
    return row or 0
