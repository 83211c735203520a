"""Wagtail's way into the end of the chain; it imports this module while its own models are being built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wagtail.models import WorkflowState


def publish_approved(state: WorkflowState, user: Any = None) -> None:
    """See `editorial.chain.finishing.publish`."""
    from editorial.chain import finishing

    finishing.publish(state, user)
