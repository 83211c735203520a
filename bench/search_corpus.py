"""Fills a scratch database with a corpus of law articles, documents and procedures, in portions."""

from __future__ import annotations

import gzip
import json
import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction
from wagtail.models import Page, Site

from docs.answering import signals
from search import building, completion, kinds, statistics
from search.entries import EntryData
from search.index import columns
from search.models import UNSEARCHED, Entry, EntryFacet, EntryText
from search.packing import pack
from search.terms import VERSION, length

PORTION = 2_000  # entries of one transaction
CORPORA = ("law_articles", "procedures", "documents")
LIKE = {
    "law_articles": "document",
    "alqac_articles": "document",
    "documents": "document",
    "procedures": "procedure",
    "questions_answers": "answer",
    "news": "news",
}
ARTICLE_NUMBER = re.compile(r"^Điều [\w.]+\.\s*")
Row = dict[str, Any]
Named = tuple[str, EntryData]


@contextmanager
def scratch_database(name: str = "search", *, kept: bool = True) -> Iterator[None]:
    """A database beside the portal's own that is kept from run to run, or else is made anew."""
    own = connection.settings_dict["NAME"]
    folder = Path(settings.VAR) / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    path = str(folder / f"{name}.sqlite3") if connection.vendor == "sqlite" else f"bench_{name}"
    connection.settings_dict["TEST"]["NAME"] = path
    connection.creation.create_test_db(verbosity=0, autoclobber=True, keepdb=kept, serialize=False)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(own, verbosity=0, keepdb=kept)


def rows(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def fill(folder: Path) -> Site:
    """Loads what is not there yet of the files in `folder`; returns the site the entries are in."""
    return load(entries(folder))


def load(wanted: Iterable[Named]) -> Site:
    """Loads what is not there yet; returns the site the entries are in."""
    for name, like in LIKE.items():
        kinds.register(name, name, name, like=like)
    site = scratch_site()
    drop_outdated()
    there = set(Entry.objects.values_list("url", flat=True))
    write_all(site, (named for named in wanted if address(named[0]) not in there), len(there))
    if Entry.objects.filter(version=UNSEARCHED).exists():
        build()
    return site


def build() -> None:
    """Makes what is loaded searchable."""
    statistics.settle_length()
    started = time.perf_counter()
    building.build(lambda done: None)
    print(f"built in {time.perf_counter() - started:.1f} s", flush=True)
    statistics.count_terms.func()
    tidy()


def drop_outdated() -> None:
    """Empties the index when its terms were made by another version: figures would speak of that one."""
    if Entry.objects.exclude(version__in=(UNSEARCHED, VERSION)).exists():
        empty()


def empty() -> None:
    names = [model._meta.db_table for model in apps.get_app_config("search").get_models()]
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), names))


def write_all(site: Site, missing: Iterator[Named], done: int) -> None:
    """A portion at a time; what is written stays when the run is cut off."""
    while portion := list(islice(missing, PORTION)):
        write(site, portion)
        done += len(portion)
        print(f"{done:,} entries", flush=True)


def entries(folder: Path) -> Iterator[Named]:
    """Every row of the corpora as an entry, by its name."""
    read = Reader(rows(folder / "documents.jsonl.gz"))
    for corpus in CORPORA:
        for row in rows(folder / f"{corpus}.jsonl.gz"):
            yield row["id"], getattr(read, corpus)(row)


def address(name: str) -> str:
    return f"/{name}/"


def scratch_site() -> Site:
    """The default site, made when the database has none."""
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    made = {"hostname": "localhost", "root_page": root, "is_default_site": True}
    return Site.objects.first() or Site.objects.create(**made)


@transaction.atomic
def write(site: Site, portion: list[Named]) -> None:
    """Writes entries with texts and facets as `search.index.put` does, many at once; terms come later."""
    own = {"site": site, "version": UNSEARCHED}
    written = Entry.objects.bulk_create(
        Entry(**columns(data) | own | {"url": address(name), "length": length(data)})
        for name, data in portion
    )
    completion.change([], (row for entry in written for row in completion.rows(entry)))
    pairs = [(entry, data) for entry, (_name, data) in zip(written, portion, strict=True)]
    EntryText.objects.bulk_create(EntryText(entry=entry, packed=pack(data)) for entry, data in pairs)
    EntryFacet.objects.bulk_create(
        EntryFacet(entry=entry, facet=facet, value=value[:255])
        for entry, data in pairs
        for facet, value in data.facets
    )


def tidy() -> None:
    """Lets the database look at what it holds, as its own upkeep does in the course of a day."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def size() -> int:
    """Bytes of the whole database."""
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        return sum(part.stat().st_size for part in path.parent.glob(path.name + "*"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return cursor.fetchone()[0]


def corpus_of(path: Path) -> str:
    """The name of the corpus in a file: that of the file without its endings."""
    return path.name.split(".")[0]


class Reader:
    """Reads rows as entries; law articles take the title of their document from `documents`."""

    def __init__(self, documents: Iterable[Row]) -> None:
        self.titles = {row["so_ky_hieu"]: f"{row['loai_van_ban']} {row['trich_yeu']}" for row in documents}

    def law_articles(self, row: Row) -> EntryData:
        number = row["so_ky_hieu"] or ""
        return EntryData(
            kind="law_articles",
            title=ARTICLE_NUMBER.sub("", row["title"]),
            parent=f"{self.titles.get(number, row['loai_van_ban'] or '')} {number}",
            headings=f"{row['chapter'] or ''}\n{row['demuc']}",
            text=row["text"],
            date=_day(row["ngay_hieu_luc"]),
            facets=_facets(row["demuc"], row["loai_van_ban"], row["ngay_hieu_luc"]),
            signals=signals(row["title"], row["loai_van_ban"] or ""),
        )

    def alqac_articles(self, row: Row) -> EntryData:
        return EntryData(
            kind="alqac_articles",
            title=row["title"],
            parent=f"{self.titles.get(row['law'], '')} {row['law']}",
            text=row["text"],
            signals=signals(row["title"], self.titles.get(row["law"], "")),
        )

    def news(self, row: Row) -> EntryData:
        return EntryData(kind="news", title=row["title"], summary=row["lead"] or "", text=row["body"] or "")

    def questions_answers(self, row: Row) -> EntryData:
        question, answer = row["question"], row["answer"] or ""
        return EntryData(kind="questions_answers", title=question[:200], summary=question, text=answer)

    def procedures(self, row: Row) -> EntryData:
        return EntryData(
            kind="procedures",
            title=row["ten"],
            number=row["ma"],
            parent=_lines([row["co_quan_ban_hanh"], *_parts(row, "ket_qua")]),
            headings=_lines([row["linh_vuc"], row.get("doi_tuong"), *_parts(row, "cap_thuc_hien")]),
            text=_lines([row.get("trinh_tu"), row.get("yeu_cau")]),
            extra=_lines([*_parts(row, "cach_thuc"), *_parts(row, "ho_so"), *_parts(row, "can_cu")]),
            facets=_facets(row["linh_vuc"], row["co_quan_ban_hanh"], None),
        )

    def documents(self, row: Row) -> EntryData:
        return EntryData(
            kind="documents",
            title=f"{row['loai_van_ban']} {row['trich_yeu']}",
            number=row["so_ky_hieu"],
            parent=row["co_quan_ban_hanh"] or "",
            date=_day(row["ngay_ban_hanh"]),
            facets=_facets((row["linh_vuc"] or [""])[0], row["loai_van_ban"], row["ngay_ban_hanh"]),
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(text for text in texts if text)


def _parts(row: Row, name: str) -> list[str]:
    """The texts of a list of texts or of records of texts."""
    parts = row.get(name) or []
    return [part if isinstance(part, str) else " ".join(map(str, part.values())) for part in parts]


def _facets(field: str | None, unit: str | None, day: str | None) -> tuple[tuple[str, str], ...]:
    values = {"field": field, "unit": unit, "year": (day or "")[:4]}
    return tuple((name, value) for name, value in values.items() if value)
