"""What cannot wait goes public by two named posts together; the gates hold, and somebody else reviews it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Case, QuerySet, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Site

from editorial import guard, permissions, trail
from editorial.chain import hands
from editorial.chain.digest import digest_of
from editorial.chain.refusals import DecisionRefused, PublicationRefused
from editorial.chain.register import register_of
from editorial.checks import gate
from editorial.models.decisions import Action
from editorial.models.emergencies import Emergency, EmergencySetting
from editorial.models.pages import EditorialPage
from editorial.models.stages import Hand


def seats(site: Site) -> tuple[set[int], set[int]]:
    """The accounts that hold the one post today, and those that hold the other."""
    register = register_of(site)
    one, other = (
        {register.accounts[person] for person in register.board[role] if person in register.accounts}
        for role in EmergencySetting.for_site(site).roles
    )
    return one, other


def partners(site: Site, user: Any) -> set[int]:
    """The accounts whose word `user` needs beside the own; empty when `user` holds neither post."""
    one, other = seats(site)
    found = (other if user.pk in one else set()) | (one if user.pk in other else set())
    return found - {user.pk}


def holds_a_post(site: Site, user: Any) -> bool:
    return any(user.pk in accounts for accounts in seats(site))


def why_not(page: EditorialPage, text: EditorialPage, user: Any) -> str:
    """Why `user` cannot publish the draft `text` of `page` in an emergency, or ""."""
    site = page.get_site()
    if site is None or not holds_a_post(site, user) or not permissions.may_read(user, page):
        return _("Only the two posts named in the settings publish in an emergency.")
    if not guard.needs_approval(page):
        return _("No approval is needed here: publish the page in the editor.")
    if digest_of(text) == guard.digest_now(page):
        return _("Visitors read this text already.")
    if text.go_live_at and text.go_live_at > timezone.now():
        return _("This text waits for its hour. Remove the hour in the editor first.")
    return ""


def is_offered(page: EditorialPage, user: Any) -> bool:
    """Whether the button is worth showing: one of the posts, and a draft that visitors do not read."""
    site = page.get_site()
    has_draft = page.has_unpublished_changes or not page.live
    return bool(has_draft and site and holds_a_post(site, user) and guard.needs_approval(page))


def waiting_for(page: EditorialPage, text: EditorialPage) -> Emergency | None:
    """The wish for this text that the other post may still agree to."""
    rows = Emergency.objects.waiting().filter(page=page.pk, digest=digest_of(text))
    return rows.select_related("asked_by__person", "site").first()


@transaction.atomic
def ask(page: EditorialPage, user: Any, reason: str) -> Emergency:
    """Asks the holder of the other post. Raises `DecisionRefused` or `PublicationRefused`."""
    text = page.get_latest_revision_as_object()
    if refusal := why_not(page, text, user):
        raise DecisionRefused(refusal, page.pk)
    if not reason.strip():
        raise DecisionRefused(_("Say why the text cannot wait for its chain."), page.pk)
    check_gates(text)
    if found := waiting_for(page, text):
        return found
    entry = trail.record(
        text, Action.EMERGENCY, user=user, digest=digest_of(text), revision=revision(text), comment=reason
    )
    return Emergency.objects.create(
        site=page.get_site(),
        page=page,
        title=text.full_title,
        digest=entry.digest,
        reason=reason,
        asked_by=user,
    )


def check_gates(text: EditorialPage) -> None:
    """No emergency opens a gate (C17)."""
    if reasons := gate.held(text):
        raise PublicationRefused(reasons, text.pk)


def revision(text: EditorialPage) -> int | None:
    return text.latest_revision_id


def why_not_agree(emergency: Emergency, text: EditorialPage, user: Any) -> str:
    """Why `user` cannot be the second to say yes, or ""."""
    if emergency.asked_by_id is None or user.pk not in partners(emergency.site, emergency.asked_by):
        return _("The holder of the other post agrees, another person than the one who asked.")
    if Hand.objects.filter(page=text.pk, user=user).exists() or user.pk in hands.writers(text):
        return _("You wrote or changed this text, so somebody else agrees to publish it.")
    if not emergency.is_waiting or emergency.digest != digest_of(text):
        return _("The text was changed, or the wish has lapsed after a day. Ask again.")
    return ""


@transaction.atomic
def agree(emergency: Emergency, user: Any) -> None:
    """Publishes the text that was asked for. Raises `DecisionRefused` or `PublicationRefused`."""
    held = Emergency.objects.select_for_update(of=("self",)).select_related("site").get(pk=emergency.pk)
    page = EditorialPage.objects.filter(pk=held.page_id).first()
    if page is None:
        raise DecisionRefused(_("The page is deleted."))
    page = page.specific
    text = page.get_latest_revision_as_object()
    if refusal := why_not(page, text, user) or why_not_agree(held, text, user):
        raise DecisionRefused(refusal, page.pk)
    check_gates(text)
    first = trail.name_of(trail.person_of(held.asked_by), held.asked_by)
    held.entry = trail.record(
        text,
        Action.FORCED,
        user=user,
        digest=held.digest,
        revision=revision(text),
        comment=held.reason,
        data={"with": first, "asked_by": held.asked_by_id},
    )
    held.save(update_fields=["entry"])
    hands.let_go(page.pk)
    text.latest_revision.publish(user=user, skip_permission_checks=True)


def overseen_by(user: Any) -> QuerySet[Emergency]:
    """Those on the portals `user` oversees; what waits for its review comes first."""
    open_first = Case(When(entry__isnull=False, review=None, then=Value(0)), default=Value(1))
    seen = Emergency.objects.filter(site__in=permissions.sites_overseen(user))
    hidden = permissions.hidden_from(user)
    rows = seen.exclude(entry=None, page__in=hidden).order_by(open_first, "-asked_at", "-pk")
    return rows.select_related("asked_by__person", "entry", "review", "site")


def open_for(user: Any) -> int:
    """How many publications wait for their review on the portals `user` oversees."""
    return Emergency.objects.unreviewed().filter(site__in=permissions.sites_overseen(user)).count()


def why_not_review(emergency: Emergency, user: Any) -> str:
    """Why `user` cannot review the publication, or ""."""
    if emergency.entry is None or emergency.review_id:
        return _("There is nothing to review here.")
    if user.pk in (emergency.asked_by_id, emergency.entry.user_id):
        return _("Another person than the two who published reviews it.")
    if emergency.site not in permissions.sites_overseen(user):
        return _("The board reviews what was published in an emergency.")
    return ""


@transaction.atomic
def review(emergency: Emergency, user: Any, outcome: str, comment: str) -> None:
    """Closes the matter with a conclusion. Raises `DecisionRefused`."""
    rows = Emergency.objects.select_for_update(of=("self",)).select_related("entry", "site")
    held = rows.get(pk=emergency.pk)
    if refusal := why_not_review(held, user):
        raise DecisionRefused(refusal)
    about = held.entry
    held.outcome = outcome
    held.review = trail.record(
        None,
        Action.REVIEWED,
        user=user,
        page_id=about.page_id,
        title=about.title,
        address=about.address,
        unit_id=about.unit_id,
        unit_name=about.unit_name,
        digest=about.digest,
        reason=str(Emergency.Outcome(outcome).label),
        comment=comment,
    )
    held.save(update_fields=["outcome", "review"])
