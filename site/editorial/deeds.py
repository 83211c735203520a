"""What Wagtail and Django tell of becomes entries of the trail: one ear for every road (decision 9, V18).

Wagtail writes its own log at the end of every action, whoever calls it: the editor, a bulk action, a command.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from wagtail.log_actions import get_active_log_context
from wagtail.models import PageLogEntry

from editorial import guard, trail
from editorial.chain.digest import digest_of
from editorial.models import Delegation, EditorialPage
from editorial.models.decisions import Action, Decision

DEEDS = {
    "wagtail.publish": Action.PUBLISHED,
    "wagtail.publish.schedule": Action.SCHEDULED,
    "wagtail.publish.scheduled": Action.PUBLISHED,
    "wagtail.schedule.cancel": Action.UNSCHEDULED,
    "wagtail.unpublish": Action.UNPUBLISHED,
    "wagtail.unpublish.scheduled": Action.UNPUBLISHED,
    "wagtail.move": Action.MOVED,
    "wagtail.copy": Action.COPIED,
    "wagtail.create_alias": Action.ALIASED,
    "wagtail.convert_alias": Action.UNALIASED,
    "wagtail.delete": Action.DELETED,
    "wagtail.lock": Action.LOCKED,
    "wagtail.unlock": Action.UNLOCKED,
    "wagtail.view_restriction.create": Action.PRIVACY,
    "wagtail.view_restriction.edit": Action.PRIVACY,
    "wagtail.view_restriction.delete": Action.OPENED,
    "wagtail.workflow.cancel": Action.CANCELLED,
}

ENDING = (Action.REFUSED, Action.FORCED)
"""What takes a text out of the chain by itself, and says so."""


def on_log(instance: PageLogEntry, created: bool, **kwargs: Any) -> None:
    """Keeps what Wagtail has just logged of a page of ours."""
    action = DEEDS.get(instance.action)
    if action is None or not created:
        return
    page = EditorialPage.objects.filter(pk=instance.page_id).first()
    if page is not None:
        keep(instance, page.specific, action)


def keep(entry: PageLogEntry, page: EditorialPage, action: Action) -> None:
    text = text_of(entry, page)
    digest = digest_of(text)
    if is_told(entry, page, digest):
        return
    trail.record(
        page,
        action,
        user=entry.user,
        digest=digest,
        revision=entry.revision_id,
        comment=words(entry.data or {}),
        data={"log": entry.action},
    )


def text_of(entry: PageLogEntry, page: EditorialPage) -> EditorialPage:
    """The text the entry is about: of its revision, else what is stored."""
    return entry.revision.as_object() if entry.revision else page


def is_told(entry: PageLogEntry, page: EditorialPage, digest: str) -> bool:
    """Whether the chain has written this itself; only the chain grants what a chain binds (decision 8)."""
    if entry.action == "wagtail.publish":
        return guard.granted(page.pk) == digest
    if entry.action == "wagtail.publish.schedule":
        return guard.needs_approval(page)
    if entry.action == "wagtail.workflow.cancel":
        last = Decision.objects.on(page.pk).last()
        return last is not None and last.action in ENDING and last.user_id == entry.user_id
    return False


def words(data: dict[str, Any]) -> str:
    """From where to where, until when, or who may read it, as Wagtail's log has it."""
    places = [place["title"] for place in (data.get("source"), data.get("destination")) if place]
    hour = parse_datetime(str((data.get("revision") or {}).get("go_live_at") or ""))
    said = [
        " → ".join(places),
        (data.get("restriction") or {}).get("title", ""),
        date_format(timezone.localtime(hour), "H:i d/m/Y") if hour else "",
    ]
    return " ".join(filter(None, said))


def on_delegation(instance: Delegation, **kwargs: Any) -> None:
    """A delegation is made or changed; one that ended says so by its dates."""
    told = Decision.objects.filter(action__in=DELEGATING, data__delegation=instance.pk).first()
    now = terms(instance)
    if told is not None and told.data == now:
        return
    has_ended = bool(instance.valid_to and instance.valid_to < timezone.localdate())
    changed = Action.DELEGATION_ENDED if has_ended else Action.DELEGATION_CHANGED
    tell_delegation(instance, changed if told else Action.DELEGATED, now)


def on_delegation_removed(instance: Delegation, **kwargs: Any) -> None:
    tell_delegation(instance, Action.DELEGATION_ENDED, terms(instance))


DELEGATING = (Action.DELEGATED, Action.DELEGATION_CHANGED, Action.DELEGATION_ENDED)


def terms(delegation: Delegation) -> dict[str, Any]:
    """What a delegation says: two of them are the same when this is."""
    days = (delegation.valid_from, delegation.valid_to)
    return {
        "delegation": delegation.pk,
        "giver": delegation.giver_id,
        "receiver": delegation.receiver_id,
        "stage": delegation.stage_id,
        "basis": delegation.basis,
        "days": [day.isoformat() if day else "" for day in days],
    }


def tell_delegation(delegation: Delegation, action: Action, said: dict[str, Any]) -> None:
    """An entry about no page: from whom to whom, on what basis, for which stage and days."""
    unit = delegation.giver.unit
    trail.record(
        None,
        action,
        user=get_active_log_context().user,
        on_behalf_of=delegation.giver,
        title=str(delegation),
        unit=unit,
        unit_name=unit.name if unit else "",
        stage=delegation.stage.name if delegation.stage else "",
        reason=delegation.basis,
        comment=" – ".join(
            date_format(day, "d/m/Y") for day in (delegation.valid_from, delegation.valid_to) if day
        ),
        data=said,
    )


def connect() -> None:
    listeners: list[tuple[Any, Any, type[Model]]] = [
        (post_save, on_log, PageLogEntry),
        (post_save, on_delegation, Delegation),
        (post_delete, on_delegation_removed, Delegation),
    ]
    for signal, listener, model in listeners:
        signal.connect(listener, sender=model)
