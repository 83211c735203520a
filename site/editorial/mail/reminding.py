"""Before the term, at the term and after it, in working hours: who is to decide is reminded, then the next
in line is told (C11). Each letter goes once; running this again sends nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.text import format_lazy
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from agency import working_hours
from editorial.chain import deciders, turns
from editorial.mail import notices
from editorial.mail.composing import Words
from editorial.mail.events import accounts, tell_board, tell_turn
from editorial.models import Emergency, StageTaskState
from editorial.models.letters import LetterKind

WARNING_HOURS = 2
"""How long before the term the first letter comes; for a short term half of it."""
PATIENCE_HOURS = 4
"""How long after the term the next in line is told."""
REVIEW_WITHIN = timedelta(days=3)


def pending() -> Iterator[StageTaskState]:
    """Every page that stands at a stage."""
    states = StageTaskState.objects.open().filter(workflow_state__status="in_progress")
    yield from states.select_related("task", "section", "page__unit", "page__author", "site").iterator()


def remind(state: StageTaskState, now: datetime) -> None:
    """Writes what is due about `state`; whose turn it became meanwhile is told first."""
    tell_turn(state)
    if now >= working_hours.add(state.due_at, PATIENCE_HOURS, site=state.site):
        escalate(state)
    elif now >= state.due_at:
        tell(state, LetterKind.AT_TERM, _("The term has come: {title}"))
    elif now >= warned_at(state):
        tell(state, LetterKind.BEFORE_TERM, _("The term is near: {title}"))


def warned_at(state: StageTaskState) -> datetime:
    hours = min(WARNING_HOURS, state.stage.term_hours / 2)
    return working_hours.subtract(state.due_at, hours, site=state.site)


def remind_of_reviews(now: datetime) -> None:
    """Once in a week, what was published in an emergency and is not reviewed yet."""
    week = f"{localtime(now):%G-%V}"
    for emergency in Emergency.objects.unreviewed().select_related("entry", "site"):
        if now - emergency.entry.at > REVIEW_WITHIN:
            tell_board(emergency.site, emergency.entry, key=f"review:{emergency.entry.pk}:{week}")


def tell(state: StageTaskState, kind: LetterKind, subject: Words) -> None:
    for user in accounts(deciders.deciders_of(state).users):
        notices.about_stage(state, user, kind, subject)


def escalate(state: StageTaskState) -> None:
    """The term is over: to who is to decide, and to the next in line, who sees whom to ask."""
    turn = deciders.deciders_of(state)
    late = ", ".join(person.full_name for person in turn.people())
    note = format_lazy(_("Whose turn it is: {names}."), names=late or _("nobody"))
    for user in accounts(turn.users | next_in_line(state, turn)):
        notices.about_stage(state, user, LetterKind.OVERDUE, _("The term is over: {title}"), notes=[note])


def next_in_line(state: StageTaskState, turn: turns.Deciders) -> set[int]:
    """The accounts one step further down, past those whose turn it is."""
    further = list(deciders.line_of(state))[turn.place + 1 :]
    return {seat.user for seat in next((level for level in further if level), ())}
