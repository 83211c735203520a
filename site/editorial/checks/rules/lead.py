"""One or two sentences that say what the text is about (K14)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.base import Check, Finding
from editorial.checks.subject import Subject

LONGEST = 400


class Lead(Check):
    slug = "lead"
    label = gettext_lazy("Lead sentences")

    def find(self, subject: Subject) -> Iterator[Finding]:
        summary = subject.page.summary.strip()
        if not summary and subject.page.genre_id:
            yield self.finding(
                _("Write one or two sentences that say what it is about."), subject.label("summary")
            )
        elif len(summary) > LONGEST:
            message = _("The summary is longer than %(most)s characters. Shorten it.") % {"most": LONGEST}
            yield self.finding(message, subject.label("summary"))
