"""What has its hour goes public and out at that hour, each page for itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from editorial import trail
from editorial.models import Action, EditorialPage

LATE_AFTER = timedelta(minutes=10)


def due_revisions(now: datetime) -> list[int]:
    rows = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    return list(rows.values_list("pk", flat=True))


def due_expiries(now: datetime) -> list[int]:
    rows = Page.objects.filter(live=True, expire_at__lte=now).order_by("expire_at", "pk")
    return list(rows.values_list("pk", flat=True))


def run(now: datetime) -> Iterator[str]:
    """Takes down and publishes what is due; says in a line what became of each. Safe to run twice at once."""
    lines = [(take_down, pk) for pk in due_expiries(now)] + [(publish, pk) for pk in due_revisions(now)]
    for deed, pk in lines:
        if line := deed(pk, now):
            yield line


@transaction.atomic
def take_down(pk: int, now: datetime) -> str:
    page = Page.objects.select_for_update().filter(pk=pk, live=True, expire_at__lte=now).first()
    if page is None:
        return ""
    page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return _("taken down: %(title)s") % {"title": page.title}


def publish(pk: int, now: datetime) -> str:
    """What the guard refuses stays a draft without its hour; the trail says why."""
    try:
        return publish_now(pk, now)
    except ValidationError as refusal:
        return refused(pk, " ".join(refusal.messages))


@transaction.atomic
def publish_now(pk: int, now: datetime) -> str:
    revision = Revision.objects.select_for_update().filter(pk=pk, approved_go_live_at__lte=now).first()
    if revision is None:
        return ""
    revision.publish(log_action="wagtail.publish.scheduled")
    return _("published: %(title)s") % {"title": revision.object_str}


@transaction.atomic
def refused(pk: int, reasons: str) -> str:
    revision = Revision.objects.get(pk=pk)
    Revision.objects.filter(pk=pk).update(approved_go_live_at=None)
    page = EditorialPage.objects.filter(pk=revision.object_id).first()
    if page:
        trail.record(page.specific, Action.UNSCHEDULED, comment=reasons, revision=pk)
    return _("not published: %(title)s: %(why)s") % {"title": revision.object_str, "why": reasons}


def is_late() -> bool:
    """Whether something should have gone public or out a good while ago: nobody runs `publish_due`."""
    then = timezone.now() - LATE_AFTER
    return bool(due_revisions(then) or due_expiries(then))
