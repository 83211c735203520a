"""Reads the text of documents: each content once, in a queued job, in a process that cannot harm the portal.

`texts_of`, `texts_in`, `unread` and `needs_eyes` are what the chain of approval asks.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Left, Length
from django.dispatch import Signal
from django.utils import timezone
from django_tasks import task

from assets.extraction import recognition
from assets.extraction.legacy import missing
from assets.limited import Unreadable, answer_for, pages_of
from assets.models import CustomDocument
from assets.page_texts import DocumentText, FileReading, Reason

__all__ = ["Unreadable", "finished", "needs_eyes", "pages_of", "texts_in", "texts_of", "unread"]

logger = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)
# A file may be on its way to the other storage root; after so many tries it is gone.
TRIES_FOR_LOST_FILE = 3
LONGEST_EXCERPT = 600
# Sent with `reading`, a `FileReading` that was settled, inside the transaction.
finished = Signal()


def texts_of(documents: Iterable[CustomDocument]) -> dict[int, list[str]]:
    """The text of each document page by page, by its key; an empty list for what has no text. Two queries."""
    readings = dict(_keys(documents).values_list("pk", "reading_id"))
    pages = texts_in(set(readings.values()) - {None})
    return {pk: list(pages.get(reading, ())) for pk, reading in readings.items()}


def texts_in(readings: set[int]) -> dict[int, list[str]]:
    """The text of each reading page by page, by its key. One query."""
    pages: dict[int, list[str]] = {reading: [] for reading in readings}
    for reading, text in DocumentText.objects.filter(reading__in=readings).values_list("reading_id", "text"):
        pages[reading].append(text)
    return pages


def unread(documents: Iterable[CustomDocument]) -> list[CustomDocument]:
    """The documents whose file waits to be read. One query."""
    settled = (FileReading.Status.READ, FileReading.Status.SCAN, FileReading.Status.UNREADABLE)
    return list(_keys(documents).exclude(reading__status__in=settled).order_by("pk"))


def needs_eyes(documents: Iterable[CustomDocument]) -> list[CustomDocument]:
    """The documents somebody must read: scans without text and files no machine can read. One query.

    `document.reading` says why (`describe`), and `document.reading.digest` what exactly was looked at.
    """
    states = (FileReading.Status.SCAN, FileReading.Status.UNREADABLE)
    return list(_keys(documents).filter(reading__status__in=states).select_related("reading").order_by("pk"))


def with_what_was_read(documents: Iterable[CustomDocument]) -> QuerySet[CustomDocument]:
    """The documents with the number of `characters` found in each, and an `excerpt`. One query."""
    texts = DocumentText.objects.filter(reading=OuterRef("reading")).order_by("page")
    begins = texts.exclude(text="").annotate(begin=Left("text", LONGEST_EXCERPT)).values("begin")[:1]
    return (
        _keys(documents)
        .select_related("reading")
        .annotate(characters=Sum(Length("reading__texts__text"), default=0), excerpt=Subquery(begins))
        .order_by("pk")
    )


def _keys(documents: Iterable[CustomDocument]):
    return CustomDocument.objects.filter(pk__in=[document.pk for document in documents])


def request(document: CustomDocument) -> None:
    """Queues the reading of the document's file on commit, unless it was read before."""
    if document.reading and document.reading.status == FileReading.Status.WAITING:
        transaction.on_commit(partial(read.enqueue, document.reading.pk))


def read_now(documents: Iterable[CustomDocument]) -> None:
    """Reads here and now what waits, for an operator's command that publishes at once."""
    for document in unread(documents):
        if document.reading or adopt(document):
            attempt(FileReading.objects.get(documents=document))


@task()
def read(reading_id: int) -> None:
    """Reads one content that waits."""
    row = FileReading.objects.waiting().filter(pk=reading_id).first()
    if row:
        attempt(row)


def attempt(row: FileReading) -> bool:
    """Whether the reading is settled. One that failed for want of the file is tried again later."""
    document = row.documents.first()
    if document is None:
        row.delete()
        return True
    try:
        answer = answer_for(document.file, document.file.name)
    except Unreadable as error:
        settle(row, partial(FileReading.refuse, reason=error.reason))
    except Exception as error:  # noqa: BLE001 (each storage fails in its own way)
        return put_off(row, error)
    else:
        settle(row, partial(FileReading.keep, answer=answer))
    return True


def settle(row: FileReading, write: Callable[[FileReading], None]) -> None:
    """Writes the outcome, unless another worker was quicker."""
    with transaction.atomic():
        waiting = FileReading.objects.select_for_update().waiting().filter(pk=row.pk).first()
        if waiting:
            write(waiting)
            finished.send(FileReading, reading=waiting)


def put_off(row: FileReading, error: Exception) -> bool:
    """Tries again after a pause that grows; a file that stays away is noted as lost, which settles it."""
    logger.warning("file %s could not be opened: %s", row, error)
    if isinstance(error, FileNotFoundError) and row.tries + 1 >= TRIES_FOR_LOST_FILE:
        settle(row, partial(FileReading.refuse, reason=Reason.LOST))
        return True
    row.next_try = timezone.now() + min(FIRST_PAUSE * 2 ** min(row.tries, 12), LONGEST_PAUSE)
    row.tries += 1
    row.save(update_fields=["tries", "next_try"])
    if read.get_backend().supports_defer:
        read.using(run_after=row.next_try).enqueue(row.pk)
    return False


def without_reading() -> QuerySet[CustomDocument]:
    """Documents that were there before, or came in past the forms."""
    return CustomDocument.objects.filter(reading=None).order_by("pk")


def adopt(document: CustomDocument) -> bool:
    """Gives a document without one its reading; `False` when its file cannot be opened now."""
    try:
        with document.open_file() as content:
            reading = FileReading.objects.of(content)
    except Exception as error:  # noqa: BLE001 (each storage fails in its own way)
        logger.warning("document %s could not be opened: %s", document.pk, error)
        return False
    CustomDocument.objects.filter(pk=document.pk, reading=None).update(reading=reading)
    return True


def readable_again() -> QuerySet[FileReading]:
    """Readings that wanted for a program, once it is there."""
    reasons = [] if missing() else [Reason.TOOL_MISSING]
    reasons += [Reason.SCAN_TOOL_MISSING] if recognition.available() else []
    return FileReading.objects.filter(reason__in=reasons)


def read_again(document: CustomDocument) -> bool:
    """Queues another reading of the document's file; `False` when it waits already or cannot be opened."""
    if document.reading is None and not adopt(document):
        return False
    again = FileReading.objects.filter(documents=document)
    if document.reading and not again.exclude(status=FileReading.Status.WAITING).read_anew():
        return False
    transaction.on_commit(partial(read.enqueue, again.get().pk))
    return True
