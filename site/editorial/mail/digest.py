"""The summary of the day: what was kept for it, in one letter, on working days at the hour one chose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from agency.models import User
from agency.working_days import is_working_day
from editorial.mail import letters
from editorial.mail.composing import Words
from editorial.mail.recipients import site_of
from editorial.models.letters import Letter, LetterKind, LetterState, MailChoice


def due(now: datetime) -> Iterator[User]:
    """The accounts whose summary is to be written now."""
    local = timezone.localtime(now)
    waiting = Letter.objects.for_digest().exclude(recipient=None).values("recipient")
    for user in User.objects.filter(pk__in=waiting).select_related("person__unit__site").order_by("pk"):
        if MailChoice.of(user).hour <= local.hour and is_working_day(local.date(), site=site_of(user)):
            yield user


def write_for(user: User, now: datetime) -> Letter | None:
    """Writes the summary of the day for `user`; None when that of today is written or nothing is kept."""
    key = f"digest:{timezone.localdate(now):%Y-%m-%d}"
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        parts = list(Letter.objects.for_digest().filter(recipient=user).order_by("created_at", "pk"))
        if not parts or Letter.objects.filter(recipient=user, key=key).exists():
            return None
        letters.send(user, LetterKind.DIGEST, subject_of(now), "digest", context_of(parts), key=key)
        digest = Letter.objects.filter(recipient=user, key=key).first()
        Letter.objects.filter(pk__in=[part.pk for part in parts], state=LetterState.HELD).update(
            digest=digest
        )
    return digest


def subject_of(now: datetime) -> Words:
    return format_lazy(_("Summary of {day}"), day=f"{timezone.localtime(now):%d/%m/%Y}")


def context_of(parts: list[Letter]) -> dict[str, object]:
    return {"items": parts, "link": reverse("wagtailadmin_home"), "action": _("Open my work")}
