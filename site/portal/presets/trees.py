"""The section tree of each kind of agency (`domain` list of what must be published, by level)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from editorial.section_templates import SectionTemplate
from portal.presets import sections as s


@dataclass(frozen=True)
class Page:
    """A page that is no section; it stays a draft until somebody writes it."""

    slug: str
    title: str
    model: str = "home.StandardPage"
    live: bool = False
    values: dict[str, Any] = field(default_factory=dict)

    def build(self) -> Any:
        """An unsaved page."""
        return apps.get_model(self.model)(title=self.title, slug=self.slug, **self.values)


@dataclass(frozen=True)
class Node:
    page: SectionTemplate | Page
    below: tuple[Node, ...] = ()


def nodes(*pages: SectionTemplate | Page) -> tuple[Node, ...]:
    return tuple(Node(page) for page in pages)


ORGANISATION = Page("to-chuc-bo-may", "Tổ chức bộ máy", "home.OrganisationPage", live=True)
LEADERS = Page("lanh-dao", "Lãnh đạo và phân công nhiệm vụ", "home.LeadersPage", live=True)
BOARD = Page("ban-bien-tap", "Ban biên tập", "home.BoardPage", live=True)
FUNCTIONS = Page("chuc-nang-nhiem-vu", "Chức năng, nhiệm vụ, quyền hạn")
HISTORY = Page("lich-su", "Lịch sử hình thành và phát triển")
CHANNELS = Page("kenh-thong-tin", "Các kênh thông tin chính thức")
SPOKESPERSON = Page("nguoi-phat-ngon", "Người phát ngôn")

# Decree 224/2026/NĐ-CP, article 9, clause 1, point c: what a commune tells about itself.
ABOUT_COMMUNE = nodes(
    ORGANISATION,
    LEADERS,
    FUNCTIONS,
    Page("ban-do-dia-gioi", "Bản đồ địa giới hành chính"),
    Page("dieu-kien-tu-nhien", "Điều kiện tự nhiên"),
    HISTORY,
    Page("truyen-thong-van-hoa", "Truyền thống văn hóa"),
    Page("di-tich", "Di tích"),
    Page("danh-thang", "Danh thắng"),
    SPOKESPERSON,
    CHANNELS,
    BOARD,
)
# The same article, point b: what a department tells about itself.
ABOUT_DEPARTMENT = nodes(ORGANISATION, LEADERS, FUNCTIONS, HISTORY, SPOKESPERSON, CHANNELS, BOARD)

COMMUNE = (
    Node(s.INTRODUCTION, ABOUT_COMMUNE),
    Node(s.NEWS, nodes(s.ACTIVITIES, s.ECONOMY, s.SOCIETY, s.SECURITY, s.PARTY, s.RADIO)),
    Node(s.DIRECTION),
    Node(s.PROCEDURES),
    Node(s.DOCUMENTS),
    Node(s.QUESTIONS),
    *nodes(
        s.LEGAL_EDUCATION,
        s.PLANNING,
        s.PROJECTS,
        s.CONSULTATION,
        s.STATISTICS,
        s.BUDGET,
        s.ACCESS,
        s.RECEPTION,
        s.PUBLICITY,
        s.TOPICS,
    ),
)
DEPARTMENT = (
    Node(s.INTRODUCTION, ABOUT_DEPARTMENT),
    Node(s.NEWS, nodes(s.ACTIVITIES, s.PARTY)),
    Node(s.DIRECTION),
    Node(s.PROCEDURES),
    Node(s.DOCUMENTS),
    Node(s.QUESTIONS),
    *nodes(
        s.LEGAL_EDUCATION,
        s.PLANNING,
        s.PROJECTS,
        s.CONSULTATION,
        s.STATISTICS,
        s.BUDGET,
        s.ACCESS,
        s.RECEPTION,
        s.SCIENCE,
        s.TOPICS,
    ),
)
DISTRICT_ARCHIVE = (
    Node(s.INTRODUCTION, nodes(HISTORY)),
    Node(s.ARCHIVE),
    Node(s.DOCUMENTS),
)

PRESETS: dict[str, tuple[Node, ...]] = {
    "xa": COMMUNE,
    "so": DEPARTMENT,
    "huyen-luu-tru": DISTRICT_ARCHIVE,
}
