"""The editorial board of an invented commune: who sits on it, who answers for what, one delegation."""

from __future__ import annotations

from datetime import timedelta

from agency.models import Unit
from editorial.models import Assignment, Board, Delegation, Membership
from portal.demo.people import SINCE
from portal.demo.stage import Stage

Role, Duty, Kind = Membership.Role, Assignment.Duty, Board.Kind
ESTABLISHED = "215/QĐ-UBND"

# kind, name, pairs of a name and a post
BODIES = (
    (
        Kind.BOARD,
        "Ban Biên tập Trang thông tin điện tử xã Thạch Lâm Hạ",
        (
            ("Phạm Thanh Hải", Role.HEAD),
            ("Hoàng Minh Tuấn", Role.STANDING_DEPUTY),
            ("Lý Quang Huy", Role.SECRETARY),
            ("Bùi Thị Hạnh", Role.MEMBER),
            ("Trịnh Văn Sơn", Role.MEMBER),
            ("Cao Thị Bích Ngọc", Role.MEMBER),
        ),
    ),
    (
        Kind.HELP,
        "Tổ giúp việc Ban Biên tập",
        (("Mai Thị Yến", Role.MEMBER), ("Hồ Anh Dũng", Role.MEMBER)),
    ),
    (
        Kind.OPERATING,
        "Tổ vận hành Trang thông tin điện tử",
        (("Đỗ Văn Khoa", Role.HEAD), ("Ngô Thị Lan Anh", Role.MEMBER)),
    ),
)
MODERATOR = "Hoàng Minh Tuấn"
# name, duty, section
BY_SECTION = (
    ("Lý Quang Huy", Duty.RECEIVE, "tin-tuc"),
    ("Ngô Thị Lan Anh", Duty.PUBLISH, "tin-tuc"),
    ("Cao Thị Bích Ngọc", Duty.OWN, "thu-tuc-hanh-chinh"),
)
DELEGATED = ("Phạm Thanh Hải", "Hoàng Minh Tuấn", "Giấy ủy quyền số 12/UQ-UBND")


def board(stage: Stage) -> None:
    """The bodies with their members and the table of assignments, unless the site has a board already."""
    if Board.objects.filter(site=stage.built.site).exists():
        return
    seats = {name: seat for body in BODIES for name, seat in establish(stage, *body).items()}
    for unit in Unit.objects.filter(site=stage.built.site, people__isnull=False).distinct():
        answer(stage, seats[MODERATOR], Duty.MODERATE, unit=unit)
    for name, duty, path in BY_SECTION:
        answer(stage, seats[name], duty, section=stage.section(path))
    delegate(stage, *DELEGATED)


def establish(
    stage: Stage, kind: str, name: str, posts: tuple[tuple[str, str], ...]
) -> dict[str, Membership]:
    body = Board.objects.create(
        site=stage.built.site, kind=kind, name=name, decision_number=ESTABLISHED, valid_from=SINCE
    )
    given = {"board": body, "decision_number": ESTABLISHED, "valid_from": SINCE}
    stage.made += 1 + len(posts)
    return {
        member: Membership.objects.create(person=stage.people[member], role=role, **given)
        for member, role in posts
    }


def answer(stage: Stage, member: Membership, duty: str, **place: object) -> None:
    stage.made += 1
    Assignment.objects.create(membership=member, duty=duty, basis="216/QĐ-BBT", valid_from=SINCE, **place)


def delegate(stage: Stage, giver: str, receiver: str, basis: str) -> None:
    """A delegation that has ended: what was decided under it still names both."""
    stage.made += 1
    first = stage.day(40)
    Delegation.objects.create(
        giver=stage.people[giver],
        receiver=stage.people[receiver],
        basis=basis,
        valid_from=first,
        valid_to=first + timedelta(days=5),
    )
