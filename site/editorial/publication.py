"""What follows when a page becomes public, changes while public, or leaves the public (decision 7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page, PageViewRestriction, Revision

from assets import drafts, usage
from search import index

if TYPE_CHECKING:
    from editorial.models import Correction, EditorialPage

PORTION = 100


def is_open(page: Page) -> bool:
    """Whether neither the page nor one above it asks for a password, a login or a group."""
    paths = [page.path[:end] for end in range(page.steplen, len(page.path) + 1, page.steplen)]
    return not PageViewRestriction.objects.filter(page__path__in=paths).exists()


def sync(page: EditorialPage) -> None:
    """Makes the index and the files' rights say what `page` is now, inside the caller's transaction."""
    public = page.is_public()
    entry = page.search_entry() if public else None
    if entry:
        index.put(page, entry)
        refresh_on(page.entry_changes_on(), page.pk)
    else:
        index.remove([page.pk])
    usage.record(page, public=public)
    if page.live and not public:
        drafts.note(page, keep=page.has_unpublished_changes)


def refresh_on(day: date | None, page_id: int) -> None:
    """Queues the renewal of an entry for the first moment of `day`, from which it says something else."""
    if day and refresh.get_backend().supports_defer:
        begin = timezone.make_aware(datetime.combine(day, time.min))
        transaction.on_commit(partial(refresh.using(run_after=begin).enqueue, [page_id]))


def seal(page: EditorialPage) -> None:
    """Makes every list know at once whether the newest draft of `page` is restricted.

    A public page keeps its public title in the lists, which also those read who may not read the draft.
    """
    from editorial.models import EditorialPage

    row = EditorialPage.objects.filter(pk=page.pk)
    row.update(restricted=page.restricted)
    if page.live:
        row.filter(live=True).update(draft_title=F("title"))


def unseal(page: EditorialPage, published: Revision) -> None:
    """What was published is restricted no longer, nor is the draft that begins with it."""
    if published.content.get("restricted"):
        published.content["restricted"] = False
        published.save(update_fields=["content"])
    newest = Revision.page_revisions.filter(object_id=str(page.pk)).order_by("-created_at", "-pk").first()
    page.restricted = bool(newest and newest.content.get("restricted"))
    seal(page)


def tell_corrections(page: EditorialPage, corrections: Iterable[Correction]) -> None:
    """Keeps in the trail what readers are told from now on."""
    from editorial import trail
    from editorial.chain.digest import digest_of
    from editorial.models import Action

    for correction in () if page.alias_of_id else corrections:
        digest, revision = digest_of(page), page.live_revision
        user = revision.user if revision else None
        trail.record(
            page,
            Action.CORRECTED,
            user=user,
            digest=digest,
            revision=page.live_revision_id,
            comment=correction.text,
        )


def withdraw(page_ids: Iterable[int]) -> None:
    """Takes pages out of everything a visitor can reach."""
    from editorial.models import EditorialPage

    ids = list(page_ids)
    index.remove(ids)
    usage.forget(EditorialPage, ids)


def refresh_tree(top: Page) -> None:
    """Brings `top` and all below it in step after a move, a new address or a changed restriction.

    What may no longer be read leaves at once; the entries that stay are renewed by a job.
    """
    from editorial.models import EditorialPage

    pages = EditorialPage.objects.descendant_of(top, inclusive=True)
    withdraw(pages.exclude(pk__in=pages.live().public().values("pk")).values_list("pk", flat=True))
    refresh_later(pages.live().public())


def refresh_later(pages: QuerySet[EditorialPage]) -> None:
    """Queues the renewal of these pages' entries, in portions, once the transaction is committed."""
    ids = list(pages.values_list("pk", flat=True))
    for start in range(0, len(ids), PORTION):
        portion = ids[start : start + PORTION]
        transaction.on_commit(partial(refresh.enqueue, portion))


@task()
def refresh(page_ids: list[int]) -> None:
    """Renews the entries and file rights of these pages."""
    from editorial.models import EditorialPage

    for page in EditorialPage.objects.filter(pk__in=page_ids).specific():
        with transaction.atomic():
            sync(page)
