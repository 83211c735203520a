"""Administration search on SQLite."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet
from modelsearch.backends.database.sqlite import sqlite
from modelsearch.query import MatchAll, Not

from search.admin_backend.folding import FoldedQuestion, FoldedTexts, SteadyIndex

OBJECT = "index_entry__object_id"


class Indexer(FoldedTexts, sqlite.ObjectIndexer):
    pass


class Index(SteadyIndex, sqlite.SQLiteIndex):
    indexer = Indexer


class Ranked(FoldedQuestion):
    """Scores of a question read once; Wagtail's own runs the question again for every hit."""

    def is_ranked(self) -> bool:
        return self.order_by_relevance and not isinstance(self.query, MatchAll | Not)

    def scores(self, config: Any) -> dict[str, float]:
        """Score by number of object, the best first: a lower score is a better one."""
        rank = self._build_rank_expression(self.get_search_vectors(), config)
        scored = self._entries(config).annotate(score=rank).order_by("score", "-pk")
        return dict(scored.values_list(OBJECT, "score"))

    def matching(self, config: Any) -> QuerySet:
        """What matches, in no order."""
        return self.queryset.filter(pk__in=self._entries(config).values(OBJECT)).order_by()

    def _entries(self, config: Any) -> QuerySet:
        asked = self.build_search_query(sqlite.normalize(self.query), config=config)
        match = sqlite.MatchExpression(self.fields or self.FTS_TABLE_FIELDS, asked)
        types = sqlite.get_descendants_content_types_pks(self.queryset.model)
        return sqlite.SQLiteFTSIndexEntry.objects.filter(match, index_entry__content_type__in=types)


class Compiler(Ranked, sqlite.SQLiteSearchQueryCompiler):
    pass


class AutocompleteCompiler(Ranked, sqlite.SQLiteAutocompleteQueryCompiler):
    pass


class Results(sqlite.SQLiteSearchResults):
    def _do_search(self) -> list[Model]:
        if not self.query_compiler.is_ranked():
            return super()._do_search()
        config = self.query_compiler.get_config(self.backend)
        scores = self.query_compiler.scores(config)
        matching = self.query_compiler.matching(config)
        places = {str(pk): pk for pk in matching.values_list("pk", flat=True)}
        ranked = [name for name in scores if name in places][self.start : self.stop]
        found = matching.in_bulk([places[name] for name in ranked])
        return [self._scored(found[places[name]], scores[name]) for name in ranked]

    def _scored(self, item: Model, score: float) -> Model:
        if self._score_field:
            setattr(item, self._score_field, score)
        return item

    def _do_count(self) -> int:
        if not self.query_compiler.is_ranked():
            return super()._do_count()
        matching = self.query_compiler.matching(self.query_compiler.get_config(self.backend))
        return matching[self.start : self.stop].count()


class FoldedSQLiteBackend(sqlite.SQLiteSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index
    results_class = Results
