"""Blocks of the front page that fill themselves with news and topics."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from editorial.reading import Reading
from home.blocks.base import FrontBlock, Width, count, title, width
from news.models import ArticlePage, TopicPage


def with_sizes(pages: list) -> list:
    """Fetches what was made of their pictures, in one query for all."""
    prefetch_related_objects(pages, "picture__renditions")
    return pages


class LeadBlock(FrontBlock):
    title = title()
    count = count(5)
    width = width(Width.WIDE)

    class Meta:
        icon = "pick"
        label = _("Lead stories")
        template = "home/blocks/lead.html"
        description = _("Featured articles first, then the newest; the first one stands large.")

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        articles = reading.public(ArticlePage).select_related("picture")
        stories = reading.take(articles.featured(), value["count"])
        stories += reading.take(articles, value["count"] - len(stories))
        with_sizes(stories)
        return {"lead": stories[0] if stories else None, "stories": stories[1:]}


class SectionNewsBlock(FrontBlock):
    title = title()
    sections = blocks.ListBlock(
        blocks.PageChooserBlock(page_type="editorial.SectionPage"), label=_("Sections"), min_num=1, max_num=6
    )
    count = count(3, most=6)
    width = width()

    class Meta:
        icon = "list-ul"
        label = _("News by section")
        template = "home/blocks/section_news.html"
        description = _("Columns, one for each section: its newest article with picture, then titles.")

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        columns = [
            (section, self.items(section, value, reading)) for section in open_sections(value, reading)
        ]
        with_sizes([items[0] for _section, items in columns if items])
        return {"columns": [(section, items) for section, items in columns if items]}

    def items(self, section: Page, value: Any, reading: Reading) -> list[ArticlePage]:
        articles = reading.public(ArticlePage, [section]).select_related("picture")
        return reading.take(articles, value["count"])


class TopicsBlock(FrontBlock):
    title = title()
    count = count(4, most=8)
    width = width()

    class Meta:
        icon = "tag"
        label = _("Topics")
        template = "home/blocks/topics.html"
        description = _("Topics whose dates include today.")

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        today = timezone.localdate()
        begun = Q(starts__isnull=True) | Q(starts__lte=today)
        lasting = Q(ends__isnull=True) | Q(ends__gte=today)
        topics = reading.public(TopicPage).select_related("picture").filter(begun, lasting)
        return {"topics": with_sizes(list(topics[: value["count"]]))}


def open_sections(value: Any, reading: Reading) -> list[Page]:
    """The sections chosen that the public may still read."""
    return [section for section in value["sections"] if reading.is_open(section)]
