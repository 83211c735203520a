"""Pages at a stage as an official reads them in a list, in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from editorial.chain.deciders import deciders_of_each
from editorial.chain.explain import names_of
from editorial.chain.turns import Deciders
from editorial.models.decisions import Action, Decision
from editorial.models.stages import StageTaskState

SHOWN = (
    *("status", "finished_at", "due_at", "site", "section", "taken_by", "task__name", "unit__name"),
    *("page__title", "page__draft_title", "page__author__full_name"),
    *("page__owner__username", "page__owner__person__full_name"),
)


@dataclass(frozen=True)
class Row:
    """One page at a stage; `waits_for` are the names of those whose turn it is."""

    state: StageTaskState
    waits_for: str
    warning: str
    returned: Decision | None = None

    @property
    def title(self) -> str:
        return self.state.page.draft_title or self.state.page.title


def shown(states: QuerySet[StageTaskState]) -> QuerySet[StageTaskState]:
    """`states` with what a row shows and no more: all of a page and its people would be most of the cost."""
    return states.select_related("page__author", "page__owner__person", "task", "unit").only(*SHOWN)


def rows_of(states: Iterable[StageTaskState]) -> list[Row]:
    """A row for each; the states come through `shown`."""
    states = list(states)
    turns = deciders_of_each([state for state in states if state.finished_at is None])
    names = names_of({user for turn in turns.values() for user in turn.users})
    returns = returns_of({state.page_id for state in states if state.finished_at})
    return [row_of(state, turns.get(state.pk), names, returns) for state in states]


def row_of(
    state: StageTaskState, turn: Deciders | None, names: dict[int, str], returns: dict[int, Decision]
) -> Row:
    return Row(state, waits_for(turn, names), warning(turn), returns.get(state.page_id))


def waits_for(turn: Deciders | None, names: dict[int, str]) -> str:
    return ", ".join(sorted(names[user] for user in turn.users)) if turn else ""


def warning(turn: Deciders | None) -> str:
    """In a word, what is unusual about who decides; the page itself says more."""
    if turn is None:
        return ""
    if not turn.seats:
        return _("Nobody can decide")
    return _("Decided in somebody's place") if turn.stand_in else ""


def returns_of(pages: set[int]) -> dict[int, Decision]:
    """The newest return of each of these pages."""
    entries = Decision.objects.filter(page__in=pages, action=Action.RETURNED).order_by("at", "pk")
    return {entry.page_id: entry for entry in entries if entry.page_id}
