"""Keeping the public index in step with what the public may read."""

from collections.abc import Iterable

from wagtail.models import Page

from search.entries import EntryData


def put(page: Page, data: EntryData) -> None:
    """Writes or replaces the entry of `page`, inside the caller's transaction."""


def remove(page_ids: Iterable[int]) -> None:
    """Takes the entries of these pages out, inside the caller's transaction."""
