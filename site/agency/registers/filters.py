"""Filters of the register lists."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency import policy
from agency.models import Unit


class InForceFilter(SimpleListFilter):
    """Rows that hold today, that have ended, or that are still to come."""

    title = _("in force")
    parameter_name = "in_force"

    def lookups(self, request, model_admin):
        return [("now", _("Now in force")), ("past", _("Ended")), ("future", _("To come"))]

    def queryset(self, request, queryset: Any) -> QuerySet:
        today = timezone.localdate()
        if self.value() == "now":
            return queryset.current(today)
        if self.value() == "past":
            return queryset.filter(valid_to__lt=today)
        if self.value() == "future":
            return queryset.filter(valid_from__gt=today)
        return queryset


class UnitFilter(SimpleListFilter):
    """Rows of one unit, offered in the order of the tree."""

    title = _("unit")
    parameter_name = "unit"
    path = "unit"

    def lookups(self, request, model_admin):
        units = policy.visible(request.user, Unit.objects.in_tree_order())
        return [(unit.pk, "— " * unit.depth + unit.name) for unit in units]

    def queryset(self, request, queryset: QuerySet) -> QuerySet:
        return queryset.filter(**{self.path: self.value()}) if _offered(self) else queryset


class PostUnitFilter(UnitFilter):
    """Holdings of the posts of one unit."""

    path = "post__unit"


class YearFilter(SimpleListFilter):
    """Days of one year."""

    title = _("year")
    parameter_name = "year"

    def lookups(self, request, model_admin):
        days = model_admin.get_queryset(request).dates("date", "year", order="DESC")
        return [(day.year, str(day.year)) for day in days]

    def queryset(self, request, queryset: QuerySet) -> QuerySet:
        return queryset.filter(date__year=self.value()) if _offered(self) else queryset


def _offered(chosen: SimpleListFilter) -> bool:
    """Whether the value in the address is one the filter offers."""
    return chosen.value() in {str(value) for value, _label in chosen.lookup_choices}
