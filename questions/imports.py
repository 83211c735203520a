"""The exchange format of answers."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from wagtail.rich_text import RichText

from editorial.imports import Mapping, Record, RowRefused
from editorial.imports.values import (
    clean_line,
    clean_text,
    day,
    listed,
    markdown_free,
    safe_html,
    shortened,
    text_notes,
)
from editorial.models import Field
from questions.models import AnswerPage


class AnswerMapping(Mapping[AnswerPage]):
    """`question`, `answer`, `title`, `topic`, `date`, `url`, `dia_chi_cu`, `id`."""

    page_class: ClassVar[type[AnswerPage]] = AnswerPage
    source: ClassVar[str] = "answers"

    def read(self, row: dict[str, Any]) -> Record:
        question = clean_text(row.get("question"))
        answer = safe_html(markdown_free(row.get("answer")))
        if not question:
            raise RowRefused("question", _("The question is missing."))
        if not answer:
            raise RowRefused("answer", _("The answer is missing."))
        title = clean_line(row.get("title")) or clean_line(question)
        return Record(
            title=shortened(title),
            values=self.values(row, title, question, answer),
            source_id=clean_line(row.get("id")),
            old_url=clean_line(row.get("dia_chi_cu")),
            notes=[note for name in ("question", "answer") for note in text_notes(name, row.get(name))],
        )

    def values(self, row: dict[str, Any], title: str, question: str, answer: str) -> dict[str, Any]:
        answered = day(row.get("date"), "date")
        return {
            "official_title": title if len(title) > 255 else "",
            "question": question,
            "answer": answer,
            "answered_on": answered.isoformat() if answered else None,
            "fields": [clean_line(name)[:150] for name in listed(row.get("topic"))],
        }

    def apply(self, page: AnswerPage, record: Record) -> None:
        values = record.values
        page.title = record.title
        page.official_title, page.question = values["official_title"], values["question"]
        page.answered_on = day(values["answered_on"], "date")
        page.answer = [("text", RichText(values["answer"]))]
        page.fields_of_work = [Field.objects.get_or_create(name=name)[0] for name in values["fields"]]
