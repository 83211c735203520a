"""Deciding in somebody's place for a time (ủy quyền, C11), and the reasons a text is returned for."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from agency.models import Dated, Person
from editorial.models.stages import StageTask


class Delegation(Dated):
    """`giver` lets `receiver` decide at a stage, or at all, from–to; both names stand on every decision."""

    giver = models.ForeignKey(
        Person, models.PROTECT, related_name="delegations_given", verbose_name=_("delegated by")
    )
    receiver = models.ForeignKey(
        Person, models.PROTECT, related_name="delegations_received", verbose_name=_("delegated to")
    )
    stage = models.ForeignKey(
        StageTask,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("stage"),
        help_text=_("Leave empty for every stage of that person."),
    )
    basis = models.CharField(
        _("basis"), max_length=255, help_text=_("Number and date of the paper that delegates.")
    )

    site_path = "giver__unit__site"

    class Meta(Dated.Meta):
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        ordering = ["-valid_from", "pk"]
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(condition=~Q(giver=F("receiver")), name="delegated_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.giver} → {self.receiver}"

    def clean(self) -> None:
        super().clean()
        if self.giver_id and self.giver_id == self.receiver_id:
            raise ValidationError({"receiver": _("Choose another person than the one who delegates.")})
        if not (self.valid_from and self.valid_to):
            raise ValidationError({"valid_to": _("A delegation has a first and a last day.")})


class ReturnReason(models.Model):
    """Why a text went back (K14); editors keep the list."""

    name = models.CharField(_("reason"), max_length=255, unique=True)
    sort_order = models.PositiveIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("reason for a return")
        verbose_name_plural = _("reasons for a return")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name
