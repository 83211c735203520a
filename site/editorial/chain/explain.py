"""Sentences that tell an official how a page stands in its chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.template.defaultfilters import date as shown
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from agency.models import User
from editorial import trail
from editorial.chain import deciders, turns
from editorial.models.stages import Hand, StageTaskState

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


def moment(when: Any) -> str:
    return shown(localtime(when), "H:i d/m/Y")


def names(users: set[int]) -> str:
    """The names of these accounts, as the register has them."""
    return ", ".join(sorted(names_of(users).values()))


def names_of(users: set[int]) -> dict[int, str]:
    shown = ("username", "first_name", "last_name", "person__full_name")
    rows = User.objects.filter(pk__in=users).select_related("person").only(*shown)
    return {row.pk: trail.name_of(getattr(row, "person", None), row) for row in rows}


def lock(page: EditorialPage, user: Any) -> str:
    """Why the text cannot be changed now."""
    state = deciders.open_state(page)
    if state is None:
        return ""
    values = {"stage": state.task.name, "names": whose_turn(state)}
    return _("The text is at the stage “%(stage)s” and can be changed there only by %(names)s.") % values


def whose_turn(state: StageTaskState) -> str:
    """The names of those whose turn it is."""
    return names(deciders.deciders_of(state).users) or _("nobody: tell the administrator")


def warning(state: StageTaskState, now: turns.Deciders | None = None) -> str:
    """What is unusual about who decides; "" when the holder of the post does."""
    now = now or deciders.deciders_of(state)
    if not now.seats:
        return _(
            "Nobody can decide at the stage “%(stage)s”. Fill the post in the register, or delegate."
        ) % {"stage": state.task.name}
    if not now.stand_in:
        return ""
    first = next(deciders.line_of(state))
    if not first:
        text = _("Nobody holds the post at this stage, so %(names)s decides in its place.")
    else:
        text = _("Who holds the post wrote or changed the text, so %(names)s decides in their place.")
    return text % {"names": names(now.users)}


def not_yours(state: StageTaskState, user: User) -> str:
    """Why `user` may not decide."""
    if Hand.objects.filter(page=state.page_id, user=user).exists():
        return _("You wrote or changed this text, so somebody else decides about it: %(names)s.") % {
            "names": whose_turn(state)
        }
    return _("At the stage “%(stage)s” it is the turn of %(names)s.") % {
        "stage": state.task.name,
        "names": whose_turn(state),
    }


def nobody_later(state: StageTaskState) -> str:
    return _(
        "You changed the text and no later stage has another person to read it. "
        "Your changes are kept; %(names)s decides now."
    ) % {"names": whose_turn(state)}


def decided(state: StageTaskState) -> str:
    """What has become of a stage somebody wanted to decide."""
    who = trail.name_of(trail.person_of(state.finished_by), state.finished_by)
    if not state.finished_at:
        return _("The text is no longer at this stage.")
    return _("This stage was decided by %(name)s at %(when)s; your decision was not needed.") % {
        "name": who or _("somebody"),
        "when": moment(state.finished_at),
    }
