"""Deciding by a link in a mail: for whom it opens, until when, and what the letter says (decision 9)."""

from __future__ import annotations

import re
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agency.models import User
from editorial.chain import actions, explain
from editorial.chain.digest import digest_of
from editorial.chain.refusals import DecisionRefused
from editorial.checks import gate
from editorial.models.decisions import Channel
from editorial.models.letters import Letter
from editorial.models.links import MailLink
from editorial.models.pages import EditorialPage
from editorial.models.stages import StageTaskState

URL_NAME = "editorial_mail_decide"
PLACE = "giai-doan-{number}"
BY_MAIL = ("approve", "reject")


def place_in_letter(state: StageTaskState, user: User) -> str:
    """The address a letter to `user` about `state` is written with: for those with a PIN a place that each
    sending fills with a link of its own, so that no row of the database opens anything.
    """
    if not hasattr(user, "deciding_pin"):
        return reverse("editorial_decide", args=[state.pk])
    return reverse(URL_NAME, args=[PLACE.format(number=state.pk)])


def fill(letter: Letter) -> tuple[str, str]:
    """The text and the HTML of `letter` with a new link in every place for one."""
    pattern = re.escape(reverse(URL_NAME, args=["x"])).replace("x", PLACE.format(number=r"(\d+)"))
    addresses = {number: address_for(letter.recipient, number) for number in re.findall(pattern, letter.text)}

    def put(text: str) -> str:
        return re.sub(pattern, lambda place: addresses[place[1]], text)

    return put(letter.text), put(letter.html)


def address_for(user: User | None, number: str) -> str:
    """A new link for `user` at the stage with this number, where that is allowed; else the administration."""
    state = StageTaskState.objects.open().select_related("page", "workflow_state").filter(pk=number).first()
    if state and user and not why_not(state, user, text := text_of(state)):
        return reverse(URL_NAME, args=[MailLink.issue(user=user, state=state, digest=digest_of(text))])
    return reverse("editorial_decide", args=[number])


def text_of(state: StageTaskState) -> EditorialPage:
    return state.text()


def why_closed(link: MailLink, text: EditorialPage) -> str:
    """Why `link` opens nothing any more, or ""."""
    if link.used_at:
        return _("You decided with this link at %(when)s.") % {"when": explain.moment(link.used_at)}
    if link.state.status != StageTaskState.STATUS_IN_PROGRESS:
        return explain.decided(link.state)
    if link.has_expired:
        return _("This link was valid until %(when)s.") % {"when": explain.moment(link.expires_at)}
    if digest_of(text) != link.digest:
        return _("The text was changed after this letter was sent.")
    return why_not(link.state, link.user, text)


def why_not(state: StageTaskState, user: User, text: EditorialPage) -> str:
    """Why `user` cannot decide about `text` by mail, or ""."""
    if not user.is_active:
        return _("The account is closed.")
    if actions.seat_of(state, user) is None:
        return explain.not_yours(state, user)
    if text.restricted or state.page.restricted or gate.is_flagged(text):
        return _("This text is decided about in the portal only.")
    return ""


def offered(state: StageTaskState, user: User) -> list[tuple[str, Any]]:
    """The two buttons: pass on and send back."""
    return [(name, label) for name, label in actions.labels(state, user) if name in BY_MAIL]


@transaction.atomic
def decide(link: MailLink, action: str, **given: Any) -> None:
    """Decides by `link`, which that uses up. Raises `Refused`; then the link stays as it was."""
    if action not in BY_MAIL or not link.use_up():
        raise DecisionRefused(_("This link has been used."), link.state.page_id)
    actions.decide(link.state, link.user, action, digest=link.digest, channel=Channel.MAIL, **given)
