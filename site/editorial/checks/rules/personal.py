"""Personal data in the text and in its attachments (domain 6.4; Law 91/2025/QH15, art. 16)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from editorial.checks import personal
from editorial.checks.base import Check, Finding, Level
from editorial.checks.searching import search
from editorial.checks.subject import Subject


class Personal(Check):
    slug = personal.CHECK
    label = _("Personal data")
    level = Level.BLOCKING
    gate = cleared = True

    def find(self, subject: Subject) -> Iterable[Finding]:
        return search(personal.find, self.slug, subject)
