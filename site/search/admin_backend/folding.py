"""What both databases share: texts and questions as folded syllables, and entries written by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from modelsearch.conf import get_app_config
from modelsearch.query import MATCH_NONE, And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery
from modelsearch.utils import get_content_type_pk

from search.text import syllables

TYPICAL_TITLE = 12  # syllables; a shorter title counts more, a longer one less


def plain(text: str) -> str:
    """The folded syllables of `text`, a space between: nothing in it means anything to a database."""
    return " ".join(syllable.folded for syllable in syllables(text))


def folded(query: SearchQuery) -> SearchQuery:
    """The same question in folded syllables; one without any finds nothing."""
    if isinstance(query, And | Or):
        return type(query)([folded(part) for part in query.subqueries])
    if isinstance(query, Not):
        return Not(folded(query.subquery))
    if isinstance(query, Boost):
        return Boost(folded(query.subquery), query.boost)
    if isinstance(query, PlainText | Phrase | Fuzzy):
        return _folded_words(query)
    return query


def _folded_words(query: PlainText | Phrase | Fuzzy) -> SearchQuery:
    words = plain(query.query_string)
    if not words:
        return MATCH_NONE
    return Phrase(words) if isinstance(query, Phrase) else PlainText(words, operator=query.operator)


class FoldedTexts:
    """For an `ObjectIndexer`: every text of an object folded."""

    def prepare_value(self, value: Any) -> str:
        return plain(super().prepare_value(value))  # type: ignore[misc]


class FoldedQuestion:
    """For a query compiler: the question folded like the texts."""

    query: SearchQuery

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.query = folded(self.query)


class SteadyIndex:
    """For an index: an object is written in one statement, and its title is weighed by itself.

    Wagtail's own computes the average length of all titles at every save, by reading the whole table.
    """

    indexer: ClassVar[type]
    texts: ClassVar[tuple[str, ...]] = ("title", "autocomplete", "body")
    title: ClassVar[str] = "title"  # where an indexer has the title as plain text

    def add_items(self, model: Any, objs: Iterable[Any]) -> None:
        if not model.get_search_fields():
            return
        content_type = get_content_type_pk(model)
        rows = [self._row(content_type, self.indexer(item, self.backend)) for item in objs]
        get_app_config().get_model("IndexEntry").objects.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title_norm", *self.texts],
        )

    def _row(self, content_type: int, indexer: Any) -> Any:
        values = {name: getattr(indexer, name) for name in self.texts}
        norm = TYPICAL_TITLE / max(len(getattr(indexer, self.title).split()), 1)
        entry = get_app_config().get_model("IndexEntry")
        return entry(content_type_id=content_type, object_id=indexer.id, title_norm=norm, **values)

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing is left to compute."""
