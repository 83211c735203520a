"""A draft is saved: by whom, whether its text changed, and whether it may change now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from agency import request_memory
from editorial import guard, trail
from editorial.chain import deciders, explain, hands, opening
from editorial.chain.digest import digest_of, digest_of_content
from editorial.chain.refusals import ChangeRefused
from editorial.models.decisions import Action, Decision
from editorial.models.stages import StageKind, StageTaskState

if TYPE_CHECKING:
    from wagtail.models import Page

    from editorial.models.pages import EditorialPage

ONE_SITTING = timedelta(minutes=15)


@dataclass(frozen=True)
class Change:
    """A new text by `user`, with the digests before and after, made at `stage` if at any."""

    page: EditorialPage
    user: Any
    stage: str
    before: str
    now: str


def note(page: EditorialPage, user: Any) -> Change | None:
    """Keeps that `user` changes the text of `page`. Raises `ChangeRefused` when it is not theirs to change.

    A change without a user is the program's own, an import say; at a stage the digest tells of it.
    """
    if user is None or guard.is_warranted():
        return None
    before, now = digest_before(page), digest_of(page)
    if before == now:
        return None
    state = deciders.open_state(page)
    if state is not None:
        if state.stage.kind == StageKind.PUBLISH or not deciders.holds(page, user):
            raise ChangeRefused(explain.lock(page, user), page.pk)
        reroute(page, state)
    hands.note_change(page.pk, user)
    return Change(page, user, state.task.name if state else "", before, now)


def tell(change: Change, revision: int) -> None:
    """Writes the change into the trail, unless it only goes on in a version already told of.

    Where a sitting ended stands as `before` in the entry of the next change, so no version is missing.
    """
    if goes_on(change, revision):
        return
    trail.record(
        change.page,
        Action.EDITED,
        user=change.user,
        stage=change.stage,
        digest=change.now,
        revision=revision,
        data={"before": change.before},
    )


def goes_on(change: Change, revision: int) -> bool:
    """Whether the same version was only written over: drafts save themselves every few moments."""
    last = Decision.objects.on(change.page.pk).last()
    if last is None or last.action != Action.EDITED or last.revision != revision:
        return False
    return last.user_id == change.user.pk and timezone.now() - last.at < ONE_SITTING


def digest_before(page: EditorialPage) -> str:
    """The digest of the draft as it was saved last, "" for a new page."""
    revision = page.latest_revision
    return digest_of_content(revision.content) if revision else ""


def reroute(page: EditorialPage, state: Any) -> None:
    """A page that is given to another unit while at a stage is decided about for that unit."""
    if page.unit_id != state.unit_id:
        state.unit_id = page.unit_id
        state.save(update_fields=["unit"])


def rehouse(top: Page) -> None:
    """What stands at a stage in the tree of `top`, which was moved, is decided about for its new place.

    Whoever took it sits there no longer; whose turn it is hears of it as the stages are saved.
    """
    request_memory.forget()
    inside = StageTaskState.objects.open().filter(page__path__startswith=top.path)
    for state in inside.select_related("page", "task"):
        place = opening.place(state.text())
        if place["section"] != state.section:
            state.taken_by = None
        state.section, state.site = place["section"], place["site"] or state.site
        state.save(update_fields=["section", "site", "taken_by"])
