"""Lists of the front page that take any kind of page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.reading import Reading, Want
from home.blocks.base import FrontBlock, PageChoice, Width, count, title, width
from home.blocks.news import open_sections


class NewestBlock(FrontBlock):
    title = title(required=True)
    sections = blocks.ListBlock(
        PageChoice(page_type="editorial.SectionPage"), label=_("Sections"), min_num=1, max_num=6
    )
    count = count(6)
    width = width(Width.NARROW)

    class Meta:
        icon = "date"
        label = _("Newest of sections")
        template = "home/blocks/newest.html"
        description = _("News, documents and answers of the sections chosen, mixed, newest first.")

    def shelves(self, value: Any, reading: Reading) -> list[Want]:
        sections = open_sections(value, reading)
        return [(reading.shelf(sections), value["count"])] if sections else []

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        sections = open_sections(value, reading)
        items = reading.take(reading.shelf(sections), value["count"]) if sections else []
        return {"items": items, "more": sections[0] if len(sections) == 1 else None}


class ChosenBlock(FrontBlock):
    title = title(required=True)
    pages = blocks.ListBlock(PageChoice(), label=_("Pages"), min_num=1, max_num=12)
    more = PageChoice(label=_("Page with all of them"), required=False)
    width = width(Width.NARROW)

    class Meta:
        icon = "list-ul"
        label = _("Chosen pages")
        template = "home/blocks/chosen.html"
        description = _("Pages in your order, such as the procedures people ask for most.")

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        return {"items": [page for page in value["pages"] if reading.is_open(page)]}
