"""Many live articles with the texts of a corpus and their entries, as fast as a database takes rows."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import count, islice
from typing import Any
from uuid import uuid4

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import F
from django.utils.html import escape
from wagtail.models import Page, Revision
from wagtail.search.backends import get_search_backend

from bench.search_corpus import Named, address, build, tidy, write
from bench.waiting import copy_row, free_paths, new_keys
from editorial.models import EditorialPage, SectionPage
from news.models import ArticlePage
from search.entries import EntryData
from search.models import Entry
from tests.builders import make_article

Text = tuple[str, str]
PORTION = 1_000  # pages of one transaction


def first_article() -> ArticlePage:
    """A live article in a portal as it is set up, on a database that is migrated and empty."""
    call_command("setup_portal", name="Ủy ban nhân dân xã", host="localhost", stdout=StringIO())
    return make_article("Trang đầu", SectionPage.objects.get(slug="kinh-te"))


def texts(named: Iterable[Named]) -> Iterator[Text]:
    """Titles with texts, without end: each time round, the titles have another number."""
    pairs = []
    for _name, data in named:
        pairs.append((data.title, "\n".join(filter(None, (data.summary, data.text, data.extra)))))
        yield pairs[-1]
    for turn in count(2):
        yield from ((f"{title} {turn}", text) for title, text in pairs)


def add(like: ArticlePage, wanted: Iterator[Text], number: int) -> None:
    """So many more articles beside `like`, each with a title and a text of its own, all searchable."""
    done = 0
    while portion := list(islice(wanted, min(PORTION, number - done))):
        _write(like, portion)
        done += len(portion)
        print(f"{done:,} of {number:,} pages", file=sys.stderr, flush=True)
    _follow_keys()
    build()


def index_all(model: type[Page], backend: Any = None) -> None:
    """Lets a backend of Wagtail's, by default that of the administration, index every live page of a type."""
    backend = backend or get_search_backend()
    done, pages = 0, model.objects.live().order_by("pk").iterator(PORTION)
    while portion := list(islice(pages, PORTION)):
        backend.add_bulk(model, portion)
        done += len(portion)
        print(f"{done:,} indexed by {type(backend).__name__}", file=sys.stderr, flush=True)
    tidy()


@transaction.atomic
def _write(like: ArticlePage, portion: Sequence[Text]) -> None:
    section = SectionPage.objects.get(pk=like.section.pk)
    paths, drafts = free_paths(like, section), iter(new_keys(Revision, len(portion)))
    pages = dict(zip(new_keys(Page, len(portion)), portion, strict=True))
    for pk, (title, text) in pages.items():
        slug, draft = f"{like.slug}-{pk}", next(drafts)
        place = {"path": next(paths), "slug": slug, "url_path": f"{section.url_path}{slug}/"}
        own = {"translation_key": uuid4().hex, "latest_revision_id": draft, "live_revision_id": draft}
        copy_row(Revision, like.live_revision_id, id=draft, object_id=str(pk))
        copy_row(Page, like.pk, id=pk, title=title[:255], draft_title=title[:255], **place, **own)
        copy_row(EditorialPage, like.pk, page_ptr_id=pk)
        copy_row(ArticlePage, like.pk, editorialpage_ptr_id=pk, body=_body(text))
    Page.objects.filter(pk=section.pk).update(numchild=F("numchild") + len(portion))
    _write_entries(like, pages)


def _write_entries(like: ArticlePage, pages: Mapping[int, Text]) -> None:
    """The entries of pages, by their numbers, under the addresses of these."""
    above = f"{like.section.url}{like.slug}".strip("/")
    named = {f"{above}-{pk}": EntryData("news", title, text=text) for pk, (title, text) in pages.items()}
    write(like.get_site(), list(named.items()))
    numbers = {address(name): pk for name, pk in zip(named, pages, strict=True)}
    entries = list(Entry.objects.filter(url__in=numbers).only("url"))
    for entry in entries:
        entry.page_id = numbers[entry.url]
    Entry.objects.bulk_update(entries, ["page"], batch_size=200)


def _body(text: str) -> str:
    value = f"<p>{escape(text)}</p>"
    return json.dumps([{"type": "text", "value": value, "id": str(uuid4())}])


def _follow_keys() -> None:
    """PostgreSQL counts keys by itself, and was given none of these."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Page, Revision]):
            cursor.execute(statement)
