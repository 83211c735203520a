"""A decision made on paper is recorded by somebody else than who signed, for a stage that allows it (K28)."""

from __future__ import annotations

from datetime import date
from hashlib import file_digest
from typing import TYPE_CHECKING, Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from agency.models import Person
from editorial import permissions
from editorial.chain import actions, deciders, hands, lines
from editorial.chain.digest import digest_of
from editorial.chain.refusals import DecisionRefused
from editorial.chain.register import register_of
from editorial.models.decisions import Channel
from editorial.models.papers import PaperDecision
from editorial.models.stages import Hand, StageKind, StageTaskState

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage

ON_PAPER = ("approve", "reject")


def signers(state: StageTaskState, text: EditorialPage, recorder: Any) -> QuerySet[Person]:
    """Who may have signed: whose turn it is, and who holds the post without having an account.

    Nobody records what they signed themselves: they have buttons for it.
    """
    register = register_of(state.site_id)
    holders = lines.first_level(state.stage, register, state.unit_id, state.path)
    away = {person for person in holders if person not in register.accounts}
    turn = {seat.person for seat in deciders.deciders_of(state).seats}
    barred = hands.writing_persons(text) if state.stage.four_eyes else set()
    return Person.objects.filter(pk__in=(away - barred) | turn).exclude(user=recorder.pk)


def why_not(state: StageTaskState, user: Any) -> str:
    """Why `user` may not record a decision on paper at this stage, or ""."""
    if not state.stage.paper_allowed or state.stage.kind != StageKind.DECIDE:
        return _("At the stage “%(stage)s” no decision on paper is recorded.") % {"stage": state.task.name}
    if state.site not in permissions.sites_overseen(user):
        return _("Decisions on paper are recorded by the board or by who runs the portal.")
    if Hand.objects.filter(page=state.page_id, user=user).exists():
        return _("You wrote or changed this text, so somebody else records the decision about it.")
    return ""


@transaction.atomic
def record(
    task_state: Any,
    user: Any,
    action: str,
    *,
    signer: Person,
    signed_on: date,
    scan: File,
    digest: str,
    **given: Any,
) -> PaperDecision:
    """Does for `signer` what the paper says, by the hand of `user`. Raises `DecisionRefused`.

    `digest` is that of the text `user` compared with the paper.
    """
    state = actions.locked(task_state)
    page = state.text()
    if reason := why_not(state, user) or unfit(state, page, user, action, signer, signed_on, digest):
        raise DecisionRefused(reason, state.page_id)
    seat = lines.Seat(user.pk, for_person=signer.pk)
    step = actions.Step(state, user, seat, page, digest, corrected=False, channel=Channel.PAPER)
    entry = actions.carry_out(step, action, given)
    sha256 = file_digest(scan.open(), "sha256").hexdigest()
    return PaperDecision.objects.create(
        entry=entry, signer=signer, signed_on=signed_on, scan=scan, sha256=sha256
    )


def unfit(
    state: StageTaskState,
    page: EditorialPage,
    recorder: Any,
    action: str,
    signer: Person,
    signed_on: date,
    digest: str,
) -> str:
    """What is wrong with the paper, or ""."""
    if action not in ON_PAPER:
        return _("Choose one of the buttons.")
    if digest != digest_of(page):
        return _("The text was changed after you opened it. Compare the new version with the paper.")
    if not signers(state, page, recorder).filter(pk=signer.pk).exists():
        return _("%(name)s cannot decide at this stage.") % {"name": signer.full_name}
    if signed_on > timezone.localdate():
        return _("The day on the paper lies in the future.")
    return ""
