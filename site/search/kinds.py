"""The kinds of entries a visitor can tell apart, registered by the apps that supply them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise

Label = str | Promise


@dataclass(frozen=True)
class Kind:
    """`label` names one entry, `plural` many; kinds are shown by `order` and ranked by factors of `like`."""

    slug: str
    label: Label
    plural: Label
    order: int
    like: str


_kinds: dict[str, Kind] = {}


def register(slug: str, label: Label, plural: Label, order: int = 100, *, like: str = "") -> None:
    """Makes `slug`, the `kind` of some `EntryData`, known to readers; called from `AppConfig.ready`."""
    _kinds[slug] = Kind(slug, label, plural, order, like or slug)


def get(slug: str) -> Kind:
    """The kind, or one that shows its slug when nobody registered it."""
    return _kinds.get(slug) or Kind(slug, slug, slug, 1000, slug)


def in_order() -> list[Kind]:
    return sorted(_kinds.values(), key=lambda kind: (kind.order, kind.slug))
