"""Publishing in an emergency: two posts together, instead of the chain, with a review afterwards."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from editorial.models.board import Membership
from editorial.models.decisions import Decision

ASKED_LASTS = timedelta(hours=24)


@register_setting(icon="warning", order=320)
class EmergencySetting(BaseSiteSetting):
    """Which two posts of the board publish in an emergency; two persons, even where one holds both."""

    first_role = models.CharField(
        _("one post"), max_length=30, choices=Membership.Role, default=Membership.Role.HEAD
    )
    second_role = models.CharField(
        _("the other post"), max_length=30, choices=Membership.Role, default=Membership.Role.STANDING_DEPUTY
    )

    panels = [FieldPanel("first_role"), FieldPanel("second_role")]

    class Meta(BaseSiteSetting.Meta):
        verbose_name = _("publishing in an emergency")

    def clean(self) -> None:
        super().clean()
        alone = (Membership.Role.HEAD, Membership.Role.STANDING_DEPUTY)
        if self.first_role == self.second_role and self.first_role in alone:
            raise ValidationError({"second_role": _("Choose two posts that two persons hold.")})

    @property
    def roles(self) -> tuple[str, str]:
        return self.first_role, self.second_role


class EmergencyQuerySet(models.QuerySet):
    def waiting(self) -> EmergencyQuerySet:
        """Asked for, and the second post can still agree."""
        return self.filter(entry=None, asked_at__gt=timezone.now() - ASKED_LASTS)

    def unreviewed(self) -> EmergencyQuerySet:
        return self.filter(entry__isnull=False, review=None)


class Emergency(models.Model):
    """One text that a post wants public at once; `entry` once the other post agreed, `review` at the end."""

    wagtail_reference_index_ignore = True

    class Outcome(models.TextChoices):
        RIGHT = "dung", _("The publication was right")
        CORRECTED = "dinh-chinh", _("The text has to be corrected")
        WITHDRAWN = "go-bo", _("The text has to be taken down")

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    page = models.ForeignKey(
        "editorial.EditorialPage", models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    title = models.TextField(_("title"))
    digest = models.CharField(max_length=64)
    reason = models.TextField(_("why it cannot wait"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("asked by")
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now, editable=False)
    entry = models.OneToOneField(Decision, models.PROTECT, null=True, related_name="emergency")
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, blank=True)
    review = models.OneToOneField(Decision, models.PROTECT, null=True, related_name="+")

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication in an emergency")
        verbose_name_plural = _("publications in an emergency")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_waiting(self) -> bool:
        return self.entry_id is None and timezone.now() - self.asked_at < ASKED_LASTS
