"""Rows that hold for a time: nothing is overwritten, so history stays readable."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


def in_force(day: date, path: str = "") -> Q:
    """The condition that the row at `path` ("", "unit__", …) holds on `day`; both ends are inclusive."""
    return Q(
        Q(**{f"{path}valid_from__isnull": True}) | Q(**{f"{path}valid_from__lte": day}),
        Q(**{f"{path}valid_to__isnull": True}) | Q(**{f"{path}valid_to__gte": day}),
    )


class DatedQuerySet(models.QuerySet):
    """Rows that hold from `valid_from` to `valid_to`, both inclusive and both optional."""

    depends_on: tuple[str, ...] = ()
    """Relations that must be in force as well, as lookup prefixes."""

    def current(self, on: date | None = None):
        """Rows in force on the day `on` (default: today), with everything they hang on."""
        day = on or timezone.localdate()
        return self.filter(*[in_force(day, path) for path in ("", *self.depends_on)])

    def overlapping(self, row: Dated):
        """Other rows that share at least one day with `row`."""
        rows = self.exclude(pk=row.pk)
        if row.valid_to:
            rows = rows.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=row.valid_to))
        if row.valid_from:
            rows = rows.filter(Q(valid_to__isnull=True) | Q(valid_to__gte=row.valid_from))
        return rows


class Dated(models.Model):
    valid_from = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Leave empty if not known.")
    )
    valid_to = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Leave empty while it still holds.")
    )

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="%(app_label)s_%(class)s_dates_in_order",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The last day comes before the first day.")})

    def is_current(self, on: date | None = None) -> bool:
        """Whether this row's own dates cover the day `on` (default: today)."""
        day = on or timezone.localdate()
        return (self.valid_from or day) <= day <= (self.valid_to or day)
