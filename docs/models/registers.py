"""Types and issuers of documents; an administrator keeps them (domain 4.3, 4.4)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from docs.choices import Family, ReaderClass
from search.text import fold


class DocumentType(models.Model):
    """Nghị định, Thông tư, Kế hoạch …; `code` is what stands in the number, such as "QĐ"."""

    name = models.CharField(_("name"), max_length=100)
    code = models.CharField(_("code in the number"), max_length=10, blank=True)
    family = models.CharField(_("family"), max_length=20, choices=Family)
    reader_class = models.CharField(
        _("class for readers"), max_length=20, choices=ReaderClass, default=ReaderClass.OTHER
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("type of document")
        verbose_name_plural = _("types of documents")
        ordering: ClassVar = ["sort_order", "name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "family"], name="one_type_per_name_and_family")
        ]

    def __str__(self) -> str:
        return self.name if self.family == Family.NORMATIVE else f"{self.name} ({self.get_family_display()})"


class Issuer(models.Model):
    """Who issues documents: an agency, also one that has ended (domain 4.4)."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    symbol = models.CharField(
        _("symbol in the number"), max_length=30, blank=True, help_text=_("Such as UBND or BTC.")
    )
    ended = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        verbose_name = _("issuer")
        verbose_name_plural = _("issuers")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return _("%(name)s (ended)") % {"name": self.name} if self.ended else self.name

    @property
    def key(self) -> str:
        """How the issuer stands in the key of a document: plain letters, one spelling (uỷ, ủy)."""
        return " ".join(fold(self.name).lower().split())
