"""RSS of a section."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Rss201rev2Feed

if TYPE_CHECKING:
    from editorial.models import EditorialPage, SectionPage

NEWEST = 30
# Signs that come along from word processors and that XML 1.0 cannot hold; a single one stops a whole feed.
UNSPEAKABLE = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)], " ")


def plain(text: str) -> str:
    """`text` on one line of signs that XML can hold."""
    return " ".join(text.translate(UNSPEAKABLE).split())


class SectionFeed(Feed):
    """The newest public pages below a section."""

    feed_type = Rss201rev2Feed

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> SectionPage:
        return kwargs["section"]

    def title(self, section: SectionPage) -> str:
        return plain(section.full_title)

    def description(self, section: SectionPage) -> str:
        return plain(section.summary or section.full_title)

    def link(self, section: SectionPage) -> str:
        return section.get_url()

    def items(self, section: SectionPage) -> list[EditorialPage]:
        from editorial.models.sections import pages_at

        return pages_at(section.items()[:NEWEST])

    def item_title(self, item: EditorialPage) -> str:
        return plain(item.full_title)

    def item_description(self, item: EditorialPage) -> str:
        return plain(item.summary)

    def item_link(self, item: EditorialPage) -> str:
        return item.get_url()

    def item_pubdate(self, item: EditorialPage) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: EditorialPage) -> datetime | None:
        return item.last_published_at
