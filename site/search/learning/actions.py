"""What can be done about a question from its row in a report; registered from above too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from wagtail.models import Site

from agency import policy
from search.explanation.view import address_of, may_explain
from search.kinds import Label
from search.learning.models import WantedText
from search.steering.models import Curation, Synonym

UrlFor = Callable[[policy.Account, Site, str], str | None]


@dataclass(frozen=True)
class Action:
    """`url_for(user, site, words)` leads to a form that knows the words; None where the account may not."""

    label: Label
    url_for: UrlFor


_actions: dict[str, Action] = {}


def register_action(name: str, label: Label, url_for: UrlFor) -> None:
    """Offers an action beside every question of a report; the same `name` again takes its place."""
    _actions[name] = Action(label, url_for)


def offered(user: policy.Account, site: Site, words: str) -> list[tuple[Label, str]]:
    """Label and address of what the account may do, in the order of registration."""
    links = ((action.label, action.url_for(user, site, words)) for action in _actions.values())
    return [(label, url) for label, url in links if url]


def synonym(user: policy.Account, site: Site, words: str) -> str | None:
    return _form(user, Synonym, "tim-kiem_tu-dong-nghia", site, words=words)


def curation(user: policy.Account, site: Site, words: str) -> str | None:
    return _form(user, Curation, "tim-kiem_ket-qua-chon", site, wordings=words)


def wanted_text(user: policy.Account, site: Site, words: str) -> str | None:
    return _form(user, WantedText, "tim-kiem_can-viet", site, words=words)


def explained(user: policy.Account, site: Site, words: str) -> str | None:
    """Why the question is answered as it is."""
    return address_of(site, words) if may_explain(user) else None


def _form(user: policy.Account, model: type, prefix: str, site: Site, **values: str) -> str | None:
    """The form of a new row with these values in it."""
    if not policy.may(user, "add", model):
        return None
    query = QueryDict(mutable=True)
    query.update({**values, "site": str(site.pk)})
    return f"{reverse(f'{prefix}_modeladmin_create')}?{query.urlencode()}"
