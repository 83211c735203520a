"""The documents of the invented commune, as data."""

from __future__ import annotations

from dataclasses import dataclass

COMMITTEE = "Ủy ban nhân dân xã Thạch Lâm Hạ"
COUNCIL = "Hội đồng nhân dân xã Thạch Lâm Hạ"
CHAIRMAN = ("Nguyễn Hữu Thành", "Chủ tịch")
DEPUTY = ("Phạm Thanh Hải", "Phó Chủ tịch")
DEPUTY_ECONOMY = ("Đặng Thị Thu Hà", "Phó Chủ tịch")
COUNCIL_HEAD = ("Lê Thị Minh Nguyệt", "Phó Chủ tịch HĐND")


@dataclass(frozen=True)
class Link:
    """What a document does to another: `to` is the key of one below or a number; `part` limits it."""

    kind: str
    to: str
    part: str = ""


@dataclass(frozen=True)
class Paper:
    """`days` is how long ago it was issued, `after` how many days later it took effect.

    "{year}" in a number is the year of issue. A normative one has a year in its number.
    """

    key: str
    number: str
    type: str
    title: str
    days: int
    articles: tuple[str, ...]
    fields: tuple[str, ...] = ()
    signer: tuple[str, str] = CHAIRMAN
    issuer: str = COMMITTEE
    after: int | None = None
    expires: int | None = None
    links: tuple[Link, ...] = ()

    @property
    def is_normative(self) -> bool:
        return "{year}" in self.number
