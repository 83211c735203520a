"""A draft is saved: by whom, whether its text changed, and whether it may change now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from editorial import guard, trail
from editorial.chain import deciders, explain, hands
from editorial.chain.digest import digest_of, digest_of_content
from editorial.chain.refusals import ChangeRefused
from editorial.models.decisions import Action, Decision
from editorial.models.stages import StageKind

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage

ONE_SITTING = timedelta(minutes=15)


def note(page: EditorialPage, user: Any) -> None:
    """Keeps that `user` changes the text of `page`. Raises `ChangeRefused` when it is not theirs to change.

    A change without a user is the program's own, an import say; at a stage the digest tells of it.
    """
    if user is None or guard.is_warranted():
        return
    before, now = digest_before(page), digest_of(page)
    if before == now:
        return
    state = deciders.open_state(page)
    if state is not None:
        if state.stage.kind == StageKind.PUBLISH or not deciders.holds(page, user):
            raise ChangeRefused(explain.lock(page, user), page.pk)
        reroute(page, state)
    hands.note_change(page.pk, user)
    if not goes_on(page, user):
        trail.record(page, Action.EDITED, user=user, stage=state.task.name if state else "", digest=now)


def goes_on(page: EditorialPage, user: Any) -> bool:
    """Whether `user` has only gone on writing: drafts save themselves every few moments."""
    last = Decision.objects.on(page.pk).last()
    is_same = last is not None and last.action == Action.EDITED and last.user_id == user.pk
    return is_same and timezone.now() - last.at < ONE_SITTING


def digest_before(page: EditorialPage) -> str:
    """The digest of the draft as it was saved last, "" for a new page."""
    revision = page.latest_revision
    return digest_of_content(revision.content) if revision else ""


def reroute(page: EditorialPage, state: Any) -> None:
    """A page that is given to another unit while at a stage is decided about for that unit."""
    if page.unit_id != state.unit_id:
        state.unit_id = page.unit_id
        state.save(update_fields=["unit"])
