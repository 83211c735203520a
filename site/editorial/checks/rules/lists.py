"""A list of persons leaves the public on a day that is set before it is published (domain 6.4)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks import personal
from editorial.checks.base import Check, Finding, Level
from editorial.checks.searching import search
from editorial.checks.subject import Subject

ENOUGH = 5


class Lists(Check):
    """Reads what the gate of personal data has found already."""

    slug = "lists"
    label = gettext_lazy("End date of a list of persons")
    level = Level.BLOCKING
    before_sending = False

    def find(self, subject: Subject) -> Iterator[Finding]:
        if subject.page.expire_at:
            return
        found = search(personal.find, personal.CHECK, subject)
        if sum(1 for finding in found if finding.blocking) >= ENOUGH:
            message = _(
                "This looks like a list of persons. Set the day on which it leaves the public (“Expiry”)."
            )
            yield self.finding(message)
