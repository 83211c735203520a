"""Who holds what today: posts, the board, assignments, delegations (K23, C11, C26)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.utils import timezone
from wagtail.models import Site

from agency.models import Holding, Person, Post, Unit, User
from agency.request_memory import remember
from editorial.models.board import Assignment, Board, Membership
from editorial.models.chains import Chain
from editorial.models.delegations import Delegation

READ = (Unit, Post, Holding, Person, User, Board, Membership, Assignment, Delegation, Chain)
"""What the register and the choice of a chain are read from."""


Many = dict[int, list[int]]


class Posts(NamedTuple):
    """Persons by the post they hold, or by the unit or post for which they do."""

    holders: Many
    heads: Many
    deputies: Many
    stand_ins: Many


class Duties(NamedTuple):
    """Persons by duty and unit, and by duty with the path of their section."""

    by_unit: dict[tuple[str, int], list[int]]
    by_section: dict[str, list[tuple[str, int]]]


class Register:
    """Numbers of persons by what they hold; highest rank first, the longest-serving first among equals.

    Each table is read when it is first asked for, with one query.
    """

    def __init__(self, site: int, on: date) -> None:
        self.site, self.on = site, on

    def units(self, unit: int) -> list[int]:
        """The unit itself while it stands, else those that took over its work."""
        seen, waiting, standing = set(), [unit], []
        while waiting:
            here = waiting.pop()
            if here in seen:
                continue
            seen.add(here)
            if here in self.parents:
                standing.append(here)
            else:
                waiting += self.successors[here]
        return standing

    def taken_over(self, unit: int) -> list[int]:
        """The unit and those whose work it took over."""
        return [old for old in {unit, *self.successors} if unit in self.units(old)]

    def assigned(self, duty: str, unit: int | None, path: str) -> list[int]:
        """Who has the duty for the unit; where nobody has, who has it for the nearest section at `path`."""
        units = self.units(unit) if unit else []
        found = [person for one in units for person in self.duties.by_unit[duty, one]]
        if found:
            return found
        here = [(top, person) for top, person in self.duties.by_section[duty] if path.startswith(top)]
        nearest = max((len(top) for top, _person in here), default=0)
        return [person for top, person in here if len(top) == nearest]

    @cached_property
    def parents(self) -> dict[int, int | None]:
        standing = Unit.objects.filter(site=self.site).current(self.on)
        return dict(standing.values_list("pk", "parent_id"))

    @cached_property
    def successors(self) -> Many:
        return gathered(Unit.successors.through.objects.values_list("from_unit_id", "to_unit_id"))

    @cached_property
    def posts(self) -> Posts:
        posts = Posts(gathered(()), gathered(()), gathered(()), gathered(()))
        rows = Holding.objects.current(self.on).filter(post__unit__site=self.site).by_rank()
        wanted = rows.values_list("person", "post", "post__unit", "post__is_head", "post__deputises_for")
        for person, post, unit, is_head, stands_in_for in wanted:
            posts.holders[post].append(person)
            if is_head:
                posts.heads[unit].append(person)
            if stands_in_for:
                posts.stand_ins[stands_in_for].append(person)
                posts.deputies[unit].append(person)
        return posts

    @cached_property
    def board(self) -> dict[str, list[int]]:
        members = Membership.objects.current(self.on).filter(board__site=self.site)
        return gathered(members.order_by("role", "pk").values_list("role", "person"))

    @cached_property
    def duties(self) -> Duties:
        duties = Duties(defaultdict(list), defaultdict(list))
        rows = Assignment.objects.current(self.on).filter(membership__board__site=self.site).order_by("pk")
        wanted = rows.values_list("duty", "membership__person", "unit", "section__path")
        for duty, person, unit, path in wanted:
            if unit:
                duties.by_unit[duty, unit].append(person)
            if path:
                duties.by_section[duty].append((path, person))
        return duties

    @cached_property
    def accounts(self) -> dict[int, int]:
        return dict(Person.objects.filter(user__is_active=True).values_list("pk", "user_id"))

    @cached_property
    def groups(self) -> Many:
        members = User.groups.through.objects.filter(user__is_active=True)
        return gathered(members.order_by("user_id").values_list("group_id", "user_id"))

    @cached_property
    def delegated(self) -> dict[int, list[tuple[int, int | None]]]:
        rows = Delegation.objects.current(self.on).values_list("giver", "receiver", "stage")
        return gathered((giver, (receiver, stage)) for giver, receiver, stage in rows)


def gathered(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    """The second of each pair by the first."""
    found: dict[Any, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found


def register_of(site: Site | int, day: date | None = None) -> Register:
    """The register of `site` as it is on `day` (default: today)."""
    on = day or timezone.localdate()
    pk = site if isinstance(site, int) else site.pk
    return remember(("register", pk, on), lambda: Register(pk, on))
