"""A person answers for what a check found: the writer to send the text, somebody else to publish it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from editorial import permissions, trail
from editorial.chain import deciders
from editorial.chain.digest import digest_of
from editorial.chain.hands import writers
from editorial.checks.base import Finding
from editorial.guard import GRANTS
from editorial.models.clearances import Clearance
from editorial.models.decisions import Action, Decision
from editorial.models.stages import Hand

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


def has_hand(page: EditorialPage, user: Any) -> bool:
    """Whether `user` wrote the text or changed it since somebody else decided."""
    return user.pk in writers(page) or Hand.objects.filter(page=page.pk, user=user.pk).exists()


def wrote(page: EditorialPage, user: Any) -> bool:
    """Whether `user` is no second person: has a hand in the text, or changed it since it was public."""
    told = Decision.objects.on(page.pk)
    edits = told.filter(user=user.pk, action=Action.EDITED)
    if public := told.filter(action__in=GRANTS).last():
        edits = edits.filter(pk__gt=public.pk)
    return has_hand(page, user) or edits.exists()


def may_answer(page: EditorialPage, user: Any) -> bool:
    """Who wrote it, who holds its stage, and who runs the portal or sits on its board."""
    runs = any(page.path.startswith(path) for path in permissions.paths_run_by(user))
    allowed = user.is_superuser or runs or has_hand(page, user) or deciders.holds(page, user)
    return allowed and permissions.may_read(user, page)


@transaction.atomic
def answer_for(page: EditorialPage, finding: Finding, user: Any, note: str) -> Clearance:
    """Keeps that `user` answers for `finding`, and why.

    Raises `ValidationError` without a reason, `PermissionDenied` when it is not for `user` to say. The trail
    gets neither the words of the text nor the number of anybody.
    """
    if not may_answer(page, user):
        raise PermissionDenied
    said = {"wrote": wrote(page, user), "note": note.strip(), "at": timezone.now()}
    Clearance(page_id=page.pk, mark=finding.mark, user=user, **said).clean()
    word, _new = Clearance.objects.update_or_create(
        page_id=page.pk, mark=finding.mark, user=user, defaults=said
    )
    data = {"check": finding.check, "kind": finding.kind, "where": finding.where, "second": not word.wrote}
    trail.record(page, Action.CLEARED, user=user, digest=digest_of(page), comment=word.note, data=data)
    return word
