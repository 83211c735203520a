"""The common part of what an editorial page gives the public index."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import get_text_for_indexing

from assets import usage
from assets.furniture import without_furniture
from assets.models import DocumentText, FileKind
from editorial.models.taxonomy import Field
from search.entries import AttachmentPage, EntryData

if TYPE_CHECKING:
    from editorial.models import EditorialPage


def plain(html: str) -> str:
    """Rich text without its marks."""
    return get_text_for_indexing(html or "")


def streams(page: EditorialPage) -> list[Any]:
    fields = [f for f in page._meta.get_fields() if isinstance(f, StreamField)]
    return [(f, getattr(page, f.name)) for f in fields]


def body_text(page: EditorialPage) -> str:
    """The text of every StreamField and rich text field of `page`, in order."""
    texts = [text for field, value in streams(page) for text in field.get_searchable_content(value)]
    rich = [f for f in page._meta.get_fields() if isinstance(f, RichTextField)]
    texts += [plain(getattr(page, f.name)) for f in rich]
    return "\n".join(text for text in texts if text)


def headings(page: EditorialPage) -> str:
    """The headings among the content blocks of `page`."""
    blocks = [block for _field, value in streams(page) for block in value or []]
    return "\n".join(str(block.value["text"]) for block in blocks if block.block_type == "heading")


def other_titles(page: EditorialPage) -> tuple[str, ...]:
    """The short title beside the full one, unless it is the beginning of that."""
    short = page.title.rstrip("… ")
    return () if page.full_title.startswith(short) else (short,)


def common_facets(page: EditorialPage) -> list[tuple[str, str]]:
    facets = [("field", name) for name in Field.objects.filter(pages=page).values_list("name", flat=True)]
    facets += [("unit", page.unit.name)] if page.unit else []
    facets += [("genre", page.genre.name)] if page.genre else []
    return facets


def attachments(page: EditorialPage) -> tuple[AttachmentPage, ...]:
    """The text of the files `page` uses, page by page, without what only runs along with it."""
    ids = [pk for kind, pk in usage.references(page) if kind == FileKind.DOCUMENT]
    texts = DocumentText.objects.filter(reading__documents__in=ids) if ids else DocumentText.objects.none()
    rows = texts.values_list("reading__documents", "page", "text").order_by("reading__documents", "page")
    files = ((pk, list(pages)) for pk, pages in groupby(rows, key=itemgetter(0)))
    return tuple(part for pk, pages in files for part in attachment_pages(pk, pages))


def attachment_pages(document: int, rows: list[tuple[int, int, str]]) -> Iterator[AttachmentPage]:
    texts = without_furniture(text for _document, _number, text in rows)
    for (_document, number, _text), text in zip(rows, texts, strict=True):
        yield AttachmentPage(document, number, text)


def base_entry(page: EditorialPage, kind: str, **given: Any) -> EntryData:
    """An entry filled from the fields every editorial page has; `given` wins, its `facets` are added."""
    published = timezone.localdate(page.first_published_at or timezone.now())
    values: dict[str, Any] = {
        "title": page.full_title,
        "names": other_titles(page),
        "summary": page.summary,
        "headings": headings(page),
        "text": body_text(page),
        "attachments": attachments(page),
        "date": published,
        "visible_from": page.go_live_at,
        "visible_until": page.expire_at,
        **given,
    }
    facets = [*common_facets(page), *given.get("facets", ())]
    facets += [("year", str(values["date"].year))] if values["date"] else []
    return EntryData(kind=kind, **{**values, "facets": tuple(facets)})


def public_entries() -> Iterator[tuple[EditorialPage, EntryData]]:
    """Every public page with what it gives the index, in portions, for `rebuild_search`."""
    from editorial.models import EditorialPage

    for page in EditorialPage.objects.live().public().order_by("pk").specific().iterator(chunk_size=200):
        if entry := page.search_entry():
            yield page, entry
