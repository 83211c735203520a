"""Sections as a filter: kept by number, shown by the title they have now."""

from collections.abc import Collection

from wagtail.models import Page


def section_titles(values: Collection[str]) -> dict[str, str]:
    """The titles of the pages with these numbers."""
    ids = [int(value) for value in values if value.isdecimal() and len(value) < 19]
    return {str(pk): title for pk, title in Page.objects.filter(pk__in=ids).values_list("pk", "title")}
