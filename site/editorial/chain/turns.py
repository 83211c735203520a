"""Whose turn it is in a line: the first level with somebody whose hands are free."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

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


@dataclass
class Barred:
    """Who may not decide: accounts, and persons in whose place nobody else does either."""

    users: set[int] = field(default_factory=set)
    persons: set[int] = field(default_factory=set)

    def bars(self, seat: Seat) -> bool:
        return seat.user in self.users or seat.for_person in self.persons

    def __or__(self, other: Barred) -> Barred:
        return Barred(self.users | other.users, self.persons | other.persons)


NOBODY = Barred()


@dataclass
class Hands:
    """Whose hands are in one text: who wrote it, and who changed it since the last decision."""

    wrote: Barred = field(default_factory=Barred)
    changed: Barred = field(default_factory=Barred)

    @property
    def all(self) -> Barred:
        return self.wrote | self.changed


def free(levels: Iterable[Level], barred: Barred) -> Deciders:
    """The first level in which a seat is free of `barred`, with its free seats only."""
    place = -1
    for place, level in enumerate(levels):
        seats = tuple(seat for seat in level if not barred.bars(seat))
        if seats:
            return Deciders(seats, place)
    return Deciders((), place + 1)


def hands_in(rows: QuerySet[Hand]) -> dict[int, Hands]:
    """Who has a hand in each page of `rows`: a person also by the account, an account also by its person."""
    found: dict[int, Hands] = defaultdict(Hands)
    known = rows.values_list("page", "part", "user", "person__user", "person", "user__person")
    for page, part, *accounts_and_persons in known:
        barred = found[page].wrote if part == Hand.Part.WROTE else found[page].changed
        barred.users |= set(filter(None, accounts_and_persons[:2]))
        barred.persons |= set(filter(None, accounts_and_persons[2:]))
    return found
