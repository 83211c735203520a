"""How a list of pages at a stage is narrowed."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agency import policy
from agency.models import Unit
from editorial.chain.work import spots_in_use
from editorial.models.stages import StageTask, StageTaskState


def stages(request: HttpRequest) -> QuerySet[StageTask]:
    """Stages at which a page stands."""
    return StageTask.objects.filter(pk__in={spot.stage.pk for spot in spots_in_use().values()})


def units(request: HttpRequest) -> QuerySet[Unit]:
    return Unit.objects.filter(site__in=policy.sites_of(request.user))


class WorkFilter(django_filters.FilterSet):
    """By stage, contributing unit, and whether the term has passed."""

    stage = django_filters.ModelChoiceFilter(
        field_name="task", queryset=stages, label=_("Stage"), empty_label=_("Every stage")
    )
    unit = django_filters.ModelChoiceFilter(queryset=units, label=_("Unit"), empty_label=_("Every unit"))
    late = django_filters.BooleanFilter(method="after_term", label=_("Late only"), widget=forms.CheckboxInput)

    class Meta:
        model = StageTaskState
        fields: list[str] = []

    def after_term(self, states: QuerySet, name: str, value: Any) -> QuerySet:
        return states.filter(due_at__lt=timezone.now()) if value else states
