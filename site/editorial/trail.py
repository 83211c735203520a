"""The one place that writes the trail (decision 9)."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from agency.models import Holding, Person, User
from editorial.models.decisions import Action, Channel, Decision

if TYPE_CHECKING:
    from editorial.models import EditorialPage

_origin: ContextVar[str | None] = ContextVar("origin", default=None)
PREFIX = {4: 24, 6: 48}


def remember_origin(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Middleware: keeps from where the request comes, for the entries written while it is answered."""

    def middleware(request: HttpRequest) -> HttpResponse:
        token = _origin.set(shortened(request.META.get("REMOTE_ADDR", "")))
        try:
            return get_response(request)
        finally:
            _origin.reset(token)

    return middleware


def shortened(address: str) -> str:
    """The network of an address: enough to tell the office from elsewhere, not to follow a person."""
    try:
        version = ipaddress.ip_address(address).version
    except ValueError:
        return ""
    return str(ipaddress.ip_network(f"{address}/{PREFIX[version]}", strict=False))


def record(
    page: EditorialPage | None,
    action: Action | str,
    *,
    user: User | AnonymousUser | None = None,
    person: Person | None = None,
    on_behalf_of: Person | None = None,
    channel: Channel | str | None = None,
    **details: Any,
) -> Decision:
    """Writes one entry with the names of today. `details` are further columns of `Decision`: stage, reason,
    comment, digest, revision, data. Without `channel` it is the administration, outside a request a command.
    """
    account = user if isinstance(user, User) else None
    held = highest_held(person, account)
    person = person or (held.person if held else person_of(account))
    return Decision.objects.create(
        action=action,
        user=account,
        person_name=name_of(person, account),
        post_name=called(held),
        for_name=on_behalf_of.full_name if on_behalf_of else "",
        for_post=post_of(on_behalf_of),
        channel=channel or channel_now(),
        origin=_origin.get() or "",
        **{**snapshot(page), **details},
    )


def channel_now() -> Channel:
    """A request is being answered, or nobody asks: then the program acts by itself."""
    return Channel.COMMAND if _origin.get() is None else Channel.ADMIN


def snapshot(page: EditorialPage | None) -> dict[str, Any]:
    """What the trail keeps of a page for the time when there is none."""
    if page is None:
        return {}
    unit = page.unit
    return {
        "page_id": page.pk,
        "title": page.full_title,
        "address": page.url_path,
        "unit": unit,
        "unit_name": unit.name if unit else "",
    }


def person_of(user: User | None) -> Person | None:
    return Person.objects.filter(user=user).first() if user else None


def name_of(person: Person | None, user: User | None) -> str:
    """The name as the register has it, else as the account has it."""
    if person:
        return person.full_name
    return (user.get_full_name() or user.username) if user else ""


def post_of(person: Person | None) -> str:
    """The highest post the person holds today, with its unit."""
    return called(highest_held(person))


def called(holding: Holding | None) -> str:
    return str(holding.post)[:255] if holding else ""


def highest_held(person: Person | None, user: User | None = None) -> Holding | None:
    """The highest holding of today of `person`, else of who stands behind `user`; its person comes along."""
    if not (person or user):
        return None
    whose = {"person": person} if person else {"person__user": user}
    return Holding.objects.current().filter(**whose).by_rank().first()
