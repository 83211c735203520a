"""Links that lead nowhere: to pages outside that are gone, to pages of ours that no visitor can read."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.base import Check, Finding
from editorial.checks.subject import Subject
from editorial.models.outside_links import OutsideLink


class Links(Check):
    slug = "links"
    label = gettext_lazy("Links")

    def find(self, subject: Subject) -> Iterator[Finding]:
        for link in OutsideLink.objects.of(subject.addresses).exclude(problem="").order_by("url"):
            message = _("This link leads nowhere: %(why)s.") % {"why": link.get_problem_display()}
            yield self.finding(message, _("Link"), link.problem, excerpt=link.url)
        for number in subject.linked_drafts:
            message = _("Visitors cannot read page no. %(number)s, to which the text links.")
            yield self.finding(message % {"number": number}, _("Link"), "draft")
