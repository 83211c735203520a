"""What an administrator may not switch off: a stage with pages at it, stages that a chain goes through."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Task, Workflow

from editorial.chain.refusals import Refused
from editorial.models.chains import Chain
from editorial.models.stages import StageTask, StageTaskState


class ArrangementRefused(Refused):
    """Switching it off would move pages on, or leave them without a way to the public."""


def is_switched_off(row: Task | Workflow) -> bool:
    """Whether saving `row` ends what was in use."""
    return not row.active and type(row).objects.filter(pk=row.pk, active=True).exists()


def keep_stage(instance: Task, **kwargs: Any) -> None:
    """Wagtail would take the pages at the stage to the next one, or publish them. Raises `Refused`."""
    if not is_switched_off(instance):
        return
    if waiting := StageTaskState.objects.open().filter(task=instance.pk).count():
        message = ngettext(
            "%(count)d text stands at the stage “%(stage)s”. Have it decided or returned first.",
            "%(count)d texts stand at the stage “%(stage)s”. Have them decided or returned first.",
            waiting,
        )
        raise ArrangementRefused(message % {"count": waiting, "stage": instance.name})


def keep_workflow(instance: Workflow, **kwargs: Any) -> None:
    """Its sections would have no way to the public, and no rule that none is needed. Raises `Refused`."""
    if is_switched_off(instance) and (chain := Chain.objects.filter(workflow=instance.pk).first()):
        message = _("“%(section)s” goes through these stages. Give it other stages or none first.")
        raise ArrangementRefused(message % {"section": chain.section.title})


def connect() -> None:
    for model in (Task, StageTask):
        pre_save.connect(keep_stage, sender=model)
    pre_save.connect(keep_workflow, sender=Workflow)
