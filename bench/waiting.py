"""Many pages that wait at a stage, as fast as a database takes rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Max
from wagtail.models import Page, Revision, TaskState, WorkflowState

from editorial.models import Decision, EditorialPage, SectionPage, StageTaskState
from editorial.models.stages import Hand
from news.models import ArticlePage


@transaction.atomic
def repeat(page: ArticlePage, section: SectionPage, times: int) -> None:
    """So many more pages that stand where `page` stands, row by row; none of them is to be opened."""
    state = StageTaskState.objects.open().get(page=page.pk)
    hand = Hand.objects.get(page=page.pk)
    entry = Decision.objects.get(page=page.pk)
    paths = free_paths(page, section)
    for pk in new_keys(Page, times):
        draft, flow, task = (next_key(model) for model in (Revision, WorkflowState, TaskState))
        address = {"path": next(paths), "slug": f"{page.slug}-{pk}", "translation_key": uuid4().hex}
        copy_row(Page, page.pk, id=pk, latest_revision_id=draft, **address)
        copy_row(EditorialPage, page.pk, page_ptr_id=pk)
        copy_row(ArticlePage, page.pk, editorialpage_ptr_id=pk)
        copy_row(
            WorkflowState, state.workflow_state_id, id=flow, object_id=str(pk), current_task_state_id=task
        )
        copy_row(TaskState, state.pk, id=task, workflow_state_id=flow, revision_id=draft)
        copy_row(StageTaskState, state.pk, taskstate_ptr_id=task, page_id=pk)
        copy_row(Revision, state.revision_id, id=draft, object_id=str(pk))
        copy_row(Hand, hand.pk, id=next_key(Hand), page_id=pk)
        copy_row(Decision, entry.pk, id=next_key(Decision), page_id=pk)


def free_paths(page: ArticlePage, section: SectionPage) -> Iterator[str]:
    """The places behind the last page of `section`."""
    section.refresh_from_db()
    last = int(section.get_last_child().path[-page.steplen :], len(page.alphabet))
    while True:
        last += 1
        yield page._get_path(section.path, page.depth, last)


def new_keys(model: Any, count: int) -> range:
    first = next_key(model)
    return range(first, first + count)


def next_key(model: Any) -> int:
    return (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1


def copy_row(model: Any, key: Any, **changes: Any) -> None:
    """Repeats a row in the table of `model` alone, with these columns changed."""
    columns = [field.column for field in model._meta.local_concrete_fields]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join("%s" if name in changes else f'"{name}"' for name in columns)
    given = [changes[name] for name in columns if name in changes]
    table, own = model._meta.db_table, model._meta.pk.column
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" ({names}) SELECT {values} FROM "{table}" WHERE "{own}" = %s',
            [*given, key],
        )
