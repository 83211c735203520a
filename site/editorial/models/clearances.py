"""How much a check weighs, and who answered for what it found (C17, 6.4)."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from editorial.checks.base import Level
from editorial.models.taxonomy import Genre


class CheckRule(models.Model):
    """How much a check weighs, for one genre or for all; an editable row instead of the default."""

    check_slug = models.SlugField(_("check"), max_length=40)
    genre = models.ForeignKey(
        Genre,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("genre"),
        help_text=_("Leave empty for every genre."),
    )
    level = models.CharField(_("weight"), max_length=10, choices=Level)

    class Meta:
        verbose_name = _("rule of a check")
        verbose_name_plural = _("rules of the checks")
        ordering = ["check_slug", "genre__sort_order"]
        constraints = [
            models.UniqueConstraint(
                fields=["check_slug", "genre"],
                nulls_distinct=False,
                name="one_rule_per_check_and_genre",
                violation_error_message=_("This check has a rule for that genre already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.check_slug}: {self.get_level_display()}"


class Clearance(models.Model):
    """One person's word for one finding; it dies with the words it was given for."""

    wagtail_reference_index_ignore = True

    page = models.ForeignKey("editorial.EditorialPage", models.CASCADE, related_name="clearances")
    mark = models.CharField(max_length=64, help_text="Of the finding: check, kind, place and words.")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    wrote = models.BooleanField(help_text="Whether this person had a hand in the text.")
    at = models.DateTimeField(default=timezone.now)
    note = models.TextField(
        _("reason"), help_text=_("Why this may be public: what it really is, or the legal basis.")
    )

    class Meta:
        verbose_name = _("clearance")
        verbose_name_plural = _("clearances")
        constraints = [models.UniqueConstraint(fields=["page", "mark", "user"], name="one_word_per_person")]

    def __str__(self) -> str:
        return f"{self.user}: {self.note}"

    def clean(self) -> None:
        if not self.note.strip():
            raise ValidationError({"note": _("Say why this may be public.")})
