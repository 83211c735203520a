"""A reprint names where it comes from and by what right (K14; Decree 147/2024/NĐ-CP)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.base import Check, Finding, Level
from editorial.checks.subject import Subject

OWN = ("own", "official")


class Source(Check):
    slug = "source"
    label = gettext_lazy("Source of a reprint")
    level = Level.BLOCKING

    def find(self, subject: Subject) -> Iterator[Finding]:
        page = subject.page
        if page.licence not in OWN and not page.source_name.strip():
            yield self.finding(_("Name the source of the reprint."), subject.label("source_name"))
        if page.licence == "own" and page.source_name.strip():
            message = _("A source is named, but the licence says it is our own work. Correct one of them.")
            yield self.finding(message, subject.label("licence"))
