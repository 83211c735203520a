"""How often a question was asked, and what somebody wants written because of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

LONGEST = (
    120  # letters of a question that is counted; longer ones are texts pasted in, and say little together
)


class QueryCount(models.Model):
    """A question on one day, or in the month that begins then: no address, no cookie, no hour.

    `key` is the same for all spellings with and without accents; `results` is what it found last.
    """

    site = models.ForeignKey(Site, models.CASCADE, related_name="+", verbose_name=_("portal"))
    day = models.DateField(_("day"))
    is_month = models.BooleanField(default=False)
    words = models.CharField(_("words"), max_length=LONGEST)
    key = models.CharField(max_length=LONGEST)
    asked = models.PositiveIntegerField(_("asked"), default=0)
    results = models.PositiveIntegerField(_("results"), default=0)
    opened = models.PositiveIntegerField(_("opened"), default=0)

    site_path = "site"
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("count of a question")
        verbose_name_plural = _("counts of questions")
        indexes = [models.Index(fields=["site", "key", "-day"], name="count_of_question")]
        constraints = [
            models.UniqueConstraint(fields=["site", "day", "is_month", "words"], name="question_counted_once")
        ]

    def __str__(self) -> str:
        return f"{self.words}: {self.asked}"


class WantedText(models.Model):
    """Something readers look for and the portal does not say yet: a thing to write."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="+", verbose_name=_("portal"))
    words = models.CharField(_("what readers look for"), max_length=255)
    note = models.TextField(
        _("what to write"), blank=True, help_text=_("Which page is missing, or what it should say.")
    )
    wanted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("wanted by"),
    )
    wanted_at = models.DateTimeField(_("wanted since"), default=timezone.now, editable=False)
    done_on = models.DateField(
        _("done on"), null=True, blank=True, help_text=_("Leave empty while it is open.")
    )

    site_path = "site"
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("thing to write")
        verbose_name_plural = _("things to write")
        ordering = ["done_on", "-wanted_at"]

    def __str__(self) -> str:
        return self.words
