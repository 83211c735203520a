"""The line of those who may decide at a stage: who holds the post, then the next in line, never nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editorial.chain.register import Register
from editorial.models.board import Assignment, Membership
from editorial.models.stages import Decider, StageKind

if TYPE_CHECKING:
    from editorial.models.stages import StageTask

Role = Membership.Role
DUTY = {
    StageKind.DECIDE: Assignment.Duty.MODERATE,
    StageKind.DESK: Assignment.Duty.RECEIVE,
    StageKind.PUBLISH: Assignment.Duty.PUBLISH,
}


@dataclass(frozen=True)
class Seat:
    """An account that may decide; `for_person` is who delegated it."""

    user: int
    person: int | None = None
    for_person: int | None = None


Level = tuple[Seat, ...]


def line(stage: StageTask, register: Register, unit: int | None, path: str) -> Iterator[Level]:
    """Levels of seats for a page of `unit` in the section at `path`; the first one holds the post.

    An empty first level means that nobody holds it. Levels further down repeat nobody, and are worked out
    when somebody asks for them.
    """
    return without_repeats(levels(stage, register, unit, path))


def levels(stage: StageTask, register: Register, unit: int | None, path: str) -> Iterator[Level]:
    if stage.decider == Decider.GROUP:
        yield members(stage, register)
    else:
        yield seats_of(first_level(stage, register, unit, path), stage, register)
    for people in next_levels(stage, register, unit):
        yield seats_of(people, stage, register)
    yield members(stage, register)


def members(stage: StageTask, register: Register) -> Level:
    """The accounts of the group of the stage, who decide at it or when nobody else can."""
    return tuple(Seat(user) for user in register.groups[stage.group_id]) if stage.group_id else ()


def first_level(stage: StageTask, register: Register, unit: int | None, path: str) -> list[int]:
    match stage.decider:
        case Decider.UNIT_HEAD:
            return [head for one in units(register, unit) for head in register.posts.heads[one]]
        case Decider.ASSIGNED:
            return register.assigned(DUTY[StageKind(stage.kind)], unit, path)
        case Decider.BOARD:
            return register.board[stage.board_role]
        case Decider.POST:
            return register.posts.holders[stage.post_id or 0]
    return []


def next_levels(stage: StageTask, register: Register, unit: int | None) -> Iterator[list[int]]:
    """Who stands in: the deputies of the post, then the standing deputy, the head, the other deputies."""
    if stage.decider == Decider.UNIT_HEAD:
        yield [deputy for one in units(register, unit) for deputy in register.posts.deputies[one]]
    if stage.decider == Decider.POST:
        yield register.posts.stand_ins[stage.post_id or 0]
    yield from (register.board[role] for role in (Role.STANDING_DEPUTY, Role.HEAD, Role.DEPUTY))


def units(register: Register, unit: int | None) -> list[int]:
    return register.units(unit) if unit else []


def seats_of(people: Iterable[int], stage: StageTask, register: Register) -> Level:
    """The seats of these persons and of those they delegated to."""
    own = [Seat(register.accounts[person], person) for person in people if person in register.accounts]
    lent = [
        Seat(register.accounts[receiver], receiver, giver)
        for giver in people
        for receiver, only in register.delegated[giver]
        if receiver in register.accounts and only in (None, stage.pk)
    ]
    return tuple(dict.fromkeys([*own, *lent]))


def without_repeats(levels: Iterable[Level]) -> Iterator[Level]:
    """The levels with each account once, where it comes first; empty ones are left out after the first."""
    seen: set[int] = set()
    for place, level in enumerate(levels):
        new = tuple(seat for seat in level if seat.user not in seen)
        seen |= {seat.user for seat in new}
        if new or place == 0:
            yield new
