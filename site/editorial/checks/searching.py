"""Searching all words of a page, each text once: what was found in a text is kept by its digest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from django.core.cache import cache
from django.utils.translation import get_language

from editorial.checks import files
from editorial.checks.base import RULES, Find, Finding
from editorial.checks.subject import Subject

KEPT = 24 * 60 * 60


def search(find: Find, slug: str, subject: Subject) -> Iterator[Finding]:
    """What `find` says about each text of `subject` and each page of its attachments, with its place."""
    places = (*in_texts(find, slug, subject.texts), *files.search(find, slug, subject.documents))
    for place, findings in places:
        yield from (replace(finding, where=place) for finding in findings)


def in_texts(find: Find, slug: str, texts: dict[str, str]) -> list[tuple[str, list[Finding]]]:
    keys = {place: key_of(slug, text) for place, text in texts.items()}
    known = cache.get_many(keys.values())
    new = {key: find(texts[place]) for place, key in keys.items() if key not in known}
    if new:
        cache.set_many(new, KEPT)
    return [(place, (known | new)[key]) for place, key in keys.items()]


def key_of(slug: str, text: str) -> str:
    return f"check:{RULES}:{slug}:{get_language()}:{sha256(text.encode()).hexdigest()}"
