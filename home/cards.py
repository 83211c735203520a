"""People the pages fed from the registers name: post, telephone and office, as those pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from agency.models import Holding
from agency.tree import flatten
from home.models import LeadersPage, OrganisationPage
from search.cards import Card, folded

LONGEST = 12  # words of a question that may hold a name


def person(page: Page, words: str) -> Card | None:
    """The one person of the page whose full name stands in the words asked for."""
    typed = folded(words)
    if len(typed) < 2 or len(typed) > LONGEST:
        return None
    named = {holding.person_id: holding for holding in reversed(shown(page)) if is_named(holding, typed)}
    return card(page, next(iter(named.values()))) if len(named) == 1 else None


def shown(page: Page) -> list[Holding]:
    """Who holds which post, as the page shows it."""
    if isinstance(page, LeadersPage):
        return page.holdings()
    if isinstance(page, OrganisationPage):
        posts = [post for _depth, node in flatten(page.nodes()) for post in node.posts]
        return [holding for post in posts for holding in post.holdings]
    return []


def is_named(holding: Holding, typed: list[str]) -> bool:
    name = folded(holding.person.full_name)
    return len(name) > 1 and f" {' '.join(name)} " in f" {' '.join(typed)} "


def card(page: Page, holding: Holding) -> Card:
    """The chart shows units' telephones only, so a person's own comes from the page of leaders alone."""
    unit, who = holding.post.unit, holding.person
    own = isinstance(page, LeadersPage)
    reach = who.phone if own else unit.phone if getattr(page, "with_contacts", False) else ""
    facts = [
        {"label": _("Post"), "value": holding.post.name},
        {"label": _("Telephone"), "value": reach, "url": telephone(reach)},
        {"label": _("Unit"), "value": unit.name, "note": unit.address if not own and reach else ""},
    ]
    url = page.get_url() + (f"#person-{who.pk}" if own else f"#unit-{unit.pk}")
    return Card(who.full_name, url, told(facts), (_("See post and duties"), url), page.title)


def told(facts: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [fact for fact in facts if fact["value"]]


def telephone(number: str) -> str:
    return "tel:" + "".join(sign for sign in number if sign.isdecimal() or sign == "+")
