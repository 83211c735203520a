"""The roads out of the public that call no `save()` of ours, and changes beside a page (decision 7)."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Revision, WorkflowState
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from agency.models import Unit
from assets import usage
from assets.models import FileKind, FileReading, FileUse
from assets.reading import finished
from editorial import guard, publication
from editorial.chain import changing
from editorial.checks import files
from editorial.models import EditorialPage, Field, FileFindings, Genre, Withdrawal


def on_unpublished(instance: Page, **kwargs: Any) -> None:
    publication.withdraw([instance.pk])


def on_published(instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    if instance.live and revision is not None and isinstance(instance, EditorialPage):
        publication.unseal(instance, revision)
        Withdrawal.objects.filter(page=instance.pk).delete()


def on_page_deleted(instance: Page, **kwargs: Any) -> None:
    publication.withdraw([instance.pk])


def on_moved(instance: Page, **kwargs: Any) -> None:
    publication.refresh_tree(instance)


def on_moved_at_a_stage(instance: Page, **kwargs: Any) -> None:
    changing.rehouse(instance)


def on_draft_moved(instance: Page, **kwargs: Any) -> None:
    """A page that was never public leaves no address behind that would lead to it."""
    if not instance.live and instance.first_published_at is None:
        left = Redirect.objects.filter(redirect_page=instance.pk, automatically_created=True)
        transaction.on_commit(left.delete)


def on_restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    publication.refresh_tree(instance.page)


def on_renamed(instance: Unit | Field | Genre, created: bool = False, **kwargs: Any) -> None:
    if not created:
        publication.refresh_later(pages_about(instance))


def on_text_read(reading: FileReading, **kwargs: Any) -> None:
    """What a file says is searched by the gates, and belongs to the entries of the pages that use it."""
    FileFindings.objects.filter(reading=reading).delete()
    transaction.on_commit(partial(files.look_ahead.enqueue, reading.pk))
    documents = reading.documents.values("pk")
    uses = FileUse.objects.filter(
        kind=FileKind.DOCUMENT, file_id__in=documents, owner_type=usage.owner_type(Page)
    )
    publication.refresh_later(EditorialPage.objects.live().filter(pk__in=uses.values("owner_id")))


def pages_about(instance: Unit | Field | Genre) -> QuerySet[EditorialPage]:
    """The live pages whose entry names the unit, field or genre."""
    relation = {Unit: "unit", Field: "fields_of_work", Genre: "genre"}[type(instance)]
    return EditorialPage.objects.live().filter(**{relation: instance})


def before_sending_again(instance: WorkflowState, **kwargs: Any) -> None:
    """Wagtail takes a returned page back step by step: what keeps it out is said before the first."""
    returned = WorkflowState.objects.filter(pk=instance.pk, status=WorkflowState.STATUS_NEEDS_CHANGES)
    if instance.status != WorkflowState.STATUS_IN_PROGRESS or not returned.exists():
        return
    page = instance.content_object.specific
    if isinstance(page, EditorialPage):
        guard.check_submission(page.get_latest_revision_as_object())


def connect() -> None:
    pre_save.connect(before_sending_again, sender=WorkflowState)
    page_published.connect(on_published)
    page_unpublished.connect(on_unpublished)
    post_delete.connect(on_page_deleted, sender=Page)
    post_page_move.connect(on_moved)
    post_page_move.connect(on_moved_at_a_stage)
    post_page_move.connect(on_draft_moved)
    page_slug_changed.connect(on_moved)
    post_save.connect(on_restriction, sender=PageViewRestriction)
    post_delete.connect(on_restriction, sender=PageViewRestriction)
    finished.connect(on_text_read)
    for model in (Unit, Field, Genre):
        post_save.connect(on_renamed, sender=model)
