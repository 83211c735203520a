"""Fills the invented commune."""

from __future__ import annotations

from collections.abc import Callable

from portal.demo.people import people
from portal.presets.build import Built

NAME = "Ủy ban nhân dân xã Thạch Lâm Hạ"


def fill(built: Built, password: str, say: Callable[[str], None]) -> None:
    """People and content; safe to run again."""
    people(built, password)
    say("people")
