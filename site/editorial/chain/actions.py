"""What an official does at a stage: approve, pass on, return; at the desk take, assign, refuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Comment, WorkflowState

from agency.models import Person, User
from editorial import trail
from editorial.chain import deciders, explain, hands, turns
from editorial.chain.digest import digest_of
from editorial.chain.lines import Seat
from editorial.chain.refusals import DecisionRefused
from editorial.models.decisions import Action, Channel, Decision
from editorial.models.delegations import ReturnReason
from editorial.models.stages import StageKind, StageTask, StageTaskState

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


@dataclass
class Step:
    """One official at one stage: everything a decision needs to know."""

    state: StageTaskState
    user: User
    seat: Seat
    page: EditorialPage
    digest: str
    corrected: bool
    channel: str = Channel.ADMIN
    comment: str = ""
    reason: str = ""

    def record(self, action: Action, **data: Any) -> Decision:
        """Writes the entry of this step into the trail."""
        giver = Person.objects.filter(pk=self.seat.for_person).first() if self.seat.for_person else None
        return trail.record(
            self.page,
            action,
            user=self.user,
            on_behalf_of=giver,
            channel=self.channel,
            stage=self.state.stage.name,
            digest=self.digest,
            revision=self.page.latest_revision_id,
            comment=self.comment,
            reason=self.reason,
            data={"late": self.state.is_late, **data},
        )


def offered(page: EditorialPage, user: Any) -> list[tuple[str, Any, bool]]:
    """The buttons of `user` in the editor of `page`: name, label, whether a form comes first.

    To assign one chooses somebody, which the page of the decision offers.
    """
    state = deciders.open_state(page)
    if state is None or seat_of(state, user) is None:
        return []
    return [(name, label, True) for name, label in labels(state, user) if name != "assign"]


def labels(state: StageTaskState, user: User) -> list[tuple[str, Any]]:
    stage = state.stage
    back = ("reject", _("Return"))
    if stage.kind == StageKind.PUBLISH:
        return [("approve", _("Publish")), back]
    if has_corrected(state, user) and stage.four_eyes:
        return [("approve", _("Pass on with my corrections")), back]
    if is_desk(state):
        desk = [("assign", _("Assign")), ("refuse", _("Refuse"))]
        take = [] if state.taken_by_id else [("take", _("Take"))]
        return [("approve", _("Pass on")), ("reject", _("Ask for more")), *take, *desk]
    return [("approve", _("Approve")), back]


def decide(
    task_state: Any, user: User, action: str, *, digest: str = "", channel: str = Channel.ADMIN, **given: Any
) -> None:
    """Does `action` for `user` at an open stage, in one transaction; the first of two wins.

    `digest` is that of the text the official has read, when the caller knows it. `given` are `comment`,
    `reason` (a `ReturnReason`, its number or words) and what the action needs besides.
    Raises `DecisionRefused`.
    """
    with transaction.atomic():
        step = begin(task_state, user, digest, channel)
        carry_out(step, action, given)


def carry_out(step: Step, action: str, given: dict[str, Any]) -> Decision:
    """Does `action` and returns its entry in the trail."""
    step.comment = given.pop("comment", "")
    step.reason = reason_of(given.pop("reason", None))
    return ACTIONS[action](step, **given)


def begin(task_state: Any, user: User, digest: str, channel: str) -> Step:
    state = locked(task_state)
    page = state.text()  # before the hands: whoever changed what is read here is among them
    seat = seat_of(state, user)
    if seat is None:
        raise DecisionRefused(explain.not_yours(state, user), state.page_id)
    now = digest_of(page)
    if now != (digest or seen(state, page, user)):
        raise DecisionRefused(
            _("The text was changed after you opened it. Read the new version, then decide."), state.page_id
        )
    return Step(state, user, seat, page, now, has_corrected(state, user), channel)


def seen(state: StageTaskState, page: EditorialPage, user: User) -> str:
    """The digest of the text `user` must have read: what came to the stage, or what they wrote there last."""
    last = page.latest_revision
    return digest_of(page) if last and last.user_id == user.pk else state.digest


def reason_of(given: Any) -> str:
    """The words of a reason from the list, given as such, by its number or as a row."""
    if isinstance(given, ReturnReason):
        return given.name
    if str(given or "").isdigit():
        return getattr(ReturnReason.objects.filter(pk=given).first(), "name", "")
    return given or ""


def locked(task_state: Any) -> StageTaskState:
    """The stage, held for this transaction. Raises `DecisionRefused` when it is decided already."""
    flow = WorkflowState.objects.select_for_update().get(pk=task_state.workflow_state_id)
    state = StageTaskState.objects.select_related("section").get(pk=task_state.pk)
    state.workflow_state, state.task = flow, state.stage
    if flow.current_task_state_id == state.pk:  # what Wagtail goes on from is this object, not its row
        flow.current_task_state = state
    if state.status != StageTaskState.STATUS_IN_PROGRESS:
        raise DecisionRefused(explain.decided(state), state.page_id)
    return state


def seat_of(state: StageTaskState, user: Any) -> Seat | None:
    """The seat by which `user` may act at the stage, if any; who corrected the text keeps it to pass it on.

    Whoever got that seat by delegation does not: it would be the same hand.
    """
    if not getattr(user, "is_active", False):
        return None
    seat = deciders.deciders_of(state).seat_of(user)
    if seat is None and has_corrected(state, user):
        seat = deciders.holders_of(state).seat_of(user)
    return seat


def has_corrected(state: StageTaskState, user: User) -> bool:
    return user.pk in state.hands.all.users


def approve(step: Step, **given: Any) -> Decision:
    """Approves; who corrected the text only passes it on, to somebody else at a later stage."""
    state, stage = step.state, step.state.stage
    corrected = step.corrected and stage.four_eyes and stage.kind != StageKind.PUBLISH
    if corrected and not another_later(state):
        raise DecisionRefused(explain.nobody_later(state), state.page_id)
    state.digest, state.revision, step.reason = step.digest, step.page.latest_revision, ""
    if stage.kind == StageKind.DECIDE and state.hands.changed.users:
        hands.wash(state.page_id, step.user)
    entry = step.record(Action.PASSED_ON if corrected else Action.APPROVED, kind=stage.kind)
    state.approve(user=step.user, comment=step.comment)
    return entry


def another_later(state: StageTaskState) -> bool:
    """Whether somebody else, with no hand in the text, will decide at a later stage."""
    barred = state.hands.all
    return any(turns.free(deciders.line_of(state, stage), barred).seats for stage in later(state))


def later(state: StageTaskState) -> list[StageTask]:
    """The stages still to come at which the text is decided about with four eyes."""
    from editorial.chain.opening import is_off

    done = state.workflow_state.successful_task_states.values("task")
    stages = StageTask.objects.filter(workflow_tasks__workflow=state.workflow_state.workflow, active=True)
    open_ones = stages.exclude(pk__in=done).exclude(pk=state.task_id)
    wanted = open_ones.filter(kind=StageKind.DECIDE, four_eyes=True)
    return [stage for stage in wanted if not is_off(stage, state.page)]


def send_back(step: Step, place: str = "", **given: Any) -> Decision:
    """Returns the text to its writer, with a reason or a comment, on the page or on the field `place`."""
    if not (step.reason or step.comment):
        raise DecisionRefused(_("Say why the text goes back: choose a reason or write a comment."))
    step.state.digest, step.state.revision = step.digest, step.page.latest_revision
    if place:
        mark(step, place)
    entry = step.record(Action.RETURNED, **({"place": place} if place else {}))
    step.state.reject(user=step.user, comment=step.comment or step.reason)
    return entry


def mark(step: Step, place: str) -> None:
    """Puts what is said at the field, where the writer sees it in the editor."""
    said = " – ".join(filter(None, (step.reason, step.comment)))
    Comment.objects.create(page_id=step.page.pk, user=step.user, text=said, contentpath=place)


def take(step: Step, **given: Any) -> Decision:
    """The desk: this official will see to it."""
    return give(step, step.user, Action.TAKEN)


def assign(step: Step, to: Any = None, **given: Any) -> Decision:
    """The desk: gives it to another account that may take it."""
    user = User.objects.filter(pk=to, is_active=True).first() if to else None
    if user is None or user.pk not in desk_of(step.state):
        raise DecisionRefused(_("Choose somebody who works at the desk."), step.state.page_id)
    return give(step, user, Action.ASSIGNED)


def give(step: Step, user: User, action: Action) -> Decision:
    state = step.state
    if not is_desk(state):
        raise DecisionRefused(_("Only the desk takes and assigns."), state.page_id)
    state.taken_by = user
    state.save(update_fields=["taken_by"])
    return step.record(action, to=trail.name_of(trail.person_of(user), user))


def is_desk(state: StageTaskState) -> bool:
    return state.stage.kind == StageKind.DESK


def desk_of(state: StageTaskState) -> set[int]:
    """Everybody in the line of a stage whom four eyes do not bar."""
    barred = deciders.barred_from(state)
    seats = [seat for level in deciders.line_of(state) for seat in level]
    return {seat.user for seat in seats if not barred.bars(seat)}


def refuse(step: Step, **given: Any) -> Decision:
    """The desk does not want the text at all: it leaves the chain and stays a draft."""
    if not is_desk(step.state):
        raise DecisionRefused(_("Only the desk refuses; return the text instead."), step.state.page_id)
    if not (step.reason or step.comment):
        raise DecisionRefused(_("Say why the text is refused: choose a reason or write a comment."))
    entry = step.record(Action.REFUSED)
    step.state.workflow_state.cancel(user=step.user)
    return entry


ACTIONS: dict[str, Callable[..., Decision]] = {
    "approve": approve,
    "reject": send_back,
    "take": take,
    "assign": assign,
    "refuse": refuse,
}
