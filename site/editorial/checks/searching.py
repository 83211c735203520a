"""Searching the texts of a page, each of them once: what was found in a text is kept by its digest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256

from django.core.cache import cache
from django.utils.translation import get_language

from editorial.checks.base import Finding

Find = Callable[[str], list[Finding]]
RULES = 3
"""Raised with every change of what the gates find, so that nothing found before counts."""
KEPT = 24 * 60 * 60


def search(find: Find, slug: str, texts: dict[str, str]) -> Iterator[Finding]:
    """What `find` says about each text, with its place."""
    keys = {place: key_of(slug, text) for place, text in texts.items()}
    known = cache.get_many(keys.values())
    new = {key: find(texts[place]) for place, key in keys.items() if key not in known}
    if new:
        cache.set_many(new, KEPT)
    for place, key in keys.items():
        yield from (replace(finding, where=place) for finding in (known | new)[key])


def key_of(slug: str, text: str) -> str:
    return f"check:{RULES}:{slug}:{get_language()}:{sha256(text.encode()).hexdigest()}"
