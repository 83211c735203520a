"""Who decides about a page now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from editorial.chain import hands, work
from editorial.chain.lines import Level, line
from editorial.chain.register import register_of
from editorial.chain.turns import NOBODY, Barred, Deciders, free, hands_in
from editorial.models.stages import Hand, StageTask, StageTaskState

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


def deciders_of(state: StageTaskState) -> Deciders:
    """Who may decide at the stage now: the first level of the line with somebody whose hands are free."""
    return deciders_among(state, barred_from(state))


def deciders_among(state: StageTaskState, barred: Barred) -> Deciders:
    return among(state, line_of(state), barred)


def among(state: StageTaskState, levels: Iterable[Level], barred: Barred) -> Deciders:
    if state.taken_by_id is None:
        return free(levels, barred)
    levels = list(levels)
    return taker(state, levels, barred) or free(levels, barred)


def deciders_of_each(states: Iterable[StageTaskState]) -> dict[int, Deciders]:
    """The same for many open states by their numbers, in a constant number of queries.

    A state that came to a place where nothing stood a moment ago is left out.
    """
    states = list(states)
    turns, apart = dict(work.turns_in_use()), work.turns_apart()
    found = {
        state.pk: apart.get(state.pk) or turns[place]
        for state in states
        if (place := work.place_of(state)) in turns
    }
    return found | among_each([state for state in states if state.taken_by_id and state.pk in found])


def among_each(states: list[StageTaskState]) -> dict[int, Deciders]:
    if not states:
        return {}
    hands = hands_in(Hand.objects.filter(page__in={state.page_id for state in states}))
    spots = {state: work.spots_in_use()[work.place_of(state)] for state in states}
    return {
        state.pk: among(state, spot.line(), hands[state.page_id].all if spot.stage.four_eyes else NOBODY)
        for state, spot in spots.items()
    }


def taker(state: StageTaskState, levels: list[Level], barred: Barred) -> Deciders | None:
    """Who took the page at the desk, while that account still works there and has no hand in the text."""
    seats = [seat for level in levels for seat in level if seat.user == state.taken_by_id]
    fit = [seat for seat in seats if not barred.bars(seat)]
    return Deciders(tuple(fit[:1]), 0) if fit else None


def line_of(state: StageTaskState, stage: StageTask | None = None) -> Iterator[Level]:
    """The line at the stage of `state`, or at another `stage` for the same page."""
    return line(stage or state.stage, register_of(state.site_id), state.unit_id, state.path)


def barred_from(state: StageTaskState) -> Barred:
    """Whom four eyes keep from deciding."""
    return state.hands.all if state.stage.four_eyes else NOBODY


def holders_of(state: StageTaskState) -> Deciders:
    """Who holds the stage: as `deciders_of`, with those who corrected the text there, who may pass it on."""
    return deciders_among(state, state.hands.wrote if state.stage.four_eyes else NOBODY)


def holds(page: EditorialPage, user: Any) -> bool:
    """Whether `user` holds the stage `page` stands in: may change its text there, decide or pass it on.

    Lists ask for every row; only for what the account itself corrected does a row cost a query.
    """
    if page.pk in work.pages_waiting_for(user):
        return True
    if page.pk not in hands.corrected_by(user):
        return False
    state = open_state(page)
    return state is not None and user.pk in holders_of(state).users


def open_state(page: EditorialPage) -> StageTaskState | None:
    """The stage `page` stands in, if any."""
    states = StageTaskState.objects.open().filter(page=page.pk, workflow_state__status="in_progress")
    return states.select_related("task", "section", "page", "workflow_state").first()
