"""Blocks of the front page that fill themselves with news and topics."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from editorial.reading import Reading, Want
from home.blocks.base import FrontBlock, PageChoice, Width, count, title, width
from news.models import NEWS, ArticlePage, TopicPage


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

    def shelves(self, value: Any, reading: Reading) -> list[Want]:
        return [(reading.shelf(kinds=[NEWS]), value["count"])]

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        featured = set(ArticlePage.objects.featured().order_by().values_list("pk", flat=True)) - reading.shown
        newest = {item.pk for item in reading.unseen(reading.shelf(kinds=[NEWS]), value["count"])}
        articles = reading.public(ArticlePage).select_related("picture").filter(pk__in=featured | newest)
        stories = with_sizes(sorted(articles, key=lambda page: page.pk not in featured)[: value["count"]])
        reading.shown.update(page.pk for page in stories)
        return {"lead": stories[0] if stories else None, "stories": stories[1:]}


class SectionNewsBlock(FrontBlock):
    title = title()
    sections = blocks.ListBlock(
        PageChoice(page_type="editorial.SectionPage"), label=_("Sections"), min_num=1, max_num=6
    )
    count = count(3, most=6)
    width = width()

    class Meta:
        icon = "list-ul"
        label = _("News by section")
        template = "home/blocks/section_news.html"
        description = _("Columns, one for each section: its newest article with picture, then titles.")

    def shelves(self, value: Any, reading: Reading) -> list[Want]:
        return [(reading.shelf([one], [NEWS]), value["count"]) for one in open_sections(value, reading)]

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        taken = [reading.take(shelf, count) for shelf, count in self.shelves(value, reading)]
        columns = list(zip(open_sections(value, reading), taken, strict=True))
        heads = pictured([items[0].pk for _section, items in columns if items])
        return {"columns": [(one, items, heads.get(items[0].pk)) for one, items in columns if items]}


def pictured(ids: list[int]) -> dict[int, ArticlePage]:
    """The articles with these numbers that have a picture."""
    articles = ArticlePage.objects.filter(pk__in=ids, picture__isnull=False).select_related("picture")
    return {page.pk: page for page in with_sizes(list(articles.only("pk", "picture")))}


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
        topics = reading.public(TopicPage).type(TopicPage).select_related("picture").filter(begun, lasting)
        return {"topics": with_sizes(list(topics[: value["count"]]))}


def open_sections(value: Any, reading: Reading) -> list[Page]:
    """The sections chosen that the public may still read."""
    return [section for section in value["sections"] if reading.is_open(section)]
