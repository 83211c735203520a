"""What waits for an official: one query whatever the number of pages (việc của tôi)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from agency.models import User
from agency.request_memory import remember
from editorial.chain.lines import Level, Seat, line
from editorial.chain.register import register_of
from editorial.models.sections import SectionPage
from editorial.models.stages import Hand, StageTask, StageTaskState

Place = tuple[int, int | None, int | None, int]
"""Stage, unit, section, portal: pages that share them share their line."""


UNTAKEN = Q(taken_by=None) | Q(taken_by__is_active=False)


@dataclass(frozen=True)
class Turn:
    """It is my turn once everybody before me is barred: pairs of an account and of who delegated to it."""

    before: frozenset[tuple[int, int | None]]
    giver: int | None
    four_eyes: bool


def waiting_for(user: User) -> QuerySet[StageTaskState]:
    """The open stages at which it is the turn of `user`, the most urgent first."""
    turns = remember(("turns", user.pk), lambda: turns_of(user))
    if not turns:
        return StageTaskState.objects.none()
    return urgent(StageTaskState.objects.filter(Q(taken_by=user) | UNTAKEN & turn_of(user, turns)))


def delegated_to(user: User) -> QuerySet[StageTaskState]:
    """Those of `waiting_for` that `user` decides about only because somebody delegated it."""
    turns = remember(("turns", user.pk), lambda: turns_of(user))
    lent = {turn: places for turn, places in turns.items() if turn.giver}
    own = {turn: places for turn, places in turns.items() if not turn.giver}
    if not lent:
        return StageTaskState.objects.none()
    return waiting_for(user).filter(turn_of(user, lent)).exclude(turn_of(user, own))


def urgent(states: QuerySet[StageTaskState]) -> QuerySet[StageTaskState]:
    """The open ones, the most urgent first."""
    return states.filter(status=StageTaskState.STATUS_IN_PROGRESS).order_by("due_at", "pk")


def turn_of(user: User, turns: dict[Turn, list[Place]]) -> Q:
    wanted = Q(pk__in=[])
    for turn, places in turns.items():
        wanted |= at(places) & condition(turn, user)
    return wanted


def pages_waiting_for(user: User) -> set[int]:
    """Numbers of the pages of `waiting_for`, read once in a request."""
    return remember(("waiting", user.pk), lambda: pages_of(waiting_for(user)))


def pages_at_a_stage() -> set[int]:
    """Numbers of all pages that stand in a chain, read once in a request."""
    return remember("at a stage", lambda: pages_of(StageTaskState.objects.open()))


def pages_of(states: QuerySet[StageTaskState]) -> set[int]:
    return set(states.order_by().values_list("page_id", flat=True))


def turns_of(user: User) -> dict[Turn, list[Place]]:
    """Where `user` sits in the lines of the places that have open pages."""
    turns: dict[Turn, list[Place]] = defaultdict(list)
    for stage, levels, place in lines_in_use():
        for turn in turns_in(levels, stage, user):
            turns[turn].append(place)
    return turns


def lines_in_use() -> list[tuple[StageTask, list[Level], Place]]:
    """The line of every place at which a page stands now; a constant number of queries."""
    return remember("lines in use", read_lines)


def read_lines() -> list[tuple[StageTask, list[Level], Place]]:
    open_states = StageTaskState.objects.open()
    places = list(open_states.values_list("task", "unit", "section", "site").order_by().distinct())
    stages = StageTask.objects.in_bulk({place[0] for place in places})
    paths = dict(SectionPage.objects.filter(pk__in={place[2] for place in places}).values_list("pk", "path"))
    return [
        (stage, line(stage, register_of(place[3]), place[1], paths.get(place[2], "")), place)
        for place in places
        if (stage := stages.get(place[0]))
    ]


def turns_in(levels: list[Level], stage: StageTask, user: User) -> Iterable[Turn]:
    """The turns of `user` in one line: free of hands himself, and everybody before him not."""
    before: set[tuple[int, int | None]] = set()
    by_person = {seat.person: seat.user for level in levels for seat in level if not seat.for_person}
    for level in levels:
        for seat in level:
            if seat.user == user.pk:
                yield Turn(frozenset(before), giver_of(seat, by_person), stage.four_eyes)
        before |= {(seat.user, giver_of(seat, by_person)) for seat in level}
        if before and not stage.four_eyes:
            return


def giver_of(seat: Seat, accounts: dict[int | None, int]) -> int | None:
    return accounts.get(seat.for_person) if seat.for_person else None


def at(places: list[Place]) -> Q:
    """The condition that a page stands at one of these places, with few alternatives."""
    units: dict[tuple[int, int | None, int], set[int | None]] = defaultdict(set)
    for stage, unit, section, site in places:
        units[stage, section, site].add(unit)
    together: dict[tuple[int, int, frozenset[int | None]], set[int | None]] = defaultdict(set)
    for (stage, section, site), found in units.items():
        together[stage, site, frozenset(found)].add(section)
    wanted = Q(pk__in=[])
    for (stage, site, unit_set), sections in together.items():
        wanted |= Q(task=stage, site=site) & among("unit", unit_set) & among("section", sections)
    return wanted


def among(name: str, values: Iterable[int | None]) -> Q:
    known = {value for value in values if value is not None}
    missing = Q(**{f"{name}__isnull": True}) if None in set(values) else Q(pk__in=[])
    return Q(**{f"{name}__in": known}) | missing


def condition(turn: Turn, user: User) -> Q:
    """That my hands are free and those of everybody before me are not."""
    if not turn.four_eyes:
        return Q()
    wanted = ~has_hand(user.pk, turn.giver)
    for other, giver in turn.before:
        wanted &= has_hand(other, giver)
    return wanted


def has_hand(*users: int | None) -> Q:
    return Q(Exists(Hand.objects.filter(page=OuterRef("page"), user__in=[user for user in users if user])))
