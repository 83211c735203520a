"""The end of the chain: exactly what was approved goes live (decision 8)."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision, TaskState, WorkflowState

from editorial import guard, trail
from editorial.chain import hands
from editorial.chain.digest import digest_of
from editorial.chain.refusals import PublicationRefused
from editorial.chain.texts import text_of
from editorial.models.decisions import Action, Decision
from editorial.models.pages import EditorialPage
from editorial.models.stages import StageKind, StageTask, StageTaskState


def publish(flow: WorkflowState, user: Any = None) -> None:
    """Publishes, or schedules, the text the last stage approved: the chain allows it, not anybody's rights.

    Raises `PublicationRefused` when no stage decided about this text or a gate stops it.
    """
    page = text_of(int(flow.object_id))
    digest = digest_of(page)
    if digest != approved_digest(flow):
        message = _(
            "Nobody has approved this text as it stands. Return it, so that it passes the stages again."
        )
        raise PublicationRefused(message, page.pk)
    guard.check_gates(page)
    grant(page, digest, user)
    Revision.objects.get(pk=page.latest_revision_id).publish(user=user, skip_permission_checks=True)


def grant(page: EditorialPage, digest: str, user: Any) -> None:
    """Writes that the text with this digest may be public, from now or from its hour."""
    ahead = page.go_live_at and page.go_live_at > timezone.now()
    action = Action.SCHEDULED if ahead else Action.PUBLISHED
    trail.record(page, action, user=user, digest=digest, revision=page.latest_revision_id)
    hands.let_go(page.pk)


def approved_digest(flow: WorkflowState) -> str:
    """Of the text that the last deciding stage approved; "" when none did. A publisher changes nothing.

    What was passed on with corrections was approved by nobody, whatever became of the stage after it.
    """
    decided = Decision.objects.on(flow.object_id).filter(action__in=(Action.APPROVED, Action.PASSED_ON))
    last = decided.filter(data__kind=StageKind.DECIDE).last()
    if last is None or last.action == Action.PASSED_ON:
        return ""
    stages = StageTask.objects.filter(kind=StageKind.DECIDE)
    approved = StageTaskState.objects.filter(
        workflow_state=flow, status=TaskState.STATUS_APPROVED, task__in=stages
    )
    return approved.order_by("-finished_at", "-pk").values_list("digest", flat=True).first() or ""
