"""What was read in the files of documents: once for each content, however many documents share it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.core.files.base import File
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from assets.extraction.answer import Answer


class Reason(models.TextChoices):
    """Why a file cannot be read, with what to do. The values are those `assets.extraction` answers with."""

    ENCRYPTED = "encrypted", _("the file has a password. Remove it and upload the file again.")
    BROKEN = "broken", _("the file is broken. Open it on your machine, save it again and upload it anew.")
    TOO_BIG = "too-big", _("the file is too big. Split it, or save it smaller, and upload it again.")
    TOO_MANY_PAGES = "too-many-pages", _("the file has too many pages. Split it and upload the parts.")
    TIMEOUT = "timeout", _("reading took too long. Save the file as PDF and upload it again.")
    WRONG_TYPE = "wrong-type", _("files of this kind hold no text the portal can read. Upload PDF or DOCX.")
    TOOL_MISSING = (
        "tool-missing",
        _("the server has no program for this old format. Save the file as DOCX or PDF and upload it again."),
    )
    SCAN_TOOL_MISSING = (
        "scan-tool-missing",
        _("the server has no program that makes out scans. Ask the operator to install Tesseract."),
    )
    PAGES_LEFT = (
        "pages-left",
        _("some scans took too long or are too big. Split the file, or scan it at 200 dpi."),
    )
    LOST = "lost", _("the file is no longer in the storage. Upload it again.")


class FileReadingQuerySet(models.QuerySet["FileReading"]):
    def of(self, content: File) -> FileReading:
        """The reading of this content, a new one if it was never seen. Leaves `content` at its beginning."""
        return self.get_or_create(digest=digest_of(content))[0]

    def waiting(self) -> FileReadingQuerySet:
        return self.filter(status=FileReading.Status.WAITING)

    def read_anew(self) -> int:
        """Puts these readings back among the waiting; returns how many."""
        return self.update(status=FileReading.Status.WAITING, reason="", tries=0, next_try=timezone.now())


class FileReading(models.Model):
    """Whether and how far the content with this digest was read."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("Not read yet")
        READ = "read", _("Read")
        SCAN = "scan", _("A scan, without a text layer")
        UNREADABLE = "unreadable", _("Cannot be read")

    digest = models.CharField(max_length=64, unique=True)  # SHA-256
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING, db_index=True)
    reason = models.CharField(max_length=20, choices=Reason, blank=True)
    pages = models.PositiveIntegerField(default=0)
    scans = models.PositiveIntegerField(default=0)  # pages that are pictures without text
    recognised = models.PositiveIntegerField(default=0)  # scans whose text the machine made out
    read_at = models.DateTimeField(null=True)
    tries = models.PositiveIntegerField(default=0)
    next_try = models.DateTimeField(default=timezone.now)

    objects = FileReadingQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.digest[:12]}: {self.status}"

    @property
    def needs_eyes(self) -> bool:
        """Whether somebody must read the file, because the machine could not read all of it."""
        return self.status in (self.Status.SCAN, self.Status.UNREADABLE)

    def describe(self) -> str:
        """The state in words, with what to do."""
        if self.status == self.Status.UNREADABLE:
            return _("Cannot be read: %(reason)s") % {"reason": self.get_reason_display()}
        if self.status == self.Status.SCAN:
            return ". ".join(self.describe_scan())
        if self.status == self.Status.READ:
            return ngettext("%(count)s page read", "%(count)s pages read", self.pages) % {"count": self.pages}
        return self.get_status_display()

    def describe_scan(self) -> Iterator[str]:
        if self.scans < self.pages:
            counts = {"scans": self.scans, "pages": self.pages}
            yield _("%(scans)s of %(pages)s pages are scans, without a text layer") % counts
        else:
            yield self.get_status_display()
        if self.recognised:
            yield ngettext(
                "The machine made out the text of %(count)s page, with errors",
                "The machine made out the text of %(count)s pages, with errors",
                self.recognised,
            ) % {"count": self.recognised}
        if self.reason:
            yield _("Not all was made out: %(reason)s") % {"reason": self.get_reason_display()}

    @property
    def way(self) -> str:
        """How the text was found, in words."""
        if not self.recognised:
            return str(_("from the file itself"))
        if self.recognised < self.pages:
            return str(_("from the file itself, and made out on scanned pages, with errors"))
        return str(_("made out on scanned pages, with errors"))

    def keep(self, answer: Answer) -> None:
        """Stores what was read, in place of what was there."""
        self.texts.all().delete()
        made_out = set(answer.recognised)
        rows = [
            DocumentText(reading=self, page=number, text=clean(text), recognised=number in made_out)
            for number, text in enumerate(answer.pages, 1)
        ]
        DocumentText.objects.bulk_create(rows, batch_size=200)
        self.pages, self.scans, self.recognised = len(answer.pages), len(answer.scans), len(made_out)
        self.finish(self.Status.SCAN if answer.scans else self.Status.READ, answer.left)

    def refuse(self, reason: str) -> None:
        self.texts.all().delete()
        self.pages = self.scans = self.recognised = 0
        self.finish(self.Status.UNREADABLE, reason)

    def finish(self, status: str, reason: str = "") -> None:
        self.status, self.reason, self.read_at = status, reason, timezone.now()
        self.tries += 1
        self.save()


class DocumentText(models.Model):
    """The text of one page of a file, counted from 1."""

    wagtail_reference_index_ignore = True

    reading = models.ForeignKey(FileReading, models.CASCADE, related_name="texts")
    page = models.PositiveIntegerField()
    text = models.TextField()
    recognised = models.BooleanField(default=False)  # made out on a picture, with errors

    class Meta:
        unique_together = (("reading", "page"),)
        ordering = ["reading", "page"]

    def __str__(self) -> str:
        return f"{self.reading_id}: {self.page}"


def digest_of(content: File) -> str:
    """SHA-256, because content made to share another's SHA-1 would pass as read."""
    content.seek(0)
    digest = hashlib.sha256()
    for chunk in content.chunks():
        digest.update(chunk)
    content.seek(0)
    return digest.hexdigest()


def clean(text: str) -> str:
    """Without the characters a database refuses: NUL, and halves of surrogate pairs."""
    return text.replace("\0", "").encode(errors="replace").decode()
