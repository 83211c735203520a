"""Decisions made on paper and recorded here for who signed (K28)."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency.models import Person
from assets.storage import private_storage
from editorial.models.decisions import Decision


def scan_path(instance: PaperDecision, filename: str) -> str:
    extension = filename.rpartition(".")[2].lower()
    return f"paper/{timezone.localdate():%Y/%m}/{instance.entry_id}.{extension}"


class PaperDecision(models.Model):
    """The paper behind one entry of the trail; it outlives the page as the entry does."""

    wagtail_reference_index_ignore = True

    entry = models.OneToOneField(Decision, models.PROTECT, related_name="paper")
    signer = models.ForeignKey(
        Person, models.PROTECT, related_name="papers", verbose_name=_("decided and signed by")
    )
    signed_on = models.DateField(_("day on the paper"))
    scan = models.FileField(_("scanned paper"), upload_to=scan_path, storage=private_storage)
    sha256 = models.CharField(max_length=64, editable=False)

    class Meta:
        verbose_name = _("decision on paper")
        verbose_name_plural = _("decisions on paper")

    def __str__(self) -> str:
        return f"{self.signer}, {self.signed_on}"
