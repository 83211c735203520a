"""The attached files that passages come from: opened at the page, when anybody may read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import cached_property

from assets.models import CustomDocument

if TYPE_CHECKING:
    from search.query import Hit


@dataclass(frozen=True)
class AttachedFile:
    """A file with the page of the passage, 0 without pages; `url` opens it there, by the checked view."""

    name: str
    url: str
    page: int


class AttachedFiles:
    """The files of one page of hits, read in one query when the first is asked for."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.hits = hits

    def of(self, hit: Hit) -> AttachedFile | None:
        """The file the passage shown of `hit` stands in, if it does and the file is public."""
        snippet = hit.snippet
        document = self.documents.get(snippet.document_id) if snippet.document_id else None
        if document is None or not document.is_public:
            return None
        place = f"#page={snippet.page}" if snippet.page and document.file_extension == "pdf" else ""
        return AttachedFile(document.title, document.url + place, snippet.page)

    @cached_property
    def documents(self) -> dict[int, CustomDocument]:
        wanted = {hit.snippet.document_id for hit in self.hits}
        return CustomDocument.objects.in_bulk(wanted - {None})
