"""A title that fits the lists and says something (K14)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.base import Check, Finding
from editorial.checks.subject import Subject

LONGEST = 120


class Title(Check):
    slug = "title"
    label = gettext_lazy("Length of the title")

    def find(self, subject: Subject) -> Iterator[Finding]:
        title = subject.page.title
        if len(title) > LONGEST:
            message = _("The title has %(count)s characters; lists cut it after about %(most)s. Shorten it.")
            yield self.finding(message % {"count": len(title), "most": LONGEST}, subject.label("title"))
        elif title.isupper():
            message = _("Write the title in ordinary letters; capitals are hard to read.")
            yield self.finding(message, subject.label("title"))
