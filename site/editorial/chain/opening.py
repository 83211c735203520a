"""A page comes to a stage: which one it is, whether it is left out, and until when it is to be decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.models import Task, TaskState
from wagtail.signals import task_submitted

from agency import working_hours
from assets import drafts
from editorial import guard, trail
from editorial.chain import hands
from editorial.chain.chains import chain_of
from editorial.chain.digest import digest_of
from editorial.chain.texts import text_of
from editorial.models.decisions import Action
from editorial.models.sections import SectionPage
from editorial.models.stages import StageTask, StageTaskState

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from editorial.models.pages import EditorialPage


def start(stage: StageTask, flow: WorkflowState, user: Any) -> TaskState:
    """Opens `stage` for the page of `flow`, or the first stage again when a returned text was changed.

    Raises `SubmissionRefused` while the text cannot be sent.
    """
    page = text_of(int(flow.object_id))
    if arrives(flow):
        return arrive(stage, flow, page, user)
    return put(stage, flow, page, user)


def arrives(flow: WorkflowState) -> bool:
    """Whether the page comes from its writers, not from a stage before."""
    last = flow.current_task_state
    return last is None or last.status == TaskState.STATUS_REJECTED


def arrive(stage: StageTask, flow: WorkflowState, page: EditorialPage, user: Any) -> TaskState:
    guard.check_submission(page)
    returned = StageTaskState.objects.filter(workflow_state=flow, status="rejected").order_by("pk").last()
    again = returned is not None
    hands.note_writers(page, user)
    if not again:
        hands.keep_as_writers(page.pk)
    digest = digest_of(page)
    changed = again and (digest != returned.digest or drafts.were_changed(page, returned.finished_at))
    trail.record(
        page,
        Action.RESUBMITTED if again else Action.SUBMITTED,
        user=user,
        digest=digest,
        revision=page.latest_revision_id,
        data={"changed": changed},
    )
    if changed and not resumes(page):
        flow.successful_task_states.update(status=TaskState.STATUS_CANCELLED)
    first = flow.get_next_task()
    return put(
        first.specific if isinstance(first, Task) and first.pk != stage.pk else stage, flow, page, user
    )


def resumes(page: EditorialPage) -> bool:
    chain = chain_of(page)
    return chain is not None and chain.resumes


def put(stage: StageTask, flow: WorkflowState, page: EditorialPage, user: Any) -> TaskState:
    """The state of `page` at `stage`: open, or skipped where the stage is switched off."""
    if not isinstance(stage, StageTask):
        return Task.start(stage, flow, user)
    state = StageTaskState(
        workflow_state=flow,
        task=stage,
        revision=page.latest_revision,
        digest=digest_of(page),
        **place(page),
    )
    state.stage = stage
    state.due_at = working_hours.add(timezone.now(), stage.term_hours, site=state.site)
    if is_off(stage, page):
        skip(state, page)
    state.save()
    task_submitted.send(sender=StageTaskState, instance=state, user=user)
    return state


def place(page: EditorialPage) -> dict[str, Any]:
    """What routes the page: its portal, its unit and its section."""
    section = SectionPage.objects.ancestor_of(page).order_by("-depth").only("path").first()
    return {"page": page, "site": page.get_site(), "unit": page.unit, "section": section}


def is_off(stage: StageTask, page: EditorialPage) -> bool:
    """Whether the stage is switched off for the unit or the genre of `page`."""
    by_unit = page.unit_id and stage.off_for_units.filter(pk=page.unit_id).exists()
    return bool(by_unit or (page.genre_id and stage.off_for_genres.filter(pk=page.genre_id).exists()))


def skip(state: StageTaskState, page: EditorialPage) -> None:
    state.status = TaskState.STATUS_SKIPPED
    state.finished_at = timezone.now()
    trail.record(page, Action.SKIPPED, stage=state.task.name, digest=state.digest)
