"""A document of the agency or of those above it (domain 4)."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.documents import get_document_model_string
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet

from docs import numbers, validity
from docs.answering import signals
from docs.choices import Family, FileKind, ReaderClass, Validity
from docs.forms import DocumentForm
from docs.models.registers import DocumentType, Issuer
from docs.models.relations import Relation
from editorial.blocks import ContentBlocks
from editorial.models import EditorialPage
from search.entries import EntryData

NEEDED = ("number", "issue_date", "issuer", "document_type")


class DocumentQuerySet(PageQuerySet):
    def with_validity(self, on: date | None = None) -> QuerySet[DocumentPage]:
        """Annotates `status_now`, the validity on the day `on` (default: today)."""
        return validity.with_validity(self, on or timezone.localdate())

    def incomplete(self) -> Self:
        """Documents that lack a number, a date, an issuer or a type."""
        lacking = Q(number="") | Q(issue_date=None) | Q(issuer=None) | Q(document_type=None)
        return self.filter(lacking)


class DocumentPage(EditorialPage):
    """A document; its title is the abstract (trích yếu). Key: number, year and leading issuer."""

    family = models.CharField(
        _("family"), max_length=20, choices=Family, blank=True, help_text=_("Empty: as the number says.")
    )
    number = models.CharField(
        _("number and symbol"),
        max_length=100,
        blank=True,
        help_text=_("As it stands on the document, such as 12/2026/QĐ-UBND."),
    )
    number_key = models.CharField(max_length=255, blank=True, editable=False, db_index=True)
    document_type = models.ForeignKey(
        DocumentType,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("type of document"),
    )
    reader_class = models.CharField(
        _("class for readers"),
        max_length=20,
        choices=ReaderClass,
        blank=True,
        help_text=_("Empty: as the type says."),
    )
    issuer = models.ForeignKey(
        Issuer, models.PROTECT, null=True, blank=True, related_name="documents", verbose_name=_("issuer")
    )
    issue_date = models.DateField(_("issued on"), null=True, blank=True)
    effective_date = models.DateField(
        _("in force from"),
        null=True,
        blank=True,
        help_text=_("Empty for an administrative document: from the day of issue."),
    )
    expiry_date = models.DateField(_("expired from"), null=True, blank=True)
    validity_override = models.CharField(
        _("validity set by hand"),
        max_length=20,
        choices=Validity,
        blank=True,
        help_text=_("Empty: computed from the dates and the relations."),
    )
    validity_reason = models.CharField(_("reason for setting it"), max_length=255, blank=True)
    gazette = models.CharField(_("official gazette, number and date"), max_length=150, blank=True)
    body = StreamField(ContentBlocks(), verbose_name=_("text"), blank=True)

    base_form_class = DocumentForm
    objects = PageManager.from_queryset(DocumentQuerySet)()
    key_kind = "document"
    key_field = "number"
    is_creatable = True
    parent_page_types: ClassVar[list[str]] = ["docs.DocumentListPage"]
    subpage_types: ClassVar[list[str]] = []
    exclude_fields_in_copy: ClassVar[list[str]] = ["number", "number_key"]
    template = "docs/document_page.html"
    shown_with = (*EditorialPage.shown_with, "document_type", "issuer")
    content_panels: ClassVar[list] = [
        TitleFieldPanel("title", heading=_("Abstract (title)")),
        *EditorialPage.opening_panels[1:],
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("number"), FieldPanel("document_type")]),
                FieldRowPanel([FieldPanel("issuer"), FieldPanel("issue_date")]),
                FieldRowPanel([FieldPanel("family"), FieldPanel("reader_class")]),
            ],
            heading=_("Number, type and issuer"),
        ),
        InlinePanel("signatures", heading=_("Signers"), label=_("signer")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("effective_date"), FieldPanel("expiry_date")]),
                FieldRowPanel([FieldPanel("validity_override"), FieldPanel("validity_reason")]),
                FieldPanel("gazette"),
            ],
            heading=_("Validity"),
        ),
        InlinePanel("files", heading=_("Files"), label=_("file")),
        InlinePanel("relations", heading=_("Relations to other documents"), label=_("relation")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")

    def clean(self) -> None:
        super().clean()
        self.complete()
        if self.expiry_date and self.start and self.expiry_date < self.start:
            raise ValidationError({"expiry_date": _("The end must not be earlier than the start.")})
        if self.validity_override and not self.validity_reason.strip():
            raise ValidationError({"validity_reason": _("Say why the validity is set by hand.")})

    def complete(self) -> None:
        """Fills what the number and the type say and the editor left empty."""
        self.number = " ".join(self.number.split())
        self.number_key = numbers.linking_key(self.number, self.issuer.key if self.issuer else "")
        symbol = numbers.parse(self.number)
        if not self.family:
            known = self.document_type.family if self.document_type else Family.ADMINISTRATIVE
            self.family = symbol.family if symbol else known
        if not self.reader_class and self.document_type:
            self.reader_class = self.document_type.reader_class

    @property
    def start(self) -> date | None:
        """The first day in force: an administrative document is when it is issued."""
        by_issue = self.issue_date if self.family == Family.ADMINISTRATIVE else None
        return self.effective_date or by_issue

    @property
    def year(self) -> str:
        symbol = numbers.parse(self.number)
        issued = str(self.issue_date.year) if self.issue_date else ""
        return (symbol.year if symbol else "") or issued

    def claim_key(self) -> str:
        """*number | year | issuer*; "" without a number the grammar knows (domain 4.2)."""
        symbol = numbers.parse(self.number)
        issuer_key = self.issuer.key if self.issuer else ""
        return f"{symbol.canonical}|{self.year}|{issuer_key}"[:255] if symbol else ""

    @property
    def name(self) -> str:
        """Type and number, such as "Quyết định 12/2026/QĐ-UBND"."""
        return " ".join(
            part for part in (self.document_type and self.document_type.name, self.number) if part
        )

    @property
    def missing(self) -> list[str]:
        """Names of the facts an editor still has to find."""
        return [str(self._meta.get_field(name).verbose_name) for name in NEEDED if not getattr(self, name)]

    def relations_suffered(self) -> list[Relation]:
        """Rows of this page that say what others did to it."""
        return [row for row in self.own_relations if row.is_passive]

    @cached_property
    def own_relations(self) -> list[Relation]:
        """The rows of this page, a draft's included, each with its target where the portal holds it."""
        rows = list(self.relations.all())
        ids, keys = [row.target_id for row in rows], [row.target_key for row in rows if row.target_key]
        pages = DocumentPage.objects.filter(Q(pk__in=ids) | Q(number_key__in=keys))
        by_id = {page.pk: page for page in pages}
        by_key = {page.number_key: page for page in by_id.values() if page.number_key}
        for row in rows:
            row.held = by_id.get(row.target_id) or by_key.get(row.target_key)
        return rows

    @cached_property
    def relations_done_to_it(self) -> list[Relation]:
        """Rows of other public documents that do something to this one."""
        same = Q(target=self.pk) | (Q(target_key=self.number_key) if self.number_key else Q())
        if not self.pk:
            return []
        rows = Relation.public(Relation.objects.filter(same, is_passive=False)).exclude(page=self.pk)
        return list(rows.select_related("page", "target").order_by("kind", "pk"))

    @cached_property
    def life(self) -> validity.Life:
        return validity.life_of(self)

    def validity(self, on: date | None = None) -> Validity:
        """The status on the day `on` (default: today)."""
        return self.life.status(on or timezone.localdate())

    @property
    def issuers(self) -> list[Issuer]:
        """The leading issuer first."""
        joint = [row.issuer for row in self.signatures.all() if row.issuer]
        return list(dict.fromkeys([*([self.issuer] if self.issuer else []), *joint]))

    def search_entry(self) -> EntryData:
        # The life was cached from what was typed; what others do to it is read anew.
        for name in ("life", "own_relations", "relations_done_to_it"):
            self.__dict__.pop(name, None)
        facets = [("issuer", issuer.name) for issuer in self.issuers]
        facets += [("type", self.document_type.name)] if self.document_type else []
        facets += [("family", self.family), ("class", self.reader_class)]
        return self.base_entry(
            "document",
            number=self.number,
            keywords=self.name,
            date=self.issue_date,
            facets=tuple(facets),
            validity=self.life.spans(),
            extra="\n".join(row.name for row in self.signatures.all() if row.name),
            signals=signals(self.full_title, self.document_type.name if self.document_type else ""),
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from docs.reading import card

        return {**super().get_context(request, *args, **kwargs), **card(self, request)}


class Signature(Orderable):
    """Who signed, for which issuer; a joint document has several (vbpl documentIssues)."""

    page = ParentalKey(DocumentPage, on_delete=models.CASCADE, related_name="signatures")
    name = models.CharField(_("signer"), max_length=150, blank=True)
    position = models.CharField(_("position"), max_length=150, blank=True)
    issuer = models.ForeignKey(
        Issuer,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for the issuer"),
        help_text=_("Only for a joint document; else the issuer above."),
    )

    panels: ClassVar = [FieldRowPanel([FieldPanel("name"), FieldPanel("position")]), FieldPanel("issuer")]

    class Meta(Orderable.Meta):
        verbose_name = _("signer")

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.position) if part)


class DocumentFile(Orderable):
    page = ParentalKey(DocumentPage, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        get_document_model_string(), models.PROTECT, related_name="+", verbose_name=_("file")
    )
    kind = models.CharField(_("kind of file"), max_length=20, choices=FileKind, default=FileKind.ORIGINAL)
    label = models.CharField(_("shown as"), max_length=150, blank=True)

    panels: ClassVar = [FieldPanel("document"), FieldRowPanel([FieldPanel("kind"), FieldPanel("label")])]

    class Meta(Orderable.Meta):
        verbose_name = _("file")

    def __str__(self) -> str:
        return self.label or str(self.document)
