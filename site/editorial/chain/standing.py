"""Where pages stand: mine, those returned to me, those that are stuck (việc của tôi)."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet
from wagtail.models import Page, WorkflowState

from editorial.chain.work import at, turns_apart, turns_in_use, urgent
from editorial.models.pages import EditorialPage
from editorial.models.stages import StageTaskState
from editorial.permissions import sites_overseen


def written_by(user: Any) -> Q:
    """That `user` wrote or sent the page of a state; each part is found by an index of its own."""
    owned = Page.objects.filter(owner=user).values("pk")
    signed = EditorialPage.objects.filter(author__user=user).values("pk")
    sent = WorkflowState.objects.filter(requested_by=user).values("pk")
    return Q(page__in=owned) | Q(page__in=signed) | Q(workflow_state__in=sent)


def on_the_way(user: Any) -> QuerySet[StageTaskState]:
    """Where the pages `user` wrote or sent stand now."""
    return urgent(StageTaskState.objects.filter(written_by(user)))


def returned_to(user: Any) -> QuerySet[StageTaskState]:
    """The stages that gave a page back to `user`, the newest first; empty once it is sent again."""
    last = Q(workflow_state__current_task_state=F("taskstate_ptr"))
    rows = StageTaskState.objects.filter(last, written_by(user), workflow_state__status="needs_changes")
    return rows.order_by("-finished_at", "-pk")


def overseen_by(user: Any) -> QuerySet[StageTaskState]:
    """Every page at a stage on the portals `user` runs or on whose board `user` sits."""
    rows = StageTaskState.objects.filter(site__in=sites_overseen(user), page__restricted=False)
    return urgent(rows)


def stuck(user: Any) -> QuerySet[StageTaskState]:
    """Those `user` wrote or oversees at which nobody can decide, or somebody stands in."""
    vacant = [place for place, turn in turns_in_use() if turn.stand_in]
    apart = [state for state, turn in turns_apart().items() if turn.stand_in]
    if not vacant and not apart:
        return StageTaskState.objects.none()
    rows = overseen_by(user) | on_the_way(user)
    return rows.filter(at(vacant) | Q(pk__in=apart), taken_by=None)
