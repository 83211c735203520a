"""A gallery of ready sections an editor starts from (K20), filled by whoever knows the page types."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps

from editorial.models import SectionPage


@dataclass(frozen=True)
class SectionTemplate:
    """A section with what the register asks: purpose, rhythm in days (None: seldom), legal basis (K21)."""

    slug: str
    title: str
    purpose: str
    legal_basis: str = ""
    frequency_days: int | None = None
    menu_place: str = ""
    model: str = "editorial.SectionPage"
    values: dict[str, Any] = field(default_factory=dict)
    live: bool = True

    def build(self, **given: Any) -> SectionPage:
        """An unsaved page of this template."""
        fields = {
            "title": self.title,
            "slug": self.slug,
            "purpose": self.purpose,
            "legal_basis": self.legal_basis,
            "frequency_days": self.frequency_days,
            "menu_place": self.menu_place,
        }
        return apps.get_model(self.model)(**{**fields, **self.values, **given})


GALLERY: dict[str, SectionTemplate] = {}


def register(*templates: SectionTemplate) -> None:
    """Offers these templates; a later one with the same slug takes the place of an earlier one."""
    GALLERY.update({template.slug: template for template in templates})
