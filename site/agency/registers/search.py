"""Searching a register without regard to accents or capitals."""

from __future__ import annotations

from anyascii import anyascii
from django.db.models import QuerySet
from wagtail_modeladmin.helpers import DjangoORMSearchHandler


def fold(text: str) -> str:
    """Plain lower-case letters: "Đặng Thị Hồng" becomes "dang thi hong"."""
    return anyascii(text).lower()


class FoldedSearch(DjangoORMSearchHandler):
    """Every word asked for must occur in one of the fields. A register is small enough to be read whole."""

    def search_queryset(self, queryset: QuerySet, search_term: str, **kwargs) -> QuerySet:
        words = fold(search_term).split()
        if not words:
            return queryset
        rows = queryset.order_by().values_list("pk", *self.search_fields)
        found = [pk for pk, *texts in rows if _has_all(words, fold(" ".join(map(str, texts))))]
        return queryset.filter(pk__in=found)


def _has_all(words: list[str], text: str) -> bool:
    return all(word in text for word in words)
