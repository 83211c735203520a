"""Who wrote it: without a name nobody is thanked or asked (K14)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.base import Check, Finding
from editorial.checks.subject import Subject


class Credits(Check):
    slug = "credits"
    label = gettext_lazy("Author and contributing unit")

    def find(self, subject: Subject) -> Iterator[Finding]:
        page = subject.page
        if page.genre_id and not page.author_id and not page.credits.all():
            yield self.finding(
                _("Name the author or who is credited with the text."), subject.label("author")
            )
        if not page.unit_id:
            yield self.finding(_("Choose the contributing unit."), subject.label("unit"))
