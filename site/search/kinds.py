"""The kinds of entry there are, as visitors know them; whoever has pages of a kind registers it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Kind:
    slug: str
    label: str | Promise
    plural: str | Promise
    order: int = 100


KINDS: dict[str, Kind] = {}


def register(slug: str, label: str | Promise, plural: str | Promise, order: int = 100) -> None:
    """Names a kind; `order` sorts it among the others."""
    KINDS[slug] = Kind(slug, label, plural, order)


def label_of(slug: str) -> str:
    return str(KINDS[slug].label) if slug in KINDS else slug


def plural_of(slug: str) -> str:
    return str(KINDS[slug].plural) if slug in KINDS else slug


def order_of(slug: str) -> int:
    return KINDS[slug].order if slug in KINDS else 1000
