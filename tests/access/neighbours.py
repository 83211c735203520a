"""What stands next door: a second unit with its people, a second portal with a row of every register."""

from __future__ import annotations

from datetime import date
from typing import Any

from wagtail.models import Site

from agency.models import CalendarDay, Person, Unit, User
from editorial.models import Assignment, Board, Chain, DecidingPin, Delegation, Letter, LetterKind, Membership
from portal.roles import COLLABORATOR, EDITOR, UNIT_HEAD
from tests import builders
from tests.world import World, account, make_question, steering

NEXT_WRITER = frozenset({"congtacvien-khac"})
NEXT_EDITOR = frozenset({"bientap-khac"})  # may change pages but sits on no board
NEXT_HEAD = frozenset({"truongphong-khac"})
NEIGHBOURS = NEXT_WRITER | NEXT_EDITOR | NEXT_HEAD


def move_in(world: World) -> None:
    """The second unit as "neighbour", and an account for each of `NEIGHBOURS`."""
    unit = world.things["neighbour"] = builders.make_unit("Ban Quản lý chợ", site=world.site)
    for role in (COLLABORATOR, EDITOR, UNIT_HEAD):
        name = f"{role.slug}-khac"
        world.users[name] = account(name, role.group_name(world.site))
        person = builders.make_person(f"Người {name}", unit=unit, user=world.users[name])
        if role is UNIT_HEAD:
            post = builders.make_post("Trưởng Ban Quản lý chợ", unit=unit, is_head=True)
            builders.make_holding(person=person, post=post)


def another_portal(world: World) -> dict[str, Any]:
    """A row of another portal for each register that has one of its own; "foreign_" and the name of ours."""
    site = builders.make_site(hostname="huyen.example.vn", name="Huyện")
    unit = builders.make_unit("Phòng Nội vụ huyện", site=site)
    user = account("nguoi-huyen", "Cộng tác viên huyện")
    person = builders.make_person("Người huyện", unit=unit, user=user)
    rows = agency(site, unit, person) | board(world, site, unit, person) | mail(site, user)
    rows |= steering(site, site.root_page)
    rows |= {"question": make_question(site), "banner": builders.make_banner(site=site)}
    return {f"foreign_{name}": row for name, row in rows.items()}


def agency(site: Site, unit: Unit, person: Person) -> dict[str, Any]:
    post = builders.make_post("Trưởng phòng Nội vụ", unit=unit)
    return {
        "unit": unit,
        "person": person,
        "post": post,
        "holding": builders.make_holding(person=person, post=post),
        "day": CalendarDay.objects.create(date=date(2027, 3, 26), reason="Hoán đổi", site=site),
    }


def board(world: World, site: Site, unit: Unit, person: Person) -> dict[str, Any]:
    days = {"valid_from": date(2026, 1, 5), "valid_to": date(2026, 1, 9)}
    body = Board.objects.create(site=site, name="Ban Biên tập huyện")
    member = Membership.objects.create(board=body, person=person)
    other = builders.make_person("Người khác của huyện", unit=unit)
    return {
        "board": body,
        "membership": member,
        "assignment": Assignment.objects.create(membership=member, unit=unit),
        "delegation": Delegation.objects.create(giver=person, receiver=other, basis="1/UQ", **days),
        "chain": Chain.objects.create(site=site, section=site.root_page, workflow=world.things["workflow"]),
    }


def mail(site: Site, user: User) -> dict[str, Any]:
    DecidingPin.assign(user, "274905")
    letter = Letter.objects.create(
        recipient=user, site=site, kind=LetterKind.DIGEST, key="digest:huyen", subject="Tổng hợp của huyện"
    )
    return {"letter": letter, "pin": user.deciding_pin}
