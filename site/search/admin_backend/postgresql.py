"""Administration search on PostgreSQL."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from modelsearch.backends.database.postgres import postgres

from search.admin_backend.folding import FoldedQuestion, FoldedTexts, SteadyIndex


class Indexer(FoldedTexts, postgres.ObjectIndexer):
    pass


class Index(SteadyIndex, postgres.PostgresIndex):
    indexer = Indexer
    texts = (*SteadyIndex.texts, "title_text", "body_text")
    title = "title_text"


class Indexed(FoldedQuestion):
    """Asks the index, which is folded, also when single fields are asked for: their columns are not."""

    def get_fields_vectors(self, search_query: Any) -> Any:
        if set(self.fields) == {"title"}:
            return [(F("index_entries__title"), F("index_entries__title_norm"))]
        return self.get_index_vectors(search_query)


class Compiler(Indexed, postgres.PostgresSearchQueryCompiler):
    pass


class AutocompleteCompiler(Indexed, postgres.PostgresAutocompleteQueryCompiler):
    pass


class FoldedPostgresBackend(postgres.PostgresSearchBackend):
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
    index_class = Index

    def __init__(self, params: dict[str, Any]) -> None:
        # Any other configuration stems syllables as if they were English and drops "do" and "the".
        super().__init__({"SEARCH_CONFIG": "simple", **params})
