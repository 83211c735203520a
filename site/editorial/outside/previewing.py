"""Showing one draft to somebody outside: made and ended by who works on it; the trail keeps each opening."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial import trail
from editorial.chain import explain
from editorial.chain.digest import digest_of
from editorial.chain.refusals import Refused
from editorial.checks import gate
from editorial.models.decisions import Action, Channel, Decision
from editorial.models.links import PreviewLink
from editorial.models.pages import EditorialPage

ONE_READING = timedelta(minutes=15)


class PreviewRefused(Refused):
    """The draft is not for outsiders."""


def why_not(text: EditorialPage, page: EditorialPage) -> str:
    """Why nobody outside may read the draft `text` of `page`, or ""."""
    if text.restricted or page.restricted:
        return _("This draft is restricted: no preview of it leaves the portal.")
    if gate.is_flagged(text):
        return _("A check found secrets or personal data in this draft: no preview leaves the portal.")
    return ""


def why_closed(link: PreviewLink, text: EditorialPage) -> str:
    """Why `link` opens nothing; outside nobody learns what is in the draft."""
    if link.revoked_at:
        return _("This preview was ended. Ask who sent you the address for a new one.")
    if link.has_expired:
        return _("This preview could be read until %(when)s. Ask who sent you the address for a new one.") % {
            "when": explain.moment(link.expires_at)
        }
    if why_not(text, link.page):
        return _("This draft cannot be shown now. Ask who sent you the address.")
    return ""


@transaction.atomic
def make(page: EditorialPage, user: Any, reader: str, days: int) -> str:
    """Makes a link and returns its token. Raises `PreviewRefused`."""
    text = page.get_latest_revision_as_object()
    if reason := why_not(text, page):
        raise PreviewRefused(reason, page.pk)
    if reasons := gate.refused_words(reader):
        raise PreviewRefused(reasons, page.pk)
    until = PreviewLink.end_of(days)
    token = PreviewLink.issue(page_id=page.pk, made_by=user, reader=reader, days=days, expires_at=until)
    record(text, user, _("Preview link made for %(reader)s, until %(when)s"), reader, until)
    return token


@transaction.atomic
def revoke(link: PreviewLink, user: Any) -> None:
    if link.revoke():
        text = link.page.specific.get_latest_revision_as_object()
        record(text, user, _("Preview link of %(reader)s ended at %(when)s"), link.reader, timezone.now())


def record(text: EditorialPage, user: Any, words: str, reader: str, when: Any) -> None:
    said = words % {"reader": reader, "when": explain.moment(when)}
    revision = text.latest_revision_id
    trail.record(text, Action.LINKED, user=user, digest=digest_of(text), revision=revision, comment=said)


def note(link: PreviewLink, text: EditorialPage) -> None:
    """Keeps that the link was opened, once for each sitting and version."""
    since = timezone.now() - ONE_READING
    seen = Decision.objects.on(text.pk).filter(action=Action.PREVIEWED, at__gte=since, data__link=link.pk)
    if seen.filter(revision=text.latest_revision_id).exists():
        return
    trail.record(
        text,
        Action.PREVIEWED,
        channel=Channel.PREVIEW,
        digest=digest_of(text),
        revision=text.latest_revision_id,
        comment=link.reader,
        data={"link": link.pk},
    )
