"""Where pages stand: mine, those returned to me, those that are stuck (việc của tôi)."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import F, Q, QuerySet

from editorial.chain.lines import Level
from editorial.chain.work import Place, at, giver_of, has_hand, lines_in_use, urgent
from editorial.models.stages import StageTaskState
from editorial.permissions import sites_overseen

Barred = frozenset[tuple[int, int | None]]


def written_by(user: Any) -> Q:
    """That `user` wrote or sent the page of a state."""
    return Q(page__owner=user) | Q(page__author__user=user) | Q(workflow_state__requested_by=user)


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
    rows = overseen_by(user) | on_the_way(user)
    return rows.filter(nobody_free(levels=1)).distinct()


def nobody_free(levels: int | None = None) -> Q:
    """That nobody in the first `levels` levels of the line may decide; in none of them, without a number."""
    groups: dict[Barred, list[Place]] = defaultdict(list)
    for stage, line, place in lines_in_use():
        seats = accounts(line[:levels])
        if stage.four_eyes or not seats:
            groups[seats].append(place)
    wanted = Q(pk__in=[])
    for seats, places in groups.items():
        wanted |= at(places) & all_barred(seats)
    return wanted & Q(taken_by=None)


def accounts(levels: list[Level]) -> Barred:
    """The accounts in these levels, each with that of who delegated to it."""
    own = {seat.person: seat.user for level in levels for seat in level if not seat.for_person}
    return frozenset((seat.user, giver_of(seat, own)) for level in levels for seat in level)


def all_barred(seats: Barred) -> Q:
    wanted = Q()
    for user, giver in seats:
        wanted &= has_hand(user, giver)
    return wanted
