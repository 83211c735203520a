"""The front page a new site starts with; editors rearrange it as they like (K15)."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page

from home.models import HomePage

DOORS = (
    ("thu-tuc-hanh-chinh", "Thủ tục", "clipboard-list"),
    ("van-ban", "Văn bản", "file-text"),
    ("hoi-dap", "Hỏi đáp", "question"),
    ("to-chuc-bo-may", "Tổ chức bộ máy", "users"),
)
NEWS_BY_SECTION = ("hoat-dong-cua-co-quan", "kinh-te", "van-hoa-xa-hoi")

Block = tuple[str, dict[str, Any]]


def arrange(home: HomePage) -> None:
    """Gives a front page without blocks its first ones, as far as their sections exist."""
    if home.body:
        return
    pages = {page.slug: page for page in home.get_descendants().live()}
    home.body = [*opening(pages), *news(pages), *services(pages), topics(), banners()]
    home.save_revision(log_action=True).publish(skip_permission_checks=True)


def opening(pages: dict[str, Page]) -> list[Block]:
    doors = [
        {"page": pages[slug], "label": label, "icon": icon} for slug, label, icon in DOORS if slug in pages
    ]
    return [("search", {"title": "", "doors": doors})]


def news(pages: dict[str, Page]) -> list[Block]:
    blocks: list[Block] = [("lead", {"title": "", "count": 5, "width": "wide"})]
    if direction := pages.get("chi-dao-dieu-hanh"):
        blocks.append(newest("Chỉ đạo điều hành", direction, 7, "narrow"))
    if sections := [pages[slug] for slug in NEWS_BY_SECTION if slug in pages]:
        blocks.append(("section_news", {"title": "", "sections": sections, "count": 4, "width": "full"}))
    return blocks


def services(pages: dict[str, Page]) -> list[Block]:
    """Documents beside procedures, then answers beside what the law has to tell."""
    rows = (
        ("van-ban", "Văn bản mới", "wide"),
        ("thu-tuc-hanh-chinh", "Thủ tục hành chính", "narrow"),
        ("hoi-dap", "Câu hỏi vừa được trả lời", "half"),
        ("tuyen-truyen-phap-luat", "Phổ biến pháp luật", "half"),
    )
    return [newest(title, pages[slug], 5, width) for slug, title, width in rows if slug in pages]


def newest(title: str, section: Page, count: int, width: str) -> Block:
    return ("newest", {"title": title, "sections": [section], "count": count, "width": width})


def topics() -> Block:
    return ("topics", {"title": "Chuyên đề", "count": 4, "width": "full"})


def banners() -> Block:
    return ("banners", {"title": "", "width": "full"})
