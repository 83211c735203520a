"""The former names a site's register of units holds, kept ready for the search."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import Site

from agency.models import Unit
from search.models import FormerName
from search.text import syllables

LONGEST_KEY = 120
PLACE = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s+\w", re.IGNORECASE)


def key_of(name: str) -> str:
    """A name folded, as it is looked up; "" for one of a single syllable, which may mean anything."""
    words = [word.folded for word in syllables(name)]
    key = " ".join(words)
    return key if len(words) > 1 and len(key) <= LONGEST_KEY else ""


@transaction.atomic
def refresh(site_id: int) -> None:
    """Writes the former names of one site anew."""
    FormerName.objects.filter(site=site_id).delete()
    rows = {(key_of(old), old, new) for old, new in _names(site_id)}
    FormerName.objects.bulk_create(
        FormerName(site_id=site_id, key=key, old=old, new=new)
        for key, old, new in sorted(rows)
        if key and key != key_of(new)
    )


def _names(site_id: int) -> Iterator[tuple[str, str]]:
    """Each old name with the one used now: of the unit itself, or of what took over from it."""
    for unit in Unit.objects.for_site(site_id).prefetch_related("successors"):
        successors = [successor.name for successor in unit.successors.all()]
        olds = [old.strip()[:255] for old in unit.former_names.splitlines()]
        for new in successors or [unit.name]:
            yield from ((old, as_place(old, new)) for old in [*olds, *([unit.name] if successors else [])])


def as_place(old: str, new: str) -> str:
    """The place alone where `old` is one and `new` is what governs it: no place is called after a committee.

    For "Xã Đồng Mận" the "Ủy ban nhân dân phường Suối Bạc" is "Phường Suối Bạc".
    """
    place = PLACE.search(new)
    if place is None or not place.start() or not PLACE.match(old):
        return new
    return f"{place[0][0].upper()}{new[place.start() + 1 :]}"


def refresh_all() -> None:
    for pk in Site.objects.values_list("pk", flat=True):
        refresh(pk)


def on_unit(instance: Unit, **kwargs: Any) -> None:
    if not kwargs.get("raw"):
        refresh(instance.site_id)


def on_successors(instance: Unit, action: str, **kwargs: Any) -> None:
    if action.startswith("post_"):
        refresh(instance.site_id)


def connect() -> None:
    post_save.connect(on_unit, sender=Unit)
    post_delete.connect(on_unit, sender=Unit)
    m2m_changed.connect(on_successors, sender=Unit.successors.through)
