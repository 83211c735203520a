"""What waits for an official: one query whatever the number of pages (việc của tôi)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from wagtail.models import Page, Revision

from agency.models import User
from agency.request_memory import remember
from editorial.chain.lines import Level, Seat, line
from editorial.chain.register import Register, register_of
from editorial.chain.turns import NOBODY, Deciders, free, hands_in
from editorial.models.stages import Decider, Hand, StageTask, StageTaskState

Place = tuple[int, int | None, int | None, int]
"""Stage, unit, section, portal: pages that share them share their line."""


UNTAKEN = Q(taken_by=None) | Q(taken_by__is_active=False)


def waiting_for(user: User) -> QuerySet[StageTaskState]:
    """The open stages at which it is the turn of `user`, the most urgent first."""
    return urgent(StageTaskState.objects.filter(Q(taken_by=user) | UNTAKEN & turn_of(user)))


def own_turn_of(user: User) -> QuerySet[StageTaskState]:
    """Those of `waiting_for` that are not in `delegated_to`."""
    return urgent(StageTaskState.objects.filter(Q(taken_by=user) | UNTAKEN & turn_of(user, lent=False)))


def delegated_to(user: User) -> QuerySet[StageTaskState]:
    """Those of `waiting_for` that `user` decides about only because somebody delegated it."""
    return urgent(StageTaskState.objects.filter(UNTAKEN & turn_of(user, lent=True)))


def urgent(states: QuerySet[StageTaskState]) -> QuerySet[StageTaskState]:
    """The open ones, the most urgent first."""
    return states.filter(is_open=True).order_by("due_at", "pk")


def turn_of(user: User, lent: bool | None = None) -> Q:
    """That `user` is among those whose turn it is, by the line of the place or as worked out for the page.

    `lent` narrows to the seats that somebody delegated, or to the own ones.
    """

    def sits(turn: Deciders) -> bool:
        seat = turn.seat_of(user)
        return seat is not None and lent in (None, bool(seat.for_person))

    apart = turns_apart()
    places = [place for place, turn in turns_in_use() if sits(turn)]
    mine = [state for state, turn in apart.items() if sits(turn)]
    if not places and not mine:
        return Q(pk__in=[])
    return at(places) & ~Q(pk__in=list(apart)) | Q(pk__in=mine)


def pages_waiting_for(user: User) -> set[int]:
    """Numbers of the pages of `waiting_for`, read once in a request."""
    return remember(("waiting", user.pk), lambda: pages_of(waiting_for(user)))


def pages_at_a_stage() -> set[int]:
    """Numbers of all pages that stand in a chain, read once in a request."""
    return remember("at a stage", lambda: pages_of(StageTaskState.objects.open()))


def are_decided(pages: Collection[int]) -> bool:
    """Whether any of these pages stands in a chain, waits for its hour, or is published behind a login."""
    if StageTaskState.objects.open().filter(page__in=pages).exists():
        return True
    if Page.objects.filter(pk__in=pages, live=True).private().exists():
        return True
    numbers = [str(page) for page in pages]
    timed = Revision.page_revisions.filter(object_id__in=numbers, approved_go_live_at__isnull=False)
    return timed.exists()


def pages_of(states: QuerySet[StageTaskState]) -> set[int]:
    return set(states.order_by().values_list("page_id", flat=True))


@dataclass(frozen=True)
class Spot:
    """A place with what its line is worked out from."""

    stage: StageTask
    register: Register
    unit: int | None
    path: str

    @classmethod
    def of(cls, stage: StageTask, register: Register, unit: int | None, path: str) -> Spot:
        """The spot without what the line of the stage does not ask for, so that places share it."""
        by_path = stage.decider == Decider.ASSIGNED
        by_unit = by_path or stage.decider == Decider.UNIT_HEAD
        return cls(stage, register, unit if by_unit else None, path if by_path else "")

    def line(self) -> Iterator[Level]:
        return line(self.stage, self.register, self.unit, self.path)


def spots_in_use() -> dict[Place, Spot]:
    """Every place at which a page stands now; a constant number of queries."""
    return remember("spots in use", read_spots)


def place_of(state: StageTaskState) -> Place:
    return state.task_id, state.unit_id, state.section_id, state.site_id


def turns_in_use() -> list[tuple[Place, Deciders]]:
    """Whose turn it is at every place at which a page stands now, while no hand in the text bars anybody."""
    return remember("turns in use", read_turns)


def read_turns() -> list[tuple[Place, Deciders]]:
    spots = spots_in_use()
    turns = {spot: free(spot.line(), NOBODY) for spot in set(spots.values())}
    return [(place, turns[spot]) for place, spot in spots.items()]


def read_spots() -> dict[Place, Spot]:
    open_states = StageTaskState.objects.open()
    places = list(open_states.values_list("task", "unit", "section", "site").order_by().distinct())
    stages = StageTask.objects.in_bulk({place[0] for place in places})
    paths = dict(Page.objects.filter(pk__in={place[2] for place in places}).values_list("pk", "path"))
    registers = {site: register_of(site) for site in {place[3] for place in places}}
    return {
        place: Spot.of(stage, registers[place[3]], place[1], paths.get(place[2], ""))
        for place in places
        if (stage := stages.get(place[0]))
    }


def turns_apart() -> dict[int, Deciders]:
    """Who decides where somebody whose turn it would be has a hand in the text, by the number of the state.

    Such pages are few; all others follow the line of their place, however many they are.
    """
    return remember("turns apart", read_turns_apart)


def read_turns_apart() -> dict[int, Deciders]:
    spots = {place: spot for place, spot in spots_in_use().items() if spot.stage.four_eyes}
    turns = [turn for place, turn in turns_in_use() if place in spots]
    first = [seat for turn in turns for seat in turn.seats]
    pages = Hand.objects.filter(hand_of(first)).values("page")
    rows = StageTaskState.objects.open().filter(page__in=pages).order_by()
    states = list(rows.values_list("pk", "page", "task", "unit", "section", "site"))
    hands = hands_in(Hand.objects.filter(page__in={page for _pk, page, *_place in states}))
    return {
        pk: free(spots[place].line(), hands[page].all)
        for pk, page, *where in states
        if (place := (where[0], where[1], where[2], where[3])) in spots
    }


def hand_of(seats: list[Seat]) -> Q:
    """That the hand is of who sits in one of the seats, or of who delegated it."""
    users = {seat.user for seat in seats}
    givers = {seat.for_person for seat in seats if seat.for_person}
    of_users = Q(user__in=users) | Q(person__user__in=users)
    return of_users | Q(person__in=givers) | Q(user__person__in=givers) if givers else of_users


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
