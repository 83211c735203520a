"""What a document does to others, or what others did to it (domain 4.7)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from docs.choices import REVERSE, RelationKind
from docs.numbers import linking_key


class Relation(Orderable):
    """An edge to a page of this portal or to a number it does not hold.

    `is_passive` turns it round: the other document does `kind` to this one. `from_date` is the day it takes
    effect; without it, the day the acting document does. `provisions` limits it to a part.
    """

    page = ParentalKey("docs.DocumentPage", on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=20, choices=RelationKind)
    is_passive = models.BooleanField(
        _("the other way round"),
        default=False,
        help_text=_("The other document does this to this one, such as: is amended by."),
    )
    target = models.ForeignKey(
        "docs.DocumentPage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="reverse_relations",
        verbose_name=_("document of this portal"),
    )
    target_number = models.CharField(
        _("or its number"),
        max_length=100,
        blank=True,
        help_text=_("When this portal does not hold the document yet; it is linked once it does."),
    )
    target_key = models.CharField(max_length=255, blank=True, editable=False, db_index=True)
    provisions = models.CharField(
        _("provisions"),
        max_length=255,
        blank=True,
        help_text=_("Such as: Article 5. Empty: the whole document."),
    )
    from_date = models.DateField(_("from"), null=True, blank=True)
    until_date = models.DateField(_("until"), null=True, blank=True, help_text=_("For a suspension only."))

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("is_passive")]),
        PageChooserPanel("target", "docs.DocumentPage"),
        FieldRowPanel([FieldPanel("target_number"), FieldPanel("provisions")]),
        FieldRowPanel([FieldPanel("from_date"), FieldPanel("until_date")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")

    def __str__(self) -> str:
        return f"{self.label} {self.target or self.target_number}"

    @staticmethod
    def public(rows: QuerySet[Relation]) -> QuerySet[Relation]:
        """Of `rows`, those on documents every visitor may read."""
        from docs.models.documents import DocumentPage

        return rows.filter(page__in=DocumentPage.objects.live().public())

    @property
    def acting_start(self) -> date | None:
        """The first day of the document that acts, when the portal holds it."""
        acting = self.target if self.is_passive else self.page
        return acting.start if acting else None

    @property
    def label(self) -> str:
        """What the page that holds the row does or suffers."""
        return str(REVERSE[RelationKind(self.kind)] if self.is_passive else RelationKind(self.kind).label)

    @property
    def label_reversed(self) -> str:
        """The same said from the other document."""
        return str(RelationKind(self.kind).label if self.is_passive else REVERSE[RelationKind(self.kind)])

    def clean(self) -> None:
        super().clean()
        if not self.target_id and not self.target_number.strip():
            raise ValidationError({"target_number": _("Choose a document or give its number.")})
        if self.from_date and self.until_date and self.until_date < self.from_date:
            raise ValidationError({"until_date": _("The end must not be earlier than the start.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        issuer_key = self.page.issuer.key if self.page.issuer else ""
        self.target_key = "" if self.target_id else linking_key(self.target_number, issuer_key)
        super().save(*args, **kwargs)
