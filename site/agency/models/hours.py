"""The hours an agency works in, by which terms are counted (decision 21)."""

from __future__ import annotations

from datetime import time

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site


@register_setting(icon="calendar-alt", order=310)
class WorkingHours(BaseSiteSetting):
    """Morning and afternoon of a working day; eight hours unless the agency says otherwise.

    Labour Code 2019, article 105; the hours themselves are set province by province, some by season.
    """

    morning_from = models.TimeField(_("morning from"), default=time(7, 30))
    morning_to = models.TimeField(_("morning to"), default=time(11, 30))
    afternoon_from = models.TimeField(_("afternoon from"), default=time(13))
    afternoon_to = models.TimeField(_("afternoon to"), default=time(17))

    panels = [
        FieldRowPanel([FieldPanel("morning_from"), FieldPanel("morning_to")]),
        FieldRowPanel([FieldPanel("afternoon_from"), FieldPanel("afternoon_to")]),
    ]

    class Meta(BaseSiteSetting.Meta):
        verbose_name = _("working hours")

    @classmethod
    def of(cls, site: Site | None) -> WorkingHours:
        """Those of `site`, or the usual ones where it has set none."""
        found = cls.objects.filter(site=site).first() if site else None
        return found or cls()

    @property
    def spells(self) -> tuple[tuple[time, time], tuple[time, time]]:
        return (self.morning_from, self.morning_to), (self.afternoon_from, self.afternoon_to)

    def clean(self) -> None:
        super().clean()
        hours = [hour for spell in self.spells for hour in spell]
        if None not in hours and not hours[0] < hours[1] <= hours[2] < hours[3]:
            message = _("Enter the hours in the order of the day, for instance 07:30, 11:30, 13:00, 17:00.")
            raise ValidationError(message)
