"""A notice without its paper: for the genres an agency names, a text carries a file (K14)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.base import Check, Finding, Level
from editorial.checks.subject import Subject


class Attachment(Check):
    """Switched on for a genre by a row of the rule table."""

    slug = "attachment"
    label = gettext_lazy("Attachment")
    level = Level.OFF

    def find(self, subject: Subject) -> Iterator[Finding]:
        if not subject.documents:
            yield self.finding(_("Texts of this genre carry a file. Add it as a block of files."))
