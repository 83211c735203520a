"""What a page gives the public index. Page types build it; `search` knows no page type (decision 12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class AttachmentPage:
    """The text of one page of an attached file; `page` counts from 1, 0 when the file has no pages."""

    document_id: int
    page: int
    text: str


@dataclass(frozen=True)
class ValiditySpan:
    """A status in force from `start` to `end`, both inclusive; None is open."""

    status: str
    start: date | None
    end: date | None


@dataclass(frozen=True)
class EntryData:
    """The text of one public page by field (see `ranking.md` T, H, D, B, X) and what it can be filtered by.

    `names` are what the page is called beside its title.
    `facets` are pairs *(facet, value)* such as ("field", "Hộ tịch"); a facet may stand several times.
    `signals` are names of factors of ranking that hold for this entry, as its type registered them.
    `listed` says whether the page stands in lists of the newest.
    """

    kind: str
    title: str
    number: str = ""
    parent: str = ""
    keywords: str = ""
    summary: str = ""
    headings: str = ""
    text: str = ""
    extra: str = ""
    attachments: tuple[AttachmentPage, ...] = ()
    date: date | None = None
    facets: tuple[tuple[str, str], ...] = ()
    validity: tuple[ValiditySpan, ...] = ()
    visible_from: datetime | None = None
    visible_until: datetime | None = None
    names: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    listed: bool = True
