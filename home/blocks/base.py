"""What every block of the front page has: a title, a width, and the reading it takes its pages from."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from editorial.reading import Reading, Want


class Width(TextChoices):
    """Parts of the page's width from 960 px; on a phone every block takes the whole."""

    FULL = "full", _("Whole width")
    WIDE = "wide", _("Wide (7 of 12)")
    HALF = "half", _("Half")
    NARROW = "narrow", _("Narrow (5 of 12)")


class FrontBlock(blocks.StructBlock):
    """A block that fills itself: `fill` gives what its template needs beside the value."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        return {**context, **self.fill(value, Reading.of(parent_context))}

    def shelves(self, value: Any, reading: Reading) -> list[Want]:
        """The shelves of newest pages it takes from, and how many; read for all blocks together."""
        return []

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        """Names for the template. Constant queries, whatever the amount of content."""
        return {}


class PageChoice(blocks.PageChooserBlock):
    """A chosen page, of which only what a link needs is read."""

    COLUMNS = ("path", "depth", "title", "slug", "url_path", "live")

    def bulk_to_python(self, values: list[int | None]) -> list[Page | None]:
        pages = Page.objects.only(*self.COLUMNS).in_bulk([pk for pk in values if pk])
        return [copy(pages.get(pk)) for pk in values]


def width(default: Width = Width.FULL) -> blocks.ChoiceBlock:
    return blocks.ChoiceBlock(choices=Width.choices, default=default, label=_("Width"))


def title(required: bool = False) -> blocks.CharBlock:
    return blocks.CharBlock(label=_("Title"), required=required, max_length=150)


def count(default: int, most: int = 12) -> blocks.IntegerBlock:
    return blocks.IntegerBlock(label=_("How many"), default=default, min_value=1, max_value=most)
