"""The exchange format of news."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from editorial.imports import Mapping, Record, RowRefused
from editorial.imports.values import (
    clean_line,
    clean_text,
    day,
    listed,
    safe_html,
    shortened,
    text_notes,
    web_address,
)
from editorial.models import Field, Licence
from news.models import ArticlePage


class ArticleMapping(Mapping[ArticlePage]):
    """`title`, `lead`, `body`, `date`, `category`, `publisher`, `url`, `dia_chi_cu`, `id`."""

    page_class: ClassVar[type[ArticlePage]] = ArticlePage
    source: ClassVar[str] = "news"

    def read(self, row: dict[str, Any]) -> Record:
        title = clean_line(row.get("title"))
        body = safe_html(row.get("body"))
        if not title:
            raise RowRefused("title", _("The title is missing."))
        if not body:
            raise RowRefused("body", _("The text is missing."))
        return Record(
            title=shortened(title),
            values=self.values(row, title, body),
            source_id=clean_line(row.get("id") or row.get("url")),
            old_url=clean_line(row.get("dia_chi_cu")),
            notes=[note for name in ("title", "lead", "body") for note in text_notes(name, row.get(name))],
        )

    def values(self, row: dict[str, Any], title: str, body: str) -> dict[str, Any]:
        posted = past_day(row.get("date"), "date")
        return {
            "official_title": title if len(title) > 255 else "",
            "summary": clean_text(row.get("lead")),
            "body": body,
            "posted": posted.isoformat() if posted else "",
            "fields": [clean_line(name)[:150] for name in listed(row.get("linh_vuc"))],
            "source_name": clean_line(row.get("publisher"))[:255],
            "source_url": web_address(row.get("url")),
        }

    def apply(self, page: ArticlePage, record: Record) -> None:
        values = record.values
        page.title = record.title
        for name in ("official_title", "summary", "source_name", "source_url"):
            setattr(page, name, values[name])
        page.licence = Licence.REPRINT if values["source_name"] or values["source_url"] else Licence.OWN
        page.body = [("text", RichText(values["body"]))]
        page.fields_of_work = [Field.objects.get_or_create(name=name)[0] for name in values["fields"]]
        if values["posted"]:
            page.first_published_at = min(noon(values["posted"]), timezone.now())

    def after(self, page: ArticlePage, record: Record) -> None:
        """What came in once has not been changed since the day it was posted elsewhere (V31)."""
        if record.values["posted"] and page.revisions.count() == 1:
            ArticlePage.objects.filter(pk=page.pk, live=True).update(
                last_published_at=page.first_published_at
            )


def past_day(raw: Any, field: str) -> date | None:
    """`day`, which must have come: the row would stand before all news until then. Raises `RowRefused`."""
    posted = day(raw, field)
    if posted and posted > timezone.localdate():
        raise RowRefused(field, _("%(day)s is still to come.") % {"day": posted.strftime("%d/%m/%Y")})
    return posted


def noon(day_text: str) -> datetime:
    return timezone.make_aware(datetime.combine(datetime.fromisoformat(day_text), time(12)))
