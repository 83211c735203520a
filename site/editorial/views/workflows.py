"""Switching stages off, as a whole or not at all."""

from __future__ import annotations

from django.db import transaction
from wagtail.admin.views.workflows import Disable


class DisableWorkflowView(Disable):
    """Wagtail takes the pages out of the stages before it saves: a refusal undoes that."""

    @transaction.atomic
    def delete_action(self) -> None:
        super().delete_action()
