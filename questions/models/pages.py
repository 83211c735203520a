"""The section of answers and each published answer."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import StreamField

from editorial import reading
from editorial.blocks import ContentBlocks
from editorial.models import EditorialPage, SectionPage
from search.entries import EntryData
from search.listing import Listing, Scope
from search.query import DATE

SCOPE = Scope(kinds=("answer",), offered=("field", "unit", "year"), order=DATE)


class AnswerListPage(SectionPage):
    """Questions and answers: the list of the whole portal, the form to ask, and where a question stands."""

    is_creatable = True
    template = "questions/answer_list_page.html"
    subpage_types: ClassVar[list[str] | None] = ["questions.AnswerPage", "editorial.SectionPage"]

    class Meta:
        verbose_name = _("section of questions and answers")
        verbose_name_plural = _("sections of questions and answers")

    def contents(self, request: HttpRequest) -> dict[str, Any]:
        return {"listing": Listing(request, SCOPE)}

    @path("gui-cau-hoi/")
    def ask(self, request: HttpRequest) -> HttpResponse:
        """The form to ask."""
        from questions import views

        return views.ask(request, self)

    @path("da-gui/<slug:code>/")
    def sent(self, request: HttpRequest, code: str) -> HttpResponse:
        """The receipt with the tracking code."""
        from questions import views

        return views.sent(request, self, code)

    @path("tra-cuu/")
    def track(self, request: HttpRequest) -> HttpResponse:
        """Where a question stands, by code and e-mail."""
        from questions import views

        return views.track(request, self)


class AnswerPage(EditorialPage):
    """A question of general interest with its answer, without the asker's personal data."""

    question = models.TextField(_("question"))
    asked_by = models.CharField(
        _("asked by"),
        max_length=100,
        default="Công dân",
        help_text=_("How the asker is named in public. Never the full name without consent."),
    )
    asked_on = models.DateField(_("asked on"), null=True, blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer = StreamField(ContentBlocks(), verbose_name=_("answer"))

    is_creatable = True
    parent_page_types: ClassVar[list[str]] = ["questions.AnswerListPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "questions/answer_page.html"
    content_panels: ClassVar[list] = [
        *EditorialPage.opening_panels,
        FieldPanel("question"),
        FieldRowPanel([FieldPanel("asked_by"), FieldPanel("asked_on"), FieldPanel("answered_on")]),
        FieldPanel("answer"),
    ]

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def search_entry(self) -> EntryData:
        date = self.answered_on or self.asked_on
        given = {"date": date} if date else {}
        return self.base_entry(
            "answer", summary=self.summary or self.question, headings=self.question, **given
        )

    def related(self, request: HttpRequest | None = None) -> list[AnswerPage]:
        """Other answers of the same fields of work, newest first."""
        fields = self.fields_of_work.all()
        pages = AnswerPage.objects.filter(fields_of_work__in=[field.pk for field in fields])
        found = reading.public(pages.exclude(pk=self.pk), request)
        return list(found.order_by("-answered_on", "-pk").distinct()[:5])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "related": self.related(request)}
