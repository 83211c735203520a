"""How an approved page goes live (decision 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from editorial.guard import PublicationRefused

if TYPE_CHECKING:
    # Wagtail imports this module while its own models are being built.
    from wagtail.models import WorkflowState


def approved_revision_id(state: WorkflowState) -> int | None:
    """The revision the last deciding stage approved."""
    approved = state.task_states.filter(status="approved").order_by("-finished_at", "-pk")
    return approved.values_list("revision_id", flat=True).first()


def publish_approved(state: WorkflowState, user: Any = None) -> None:
    """Publishes exactly what the last stage approved; the chain, not the approver's rights, allows it.

    Raises `PublicationRefused` when the text changed after the approval.
    """
    revision = state.content_object.get_latest_revision()
    if revision.pk != approved_revision_id(state):
        raise PublicationRefused(
            _("The text changed after it was approved. Send it through moderation again.")
        )
    revision.publish(user=user, skip_permission_checks=True)
