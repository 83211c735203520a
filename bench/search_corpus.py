"""Loads corpora in the exchange format of law articles, procedures and documents as entries of a scratch database."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from wagtail.models import Page, Site

from search import postings, statistics
from search.entries import EntryData
from search.index import columns
from search.models import Corpus, Entry, EntryFacet, EntryText
from search.packing import pack
from search.terms import entry_terms

PORTION = 5_000
ARTICLE_NUMBER = re.compile(r"^Điều [\w.]+\.\s*")
Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The rows of a file of JSON lines, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


class Corpora:
    """Reads rows of each corpus as entries; law articles take the title of their document from `documents`."""

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
            date=day(row["ngay_hieu_luc"]),
            facets=self.facets(row["demuc"], row["loai_van_ban"], row["ngay_hieu_luc"]),
        )

    def alqac_articles(self, row: Row) -> EntryData:
        return EntryData(
            kind="alqac_articles",
            title=row["title"],
            parent=self.titles.get(row["law"], row["law"]),
            text=row["text"],
        )

    def procedures(self, row: Row) -> EntryData:
        ways = "\n".join(
            f"{way['hinh_thuc']} {way['thoi_han']} {way['mo_ta']}" for way in row["cach_thuc"] or ()
        )
        papers = "\n".join(paper["ten"] or "" for paper in row["ho_so"] or ())
        return EntryData(
            kind="procedures",
            title=row["ten"],
            number=row["ma"],
            parent=f"{row['co_quan_ban_hanh']}\n{' '.join(row['ket_qua'] or ())}",
            headings=f"{row['linh_vuc']}\n{row['doi_tuong'] or ''}\n{' '.join(row['cap_thuc_hien'] or ())}",
            text=f"{row['trinh_tu'] or ''}\n{row['yeu_cau'] or ''}",
            extra=f"{ways}\n{papers}\n{self.bases(row)}",
            facets=self.facets(row["linh_vuc"], row["co_quan_ban_hanh"], None),
        )

    def documents(self, row: Row) -> EntryData:
        return EntryData(
            kind="documents",
            title=f"{row['loai_van_ban']} {row['trich_yeu']}",
            number=row["so_ky_hieu"],
            parent=row["co_quan_ban_hanh"] or "",
            date=day(row["ngay_ban_hanh"]),
            facets=self.facets((row["linh_vuc"] or [""])[0], row["loai_van_ban"], row["ngay_ban_hanh"]),
        )

    @staticmethod
    def bases(row: Row) -> str:
        return "\n".join(
            base if isinstance(base, str) else " ".join(map(str, base.values()))
            for base in row["can_cu"] or ()
        )

    @staticmethod
    def facets(field: str | None, unit: str | None, day: str | None) -> tuple[tuple[str, str], ...]:
        return tuple(
            (name, value)
            for name, value in (("field", field), ("unit", unit), ("year", (day or "")[:4]))
            if value
        )


def scratch_site() -> Site:
    """The default site, made when the database has none."""
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    return Site.objects.first() or Site.objects.create(
        hostname="localhost", root_page=root, is_default_site=True
    )


def load(site: Site, named: Iterator[tuple[str, EntryData]]) -> dict[str, int]:
    """Writes all entries; returns their keys by name. Terms are counted when all is in."""
    keys: dict[str, int] = {}
    while portion := list(islice(named, PORTION)):
        keys |= write(site, portion)
    statistics.count_terms.func()
    return keys


def write(site: Site, portion: list[tuple[str, EntryData]]) -> dict[str, int]:
    average = Corpus.TYPICAL_LENGTH
    made = [entry_terms(data, average) for _name, data in portion]
    entries = Entry.objects.bulk_create(
        [
            Entry(**columns(data) | {"site": site, "url": f"/{name}/", "length": length})
            for (name, data), (_terms, length) in zip(portion, made, strict=True)
        ],
        batch_size=500,
    )
    parts = list(zip(entries, portion, made, strict=True))
    EntryText.objects.bulk_create(
        [EntryText(entry=entry, packed=pack(data)) for entry, (_name, data), _made in parts], batch_size=500
    )
    EntryFacet.objects.bulk_create(
        [
            EntryFacet(entry=entry, facet=f, value=v[:255])
            for entry, (_n, data), _m in parts
            for f, v in data.facets
        ],
        batch_size=500,
    )
    postings.write(
        (term, entry.pk, weight) for entry, _d, (terms, _l) in parts for term, weight in terms.items()
    )
    return {name: entry.pk for entry, (name, _data), _made in parts}
