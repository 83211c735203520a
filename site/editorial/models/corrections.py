"""What readers are told of a mistake: a correction (đính chính), or that the text was withdrawn."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class Correction(Orderable):
    """What was wrong; part of the text, so it passes the chain, and dated when it goes public."""

    page = ParentalKey("editorial.EditorialPage", on_delete=models.CASCADE, related_name="corrections")
    text = models.TextField(
        _("what was wrong, and what is right"),
        help_text=_("Readers see it above the text, with the day on which it goes public."),
    )
    shown_since = models.DateTimeField(null=True, editable=False)

    panels = [FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return self.text


class Withdrawal(models.Model):
    """Why a page that was public is no longer to be relied on; its address goes on saying so."""

    page = models.OneToOneField("editorial.EditorialPage", models.CASCADE, related_name="withdrawal")
    explanation = models.TextField(
        _("explanation for readers"), help_text=_("Shown at the address of the page, with the day.")
    )
    keeps_text = models.BooleanField(_("the text stays readable"), default=False)
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")

    def __str__(self) -> str:
        return self.explanation


def date_corrections(page: Any) -> list[Correction]:
    """Gives the corrections of a page that goes public their moment; the new ones come back.

    A correction that visitors read already keeps its day, also when an older draft is published again.
    """
    rows = list(page.corrections.all())
    if not rows:
        return []
    stored = Correction.objects.filter(page__in=(page.pk, page.alias_of_id), shown_since__isnull=False)
    known = {row.text: row.shown_since for row in stored}
    new = [row for row in rows if row.text not in known]
    for row in rows:
        row.shown_since = known.get(row.text) or timezone.now()
    return new
