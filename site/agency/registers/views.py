"""Views of the registers: every address asks the policy, bad input is answered, exports are safe."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import label_for_field, lookup_field
from django.core.exceptions import FieldDoesNotExist
from django.db import transaction
from django.db.models import (
    BooleanField,
    DateField,
    Model,
    PositiveIntegerField,
    ProtectedError,
    RestrictedError,
)
from django.http import Http404
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.fields import RichTextField
from wagtail.log_actions import log
from wagtail.models import Site
from wagtail.rich_text import RichText, get_text_for_indexing
from wagtail_modeladmin import views

from agency import policy

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings that a spreadsheet program takes for a formula (decision 23)."""

LINKED_SHOWN = 20


def neutral(value):
    """`value` as a cell that no spreadsheet program will run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def field_of(model: type[Model], name: str):
    """The field called `name`, or None for a column that is computed."""
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:
        return None


class RegisterIndexView(views.IndexView):
    """The list. Only declared filters are obeyed: no other column can be probed through the address."""

    custom_value_preprocess = {
        **views.IndexView.custom_value_preprocess,
        date: {views.IndexView.FORMAT_CSV: lambda day: date_format(day, "d/m/Y")},
    }

    def dispatch(self, request, *args, **kwargs):
        if "%00" in request.META.get("QUERY_STRING", ""):
            return redirect(self.index_url)
        try:
            return super().dispatch(request, *args, **kwargs)
        except IncorrectLookupParameters:
            return redirect(self.index_url)

    def get_page_title(self):
        return self.model_admin.get_menu_label()

    def get_buttons_for_obj(self, obj):
        """None: the name leads to the form or, for a reader, to the row; deletion is in the form."""
        return []

    def get_filters(self, request):
        try:
            filters, shown, _others, distinct = super().get_filters(request)
        except IncorrectLookupParameters:
            self.params = request.GET.copy()
            self.params.clear()
            filters, shown, _others, distinct = super().get_filters(request)
        return filters, shown, {}, distinct

    def get_heading(self, queryset, field):
        return capfirst(str(label_for_field(field, model=self.model, model_admin=self.model_admin)))

    def to_row_dict(self, item):
        return {name: neutral(self._cell(item, name)) for name in self.list_export}

    def _cell(self, item: Model, name: str):
        display = getattr(item, f"get_{name}_display", None)
        if display:
            return display()
        _field, _attribute, value = lookup_field(name, item, self.model_admin)
        if isinstance(field_of(self.model, name), RichTextField):
            return get_text_for_indexing(value)
        return str(value) if isinstance(value, Model) else ("" if value is None else value)

    def stream_csv(self, queryset):
        yield "\ufeff".encode()
        yield from super().stream_csv(queryset)


class OneRow(views.InstanceSpecificView):
    """A view of one row: an address that names no row is not found."""

    def __init__(self, model_admin, instance_pk):
        if not instance_pk.isdecimal():
            raise Http404
        super().__init__(model_admin, instance_pk)


class Serialised(views.ModelFormView):
    """Checks and saves a form in one transaction that lets in one writer of the registers at a time.

    Otherwise two accounts could each pass the check of a rule over several rows (no circle, one head) and
    break it together.
    """

    def post(self, request, *args, **kwargs):
        with transaction.atomic():
            list(Site.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
            return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        response = super().form_valid(form)
        for text in self.model_admin.warnings(self.instance):
            messages.warning(self.request, text)
        return response


class RegisterCreateView(Serialised, views.CreateView):
    """The form of a new row."""


class RegisterEditView(OneRow, Serialised, views.EditView):
    """The form of a row."""


SHOWN_AS = {
    RichTextField: RichText,
    DateField: lambda day: date_format(day, "d/m/Y"),
    BooleanField: lambda chosen: _("Yes") if chosen else _("No"),
    PositiveIntegerField: str,
}


class RegisterInspectView(OneRow, views.InspectView):
    """A row to be read, for those who may not change it."""

    def get_field_label(self, field_name, field=None):
        return capfirst(super().get_field_label(field_name, field))

    def get_field_display_value(self, field_name, field=None):
        value = getattr(self.instance, field_name)
        show = SHOWN_AS.get(type(field))
        if show is None or value in (None, ""):
            return super().get_field_display_value(field_name, field)
        return show(value)


class RegisterHistoryView(OneRow, views.HistoryView):
    """Who changed the row, and when."""

    def check_action_permitted(self, user):
        return policy.may_see(user, self.instance)


class RegisterDeleteView(OneRow, views.DeleteView):
    """Deletion, refused with the list of what still uses the row."""

    def post(self, request, *args, **kwargs):
        name = str(self.instance)
        try:
            with transaction.atomic():
                log(instance=self.instance, action="wagtail.delete")
                self.delete_instance()
        except ProtectedError as error:
            return self._refuse(error.protected_objects)
        except RestrictedError as error:
            return self._refuse(error.restricted_objects)
        messages.success(request, _("“%(name)s” has been deleted.") % {"name": name})
        return redirect(self.index_url)

    def _refuse(self, users: Iterable[Model]):
        linked = sorted(users, key=str)
        context = self.get_context_data(
            protected_error=True, linked_objects=linked[:LINKED_SHOWN], more=len(linked) - LINKED_SHOWN
        )
        return self.render_to_response(context, status=409)
