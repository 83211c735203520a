"""An administrative procedure: twenty official fields and, apart from them, what is local (domain 3.2)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel

from editorial.models import EditorialPage
from procedures.codes import BadCode, canonical_code
from procedures.models.choices import Audience, Completeness, Kind, Level, Status
from procedures.models.fields import ChoiceListField
from procedures.models.rows import OnlineLevel
from search.entries import EntryData

AGENCY_FIELDS = (
    "executing_agency",
    "competent_authority",
    "reception_address",
    "delegated_agency",
    "coordinating_agency",
)


class ProcedurePage(EditorialPage):
    """A procedure as the national database announces it; the title is its name, the key its code."""

    code = models.CharField(
        _("procedure code"), max_length=30, help_text=_("As on the national portal, such as 1.001193.")
    )
    decision_number = models.CharField(_("announced by decision"), max_length=100, blank=True)
    levels = ChoiceListField(_("levels that carry it out"), max_length=100, choices=Level, blank=True)
    kind = models.CharField(_("kind of procedure"), max_length=20, choices=Kind, blank=True)
    audience = ChoiceListField(_("who it is for"), max_length=255, choices=Audience, blank=True)
    steps = models.TextField(_("steps"), blank=True)
    executing_agency = models.TextField(_("executing agency"), blank=True)
    competent_authority = models.TextField(_("competent authority"), blank=True)
    reception_address = models.TextField(_("where files are received"), blank=True)
    delegated_agency = models.TextField(_("delegated agency"), blank=True)
    coordinating_agency = models.TextField(_("coordinating agency"), blank=True)
    requirements = models.TextField(_("requirements and conditions"), blank=True)
    keywords = models.TextField(_("keywords"), blank=True)
    description = models.TextField(_("description"), blank=True)
    national_url = models.URLField(_("address on the national portal"), max_length=500, blank=True)
    completeness = models.CharField(
        _("completeness"), max_length=10, choices=Completeness, default=Completeness.FULL
    )

    everyday_name = models.CharField(
        _("everyday name"),
        max_length=255,
        blank=True,
        help_text=_("How people call it, such as: birth certificate."),
    )
    everyday_words = models.TextField(
        _("everyday words"), blank=True, help_text=_("Other words people look for, with commas between.")
    )
    local_note = models.TextField(_("note of this agency"), blank=True)
    local_fee = models.TextField(
        _("local fee"), blank=True, help_text=_("With the resolution of the people's council that sets it.")
    )
    desk = models.CharField(_("reception desk"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.IN_FORCE)
    status_decision = models.CharField(_("decision on the status"), max_length=255, blank=True)
    checked_on = models.DateField(_("checked against the national portal on"), null=True, blank=True)

    key_kind = "procedure"
    key_field = "code"
    is_creatable = True
    parent_page_types: ClassVar[list[str]] = ["procedures.ProcedureListPage"]
    subpage_types: ClassVar[list[str]] = []
    exclude_fields_in_copy: ClassVar[list[str]] = ["code"]
    template = "procedures/procedure_page.html"
    content_panels: ClassVar[list] = [
        TitleFieldPanel("title", heading=_("Name of the procedure")),
        FieldPanel("official_title"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("decision_number")]),
        MultiFieldPanel(
            [
                FieldPanel("levels"),
                FieldPanel("audience"),
                FieldRowPanel([FieldPanel("kind"), FieldPanel("completeness")]),
                FieldPanel("national_url"),
            ],
            heading=_("Official text: what it is"),
        ),
        FieldPanel("steps"),
        InlinePanel("ways", heading=_("Ways of filing, time and fee"), label=_("way of filing")),
        InlinePanel("papers", heading=_("Papers"), label=_("paper")),
        InlinePanel("outcomes", heading=_("Results"), label=_("result")),
        FieldPanel("requirements"),
        MultiFieldPanel([FieldPanel(name) for name in AGENCY_FIELDS], heading=_("Agencies")),
        InlinePanel("legal_bases", heading=_("Legal bases"), label=_("legal basis")),
        MultiFieldPanel(
            [FieldPanel("keywords"), FieldPanel("description")], heading=_("Keywords and description")
        ),
        InlinePanel("online_levels", heading=_("Levels of online service"), label=_("level")),
        InlinePanel("related_rows", heading=_("Related procedures"), label=_("procedure")),
    ]
    local_panels: ClassVar[list] = [
        FieldPanel("summary"),
        FieldRowPanel([FieldPanel("everyday_name"), FieldPanel("checked_on")]),
        FieldPanel("everyday_words"),
        FieldPanel("local_note"),
        FieldPanel("local_fee"),
        FieldRowPanel([FieldPanel("desk"), FieldPanel("phone")]),
        FieldRowPanel([FieldPanel("status"), FieldPanel("status_decision")]),
    ]
    editorial_panels: ClassVar[list] = [
        MultiFieldPanel(local_panels, heading=_("Notes of this agency, never touched by an import")),
        *EditorialPage.editorial_panels,
    ]

    class Meta:
        verbose_name = _("administrative procedure")
        verbose_name_plural = _("administrative procedures")

    def clean(self) -> None:
        super().clean()
        try:
            self.code = canonical_code(self.code)
        except BadCode as error:
            raise ValidationError({"code": str(error)}) from error

    def claim_key(self) -> str:
        try:
            return canonical_code(self.code)
        except BadCode:
            return ""

    @property
    def shown_levels(self) -> str:
        return ", ".join(str(Level(level).label) for level in self.levels if level in Level)

    @property
    def shown_audience(self) -> str:
        return "; ".join(str(Audience(one).label) for one in self.audience if one in Audience)

    def level_on(self, day: date) -> OnlineLevel | None:
        """The row that holds on `day`: the latest one that has begun."""
        begun = [
            row for row in self.online_levels.all() if not row.effective_from or row.effective_from <= day
        ]
        return max(begun, key=lambda row: (row.effective_from or date.min, row.sort_order or 0), default=None)

    @cached_property
    def online_level(self) -> OnlineLevel | None:
        """The row that holds today."""
        return self.level_on(timezone.localdate())

    def search_entry(self) -> EntryData | None:
        """Repealed procedures are kept but not found (domain 3.2)."""
        if self.status == Status.REPEALED:
            return None
        self.__dict__.pop("online_level", None)
        facets = [("level", level) for level in self.levels]
        facets += [("audience", one) for one in self.audience]
        facets += [("service", self.online_level.service)] if self.online_level else []
        return self.base_entry(
            "procedure",
            number=self.code,
            keywords=" \n".join(filter(None, [self.everyday_name, self.everyday_words, self.keywords])),
            text=self.searched_text(),
            date=None,
            facets=tuple(facets),
        )

    def entry_changes_on(self) -> date | None:
        """The day the next level of online service begins."""
        days = [row.effective_from for row in self.online_levels.all() if row.effective_from]
        return min((day for day in days if day > timezone.localdate()), default=None)

    def searched_text(self) -> str:
        """What is found besides name and words; steps last, they are the longest."""
        papers = [paper.name for paper in self.papers.all()]
        results = [outcome.name for outcome in self.outcomes.all()]
        notes = [self.local_note, self.description, self.requirements, self.executing_agency]
        return "\n".join(filter(None, [*notes, *results, *papers, self.steps]))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from procedures.reading import task

        return {**super().get_context(request, *args, **kwargs), **task(self, request)}
