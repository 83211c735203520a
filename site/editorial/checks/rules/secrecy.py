"""Marks of secrecy in the text and in its attachments (C17)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from editorial.checks import secrecy
from editorial.checks.base import Check, Finding, Level
from editorial.checks.searching import search
from editorial.checks.subject import Subject


class Secrecy(Check):
    slug = secrecy.CHECK
    label = _("Marks of secrecy")
    level = Level.BLOCKING
    gate = cleared = True

    def find(self, subject: Subject) -> Iterable[Finding]:
        return search(secrecy.find, self.slug, subject)
