"""Attachments whose words no machine has seen (C17): not read yet, or to be read by a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assets import reading
from assets.models import FileReading
from editorial.checks.base import Check, Finding, Level
from editorial.checks.subject import Subject, file_place


class UnreadFiles(Check):
    """A file is read in the background after its upload; until then nobody knows what it says."""

    slug = "unread"
    label = gettext_lazy("Attachments not read yet")
    level = Level.BLOCKING
    gate = True
    before_sending = False

    def find(self, subject: Subject) -> Iterator[Finding]:
        for document in reading.unread(subject.documents):
            message = _("The file is still being read. Wait a few minutes, then publish.")
            yield Finding(self.slug, self.slug, "", True, file_place(document), message)


class FilesToLookAt(Check):
    """Scans and files no machine can read: a person reads them and answers for what they say."""

    slug = "scanned"
    label = gettext_lazy("Attachments a person has to read")
    level = Level.BLOCKING
    gate = cleared = True

    def find(self, subject: Subject) -> Iterator[Finding]:
        for document in reading.needs_eyes(subject.documents):
            if document.reading:
                yield self.to_look_at(document.reading, file_place(document))

    def to_look_at(self, file: FileReading, place: str) -> Finding:
        todo = _("Read the file yourself; it must hold no state secret and no personal data.")
        message = f"{file.describe().rstrip('.')}. {todo}"
        return Finding(self.slug, file.status, "", True, place, message, file.digest)
