"""Days on which the agency departs from the public calendar (decision 21)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site


class CalendarDayQuerySet(models.QuerySet):
    def for_site(self, site: Site | None):
        """Days that apply at `site`, those for every site first, so that a site's own may replace them."""
        applies = Q(site__isnull=True) | Q(site=site) if site else Q(site__isnull=True)
        return self.filter(applies).order_by(models.F("site").asc(nulls_first=True))


class CalendarDay(models.Model):
    """One day that is off although the calendar says work, or the reverse; its legal basis is kept."""

    class Kind(models.TextChoices):
        OFF = "nghi", _("Day off")
        WORK = "lam-bu", _("Working day in exchange")

    site = models.ForeignKey(
        Site,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="calendar_days",
        verbose_name=_("portal"),
        help_text=_("Leave empty for every portal."),
    )
    date = models.DateField(_("date"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.OFF)
    reason = models.CharField(_("reason"), max_length=255)
    legal_basis = models.CharField(
        _("legal basis"), max_length=255, blank=True, help_text=_("Notice or decision that says so.")
    )

    objects = CalendarDayQuerySet.as_manager()
    site_path = "site"

    class Meta:
        verbose_name = _("special day")
        verbose_name_plural = _("special days")
        ordering = ["-date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "date"],
                name="agency_calendarday_once_per_site",
                violation_error_message=_("This day is already in the calendar of that portal."),
            ),
            models.UniqueConstraint(
                fields=["date"],
                condition=Q(site__isnull=True),
                name="agency_calendarday_once_for_all",
                violation_error_message=_("This day is already in the calendar of every portal."),
            ),
        ]

    def __str__(self) -> str:
        return f"{date_format(self.date, 'd/m/Y')}: {self.get_kind_display()}"
