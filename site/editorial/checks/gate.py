"""What the checks say about a page, and what holds it back now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from editorial.checks import personal, rules, secrecy
from editorial.checks.base import Check, Finding, Level
from editorial.checks.subject import Subject
from editorial.models.clearances import CheckRule, Clearance

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage

NAMED = 5


@dataclass(frozen=True)
class Verdict:
    """A finding with what persons said about it."""

    finding: Finding
    check: Check
    words: tuple[Clearance, ...] = ()

    @property
    def is_declared(self) -> bool:
        """Somebody answers for it: enough to send the text."""
        return bool(self.words)

    @property
    def is_cleared(self) -> bool:
        """Somebody who had no hand in the text answers for it: enough to publish."""
        return any(not word.wrote for word in self.words)

    @property
    def holds_back(self) -> bool:
        return self.finding.blocking and not (self.check.cleared and self.is_cleared)

    @property
    def stops_sending(self) -> bool:
        declared = self.check.cleared and self.is_declared
        return self.holds_back and self.check.before_sending and not declared


def checks() -> list[Check]:
    """Every rule of `editorial.checks.rules`, by its name."""
    for module in iter_modules(rules.__path__):
        import_module(f"{rules.__name__}.{module.name}")
    return [Check.known[slug]() for slug in sorted(Check.known)]


def run(page: EditorialPage) -> list[Finding]:
    """What the checks find in the text of `page`, as it stands in memory; the blocking ones first."""
    return [verdict.finding for verdict in verdicts(page)]


def verdicts(page: EditorialPage) -> list[Verdict]:
    """The findings with what persons said about them; those that hold the text back come first."""
    return judged(page, findings(page, levels_for(page)))


def judged(page: EditorialPage, found: Iterable[tuple[Check, Finding]]) -> list[Verdict]:
    found = list(found)
    words: dict[str, list[Clearance]] = defaultdict(list)
    if any(check.cleared for check, _finding in found):
        for word in (
            Clearance.objects.filter(page=page.pk).select_related("user__person").order_by("at", "pk")
        ):
            words[word.mark].append(word)
    all_of_them = [Verdict(finding, check, tuple(words[finding.mark])) for check, finding in found]
    return sorted(all_of_them, key=lambda verdict: not verdict.holds_back)


def findings(page: EditorialPage, levels: dict[str, Level]) -> Iterator[tuple[Check, Finding]]:
    subject = Subject(page)
    for check in checks():
        level = check.level if check.gate else levels.get(check.slug, check.level)
        if level == Level.OFF:
            continue
        for finding in check.find(subject):
            blocking = finding.blocking if check.gate else level == Level.BLOCKING
            yield check, replace(finding, blocking=blocking)


def levels_for(page: EditorialPage) -> dict[str, Level]:
    """The rows of the rule table that hold for the genre of `page`; its own before those for all."""
    rows = CheckRule.objects.filter(Q(genre=None) | Q(genre=page.genre_id))
    general_first = sorted(rows, key=lambda row: row.genre_id is not None)
    return {row.check_slug: Level(row.level) for row in general_first}


def refusals(page: EditorialPage) -> list[str]:
    """Why the text cannot go live now; empty when it can."""
    return sentences([verdict for verdict in verdicts(page) if verdict.holds_back])


def held(page: EditorialPage) -> list[str]:
    """What no road of publishing may pass, whatever the rows of the table say."""
    found = judged(page, findings(page, gates_only()))
    return sentences([verdict for verdict in found if verdict.holds_back])


def is_flagged(page: EditorialPage) -> bool:
    """Whether a gate finds anything in the text, cleared by a second person or not."""
    return any(finding.blocking for _check, finding in findings(page, gates_only()))


def refused_words(text: str) -> list[str]:
    """Why words beside a page, which pass no chain and nobody clears, cannot be shown outside."""
    found = [finding for find in (secrecy.find, personal.find) for finding in find(text) if finding.blocking]
    said = _("“%(excerpt)s”: this looks secret or personal. Say it without that.")
    return list(dict.fromkeys(said % {"excerpt": finding.excerpt} for finding in found))[:NAMED]


def gates_only() -> dict[str, Level]:
    return {check.slug: Level.OFF for check in checks() if not check.gate}


def submission_refusals(page: EditorialPage) -> list[str]:
    """Why the text cannot be sent for approval now: what a second person clears needs the writer's word."""
    return sentences([verdict for verdict in verdicts(page) if verdict.stops_sending])


def sentences(stopped: list[Verdict]) -> list[str]:
    lines = list(dict.fromkeys(sentence(verdict.finding) for verdict in stopped))
    if len(lines) <= NAMED:
        return lines
    more = _("And %(count)s more; see the checks of the page.") % {"count": len(lines) - NAMED}
    return [*lines[:NAMED], more]


def sentence(finding: Finding) -> str:
    said = f"“{finding.excerpt}”: {finding.message}" if finding.excerpt else finding.message
    return f"{finding.where}: {said}" if finding.where else said
