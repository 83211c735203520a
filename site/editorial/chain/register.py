"""Who holds what today, read once: posts, the board, assignments, delegations (K23, C11, C26)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from wagtail.models import Site

from agency.models import Holding, Person, Post, Unit, User
from agency.request_memory import remember
from editorial.models.board import Assignment, Board, Membership
from editorial.models.chains import Chain
from editorial.models.delegations import Delegation

READ = (Unit, Post, Holding, Person, User, Board, Membership, Assignment, Delegation, Chain)
"""What the register and the choice of a chain are read from."""


@dataclass
class Register:
    """Numbers of persons by what they hold; highest rank first, the longest-serving first among equals."""

    heads: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    deputies: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    posts: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    stand_ins: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    parents: dict[int, int | None] = field(default_factory=dict)
    successors: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    board: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_unit: dict[tuple[str, int], list[int]] = field(default_factory=lambda: defaultdict(list))
    by_section: dict[str, list[tuple[str, int]]] = field(default_factory=lambda: defaultdict(list))
    accounts: dict[int, int] = field(default_factory=dict)
    groups: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    delegated: dict[int, list[tuple[int, int | None]]] = field(default_factory=lambda: defaultdict(list))

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
        found = [person for one in self.units(unit) for person in self.by_unit[duty, one]] if unit else []
        if found:
            return found
        here = [(top, person) for top, person in self.by_section[duty] if path.startswith(top)]
        nearest = max((len(top) for top, _person in here), default=0)
        return [person for top, person in here if len(top) == nearest]


def register_of(site: Site | int, day: date | None = None) -> Register:
    """The register of `site` as it is on `day` (default: today)."""
    on = day or timezone.localdate()
    pk = site if isinstance(site, int) else site.pk
    return remember(("register", pk, on), lambda: read(pk, on))


def read(site: int, on: date) -> Register:
    """Reads the register; a constant number of queries."""
    register = Register()
    _read_units(register, site, on)
    _read_holdings(register, site, on)
    _read_board(register, site, on)
    _read_accounts(register)
    for giver, receiver, stage in Delegation.objects.current(on).values_list("giver", "receiver", "stage"):
        register.delegated[giver].append((receiver, stage))
    return register


def _read_units(register: Register, site: int, on: date) -> None:
    register.parents |= dict(Unit.objects.filter(site=site).current(on).values_list("pk", "parent_id"))
    for old, new in Unit.successors.through.objects.values_list("from_unit_id", "to_unit_id"):
        register.successors[old].append(new)


def _read_holdings(register: Register, site: int, on: date) -> None:
    rows = Holding.objects.current(on).filter(post__unit__site=site).by_rank()
    wanted = rows.values_list("person", "post", "post__unit", "post__is_head", "post__deputises_for")
    for person, post, unit, is_head, stands_in_for in wanted:
        register.posts[post].append(person)
        if is_head:
            register.heads[unit].append(person)
        if stands_in_for:
            register.stand_ins[stands_in_for].append(person)
            register.deputies[unit].append(person)


def _read_board(register: Register, site: int, on: date) -> None:
    members = Membership.objects.current(on).filter(board__site=site).order_by("role", "pk")
    for role, person in members.values_list("role", "person"):
        register.board[role].append(person)
    rows = Assignment.objects.current(on).filter(membership__board__site=site).order_by("pk")
    for duty, person, unit, path in rows.values_list("duty", "membership__person", "unit", "section__path"):
        if unit:
            register.by_unit[duty, unit].append(person)
        if path:
            register.by_section[duty].append((path, person))


def _read_accounts(register: Register) -> None:
    active = Person.objects.filter(user__is_active=True)
    register.accounts |= dict(active.values_list("pk", "user_id"))
    members = User.groups.through.objects.filter(user__is_active=True)
    for group, user in members.order_by("user_id").values_list("group_id", "user_id"):
        register.groups[group].append(user)
