"""Whose turn it is in a line: the first level with somebody whose hands are free."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from agency.models import Person, User
from editorial.chain.lines import Level, Seat
from editorial.models.stages import Hand


@dataclass(frozen=True)
class Deciders:
    """The seats whose turn it is; `place` is how far down the line they stand, 0 for who holds the post."""

    seats: Level
    place: int

    @property
    def users(self) -> set[int]:
        return {seat.user for seat in self.seats}

    @property
    def stand_in(self) -> bool:
        """Whether somebody else than the holder of the post decides, which is always shown."""
        return self.place > 0

    def seat_of(self, user: User) -> Seat | None:
        """The seat of `user`; the own one before one that was delegated."""
        mine = [seat for seat in self.seats if seat.user == user.pk]
        return min(mine, key=lambda seat: seat.for_person is not None, default=None)

    def people(self) -> list[Person]:
        return list(Person.objects.filter(pk__in=[seat.person for seat in self.seats if seat.person]))


def free(levels: list[Level], barred: set[int]) -> Deciders:
    """The first level in which a seat is free of `barred`, with its free seats only."""
    givers = persons_of(levels, barred)
    for place, level in enumerate(levels):
        seats = tuple(seat for seat in level if seat.user not in barred and seat.for_person not in givers)
        if seats:
            return Deciders(seats, place)
    return Deciders((), len(levels))


def persons_of(levels: list[Level], users: set[int]) -> set[int | None]:
    """The persons behind these accounts, as far as they stand in the line."""
    return {seat.person for level in levels for seat in level if seat.user in users and seat.person}


def hands_in(pages: set[int]) -> dict[int, set[int]]:
    """The accounts with a hand in each of these pages."""
    found: dict[int, set[int]] = defaultdict(set)
    for page, user in Hand.objects.filter(page__in=pages).values_list("page_id", "user_id"):
        found[page].add(user)
    return found
