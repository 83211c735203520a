"""The search field with its doors, the first thing on the front page."""

from __future__ import annotations

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.reading import Reading
from home.blocks.base import FrontBlock, PageChoice, title


class DoorIcon(TextChoices):
    PROCEDURES = "clipboard-list", _("Procedures")
    DOCUMENTS = "file-text", _("Official documents")
    QUESTIONS = "question", _("Questions and answers")
    CALENDAR = "calendar-days", _("Calendar")
    NEWS = "newspaper", _("News")
    PEOPLE = "users", _("People")
    AGENCY = "landmark", _("Agency")
    CONTACT = "phone", _("Contact")
    MAP = "map-pin", _("Place")
    LAW = "scale", _("Law")


class DoorBlock(blocks.StructBlock):
    page = PageChoice(label=_("Page"))
    label = blocks.CharBlock(label=_("Words shown"), required=False, max_length=60)
    icon = blocks.ChoiceBlock(choices=DoorIcon.choices, default=DoorIcon.PROCEDURES, label=_("Sign"))

    class Meta:
        icon = "link"
        label = _("Door")


class SearchBlock(FrontBlock):
    title = title()
    doors = blocks.ListBlock(DoorBlock(), label=_("Doors"), max_num=8, required=False, default=[])

    class Meta:
        icon = "search"
        label = _("Search and doors")
        template = "home/blocks/search.html"
        description = _("One wide search field and the ways most visitors take.")

    def fill(self, value: Any, reading: Reading) -> dict[str, Any]:
        """Doors to pages that were unpublished or deleted close by themselves."""
        return {"doors": [door for door in value["doors"] if reading.is_open(door["page"])]}
