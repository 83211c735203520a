"""Who has read a restricted draft (decision 9): noted by the address that was answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.models import Revision

from editorial import trail
from editorial.chain.digest import digest_of_content
from editorial.models import EditorialPage, StageTaskState
from editorial.models.decisions import Action, Decision

ONE_READING = timedelta(minutes=15)
PAGES = "wagtailadmin_pages"
SHOWING = {
    **{
        f"{PAGES}:{name}": "page_id"
        for name in (
            *("edit", "preview_on_edit", "workflow_preview"),
            *("revisions_view", "revisions_revert"),
        )
    },
    "editorial_view_draft": "page_id",
    **dict.fromkeys((f"{PAGES}:revisions_compare", "editorial_checks", "editorial_emergency"), "pk"),
}
"""Addresses that show the text of a page, with the argument that holds its number."""
AT_A_STAGE = {"editorial_decide", "editorial_decide_text", "editorial_paper"}
"""The same by the number of a stage."""


def note_readers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable:
    """Middleware: keeps who was shown a restricted draft, once for each sitting and version."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "GET" and response.status_code == 200 and (page := page_shown(request)):
            note(page, request)
        return response

    return middleware


def page_shown(request: HttpRequest) -> EditorialPage | None:
    """The restricted page whose text the address shows, if it is one."""
    match = request.resolver_match
    if match is None:
        return None
    number = match.kwargs.get(SHOWING.get(match.view_name, ""))
    if match.view_name in AT_A_STAGE:
        number = StageTaskState.objects.filter(pk=match.kwargs["pk"]).values_list("page", flat=True).first()
    restricted = EditorialPage.objects.filter(restricted=True).select_related("unit", "latest_revision")
    return restricted.filter(pk=number).first() if number else None


def note(page: EditorialPage, request: Any) -> None:
    """Writes the entry, with the version that was asked for, else the newest."""
    number = request.resolver_match.kwargs.get("revision_id")
    revision = Revision.page_revisions.filter(pk=number).first() if number else page.latest_revision
    number = revision.pk if revision else None
    if not knows(request.user, page, number):
        digest = digest_of_content(revision.content) if revision else ""
        trail.record(page, Action.VIEWED, user=request.user, digest=digest, revision=number)


def knows(user: Any, page: EditorialPage, revision: int | None) -> bool:
    """Whether the trail already says that `user` has just read or written this version."""
    since = timezone.now() - ONE_READING
    entries = Decision.objects.on(page.pk).filter(action__in=(Action.VIEWED, Action.EDITED), at__gte=since)
    return entries.filter(user=user.pk, revision=revision).exists()
