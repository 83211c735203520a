"""Fills the invented commune."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.demo.answers import answers
from portal.demo.board import board
from portal.demo.documents import documents
from portal.demo.masthead import masthead
from portal.demo.news import news
from portal.demo.people import people
from portal.demo.procedures import procedures
from portal.demo.stage import Stage
from portal.demo.standing import standing
from portal.demo.waiting import waiting
from portal.presets.build import Built

NAME = "Ủy ban nhân dân xã Thạch Lâm Hạ"
STEPS: tuple[tuple[Any, Callable[[Stage], None]], ...] = (
    (gettext_lazy("units and people"), people),
    (gettext_lazy("editorial board"), board),
    (gettext_lazy("news"), news),
    (gettext_lazy("official documents"), documents),
    (gettext_lazy("administrative procedures"), procedures),
    (gettext_lazy("answers"), answers),
    (gettext_lazy("standard pages"), standing),
    (gettext_lazy("banners"), masthead),
    (gettext_lazy("pages in moderation"), waiting),
)


@transaction.atomic
def fill(built: Built, say: Callable[[str], None]) -> int:
    """Adds what is missing, all or nothing, and gives the number of things made; safe to run again."""
    stage = Stage(built)
    for name, step in STEPS:
        before = stage.made
        step(stage)
        say(f"  {name}: +{stage.made - before}")
    if not stage.made:
        say(_("Nothing was missing; nothing was changed."))
    return stage.made
