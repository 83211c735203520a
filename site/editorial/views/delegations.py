"""An official delegates the own decisions for a time, and ends that (ủy quyền, C11)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from agency.models import Person
from editorial import permissions
from editorial.models.delegations import Delegation
from editorial.models.stages import StageTask

PER_PAGE = 20


def day_input() -> forms.DateInput:
    return forms.DateInput({"type": "date"}, "%Y-%m-%d")


class DelegationForm(forms.ModelForm):
    """What the giver says; the giver is who is logged in."""

    class Meta:
        model = Delegation
        fields = ("receiver", "stage", "valid_from", "valid_to", "basis")
        widgets = {"valid_from": day_input(), "valid_to": day_input()}
        help_texts = {"valid_from": "", "valid_to": ""}

    def __init__(self, *args: Any, giver: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.giver = giver
        self.fields["receiver"].queryset = receivers(giver)
        self.fields["stage"].queryset = StageTask.objects.filter(active=True).order_by("name")
        self.fields["stage"].empty_label = _("every stage")
        for name in ("valid_from", "valid_to"):
            self.fields[name].required = True

    def clean_valid_to(self) -> Any:
        last = self.cleaned_data["valid_to"]
        if last < timezone.localdate():
            raise forms.ValidationError(_("The last day has passed already."))
        return last


def receivers(giver: Person) -> QuerySet[Person]:
    """Colleagues on the same portal who can log in."""
    people = Person.objects.filter(user__is_active=True).exclude(pk=giver.pk)
    return people.filter(unit__site=giver.unit.site if giver.unit else None).order_by("full_name")


class GiverMixin:
    """For accounts with a person in the register; others decide nothing they could delegate."""

    request: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.giver is None:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]

    @cached_property
    def giver(self) -> Any:
        return permissions.person_of(self.request.user)


class DelegationsView(GiverMixin, WagtailAdminTemplateMixin, TemplateView):
    """What this official delegated and was delegated, the newest first, and a form for a new one."""

    template_name = "editorial/delegations.html"
    page_title = gettext_lazy("Delegate my decisions")
    header_icon = "user"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_header_title()}]

    def form(self, *args: Any) -> DelegationForm:
        return DelegationForm(*args, giver=self.giver, initial={"valid_from": timezone.localdate()})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        form.save()
        messages.success(request, _("Delegated. The receiver is told by mail."))
        return redirect("editorial_delegations")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = Q(giver=self.giver) | Q(receiver=self.giver)
        rows = Delegation.objects.filter(mine).select_related("giver", "receiver", "stage")
        newest = rows.order_by(F("valid_to").desc(nulls_first=True), "-pk")
        return {
            **super().get_context_data(**kwargs),
            "form": kwargs.get("form") or self.form(),
            "portion": Paginator(newest, PER_PAGE).get_page(self.request.GET.get("p")),
            "giver": self.giver,
            "today": timezone.localdate(),
        }


class EndDelegationView(GiverMixin, View):
    """Ends it at once: yesterday was its last day; one that began today or later is as if never given."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        held = get_object_or_404(Delegation, pk=pk, giver=self.giver)
        today = timezone.localdate()
        if held.valid_from and held.valid_from >= today:
            held.delete()
        elif held.valid_to is None or held.valid_to >= today:
            held.valid_to = today - timedelta(days=1)
            held.save(update_fields=["valid_to"])
        messages.success(request, _("The delegation has ended."))
        return redirect("editorial_delegations")
