"""The terms of open stages follow the calendar and the hours of the agency."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django_tasks import task

from agency import working_hours
from agency.models import CalendarDay, WorkingHours
from editorial.models.stages import StageTask, StageTaskState


def recount_later(**kwargs: Any) -> None:
    transaction.on_commit(recount.enqueue)


@task()
def recount() -> None:
    """Counts every open term anew; one decided meanwhile stays as it was."""
    stages = StageTask.objects.in_bulk()
    for state in StageTaskState.objects.open().select_related("site"):
        due = working_hours.add(state.started_at, stages[state.task_id].term_hours, site=state.site)
        if due != state.due_at:
            StageTaskState.objects.open().filter(pk=state.pk).update(due_at=due)


def connect() -> None:
    for model in (CalendarDay, WorkingHours):
        post_save.connect(recount_later, sender=model)
        post_delete.connect(recount_later, sender=model)
