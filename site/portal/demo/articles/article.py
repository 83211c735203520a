"""What an article of the demonstration consists of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Article:
    """`section` is the address below the home page, `days` how long ago it was posted, `scene` what is drawn."""

    section: str
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    days: int
    genre: str = "tin"
    fields: tuple[str, ...] = ()
    text_by: str = "Lý Quang Huy"
    photo_by: str = "Dương Văn Phúc"
    scene: str = "field"
    alt: str = ""
    caption: str = ""
    featured: bool = False
    topic: str = ""


ACTIVITIES = "tin-tuc/hoat-dong-cua-co-quan"
ECONOMY = "tin-tuc/kinh-te"
SOCIETY = "tin-tuc/van-hoa-xa-hoi"
SECURITY = "tin-tuc/quoc-phong-an-ninh"
PARTY = "tin-tuc/dang-doan-the"
LAW = "tuyen-truyen-phap-luat"
