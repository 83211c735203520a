"""Forms of the registers: what may be chosen is limited to the sites the account answers for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Site

from agency import policy
from agency.models import Post, Unit, User


class RegisterForm(WagtailAdminModelForm):
    """Refuses on the server what the account may not choose; its select fields offer nothing else."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                self._narrow(field)
        if "site" in self.fields:
            self._narrow_site(self.fields["site"])

    def _narrow(self, field: Any) -> None:
        model = field.queryset.model
        if hasattr(model, "site_path"):
            field.queryset = policy.visible(self.for_user, field.queryset)
        if model is Unit:
            _as_tree(field)
        elif model is Post:
            field.queryset = field.queryset.select_related("unit").order_by("unit__name", "rank", "name")
        elif model is User:
            field.queryset = self._free_accounts(field.queryset)

    def _narrow_site(self, field: forms.ModelChoiceField) -> None:
        sites = policy.sites_of(self.for_user)
        field.queryset = Site.objects.filter(pk__in=[site.pk for site in sites])
        field.required = field.required or not policy.answers_for_all(self.for_user)
        if field.required and sites and not self.initial.get("site"):
            self.initial["site"] = sites[0].pk

    def _free_accounts(self, accounts: QuerySet[User]) -> QuerySet[User]:
        return accounts.filter(Q(person__isnull=True) | Q(person=self.instance.pk)).order_by("username")


def _as_tree(field: Any) -> None:
    field.queryset = field.queryset.in_tree_order()
    field.label_from_instance = lambda unit: "— " * unit.depth + unit.name
