"""What the registers of the agency have in common."""

from __future__ import annotations

from django.contrib.admin import display
from django.contrib.admin.utils import label_for_field
from django.db.models import Model
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from agency import policy
from agency.models import Dated
from agency.registers import views
from agency.registers.search import FoldedSearch


class RegisterPermissions(PermissionHelper):
    """Passes every question to the policy; the list filter is no boundary."""

    def user_can_list(self, user):
        return policy.may_list(user, self.model)

    def user_can_create(self, user):
        return policy.may(user, "add", self.model) and bool(policy.sites_of(user))

    def user_can_inspect_obj(self, user, obj):
        return policy.may_see(user, obj)

    def user_can_edit_obj(self, user, obj):
        return policy.may_do(user, "change", obj)

    def user_can_delete_obj(self, user, obj):
        return policy.may_do(user, "delete", obj)


class Register(ModelAdmin):
    """A register in the admin. Subclasses name the model, the columns and the panels."""

    permission_helper_class = RegisterPermissions
    search_handler_class = FoldedSearch
    index_view_class = views.RegisterIndexView
    create_view_class = views.RegisterCreateView
    edit_view_class = views.RegisterEditView
    inspect_view_class = views.RegisterInspectView
    history_view_class = views.RegisterHistoryView
    delete_view_class = views.RegisterDeleteView
    index_template_name = "agency/registers/index.html"
    delete_template_name = "agency/registers/delete.html"
    inspect_view_enabled = True
    index_view_extra_css = ["agency/registers.css"]
    form_view_extra_css = ["agency/registers.css"]
    inspect_view_extra_css = ["agency/registers.css"]
    list_per_page = 50
    empty_value_display = "–"

    def get_queryset(self, request):
        """Rows the account may see, with the site that the policy asks of each."""
        rows = policy.visible(request.user, super().get_queryset(request))
        return rows.select_related(self.model.site_path)

    def get_inspect_view_fields(self):
        """What the form holds, in its order."""
        return self.get_edit_handler().bind_to_model(self.model).get_form_options()["fields"]

    def get_extra_attrs_for_field_col(self, obj, field_name):
        """The heading of each cell, shown beside it on a narrow screen."""
        return {"data-label": capfirst(str(label_for_field(field_name, self.model, self)))}

    def warnings(self, instance: Model) -> list[str]:
        """Sentences shown after saving `instance`; nothing is refused."""
        return []

    @display(description=_("period"), ordering="valid_from")
    def period(self, row: Dated) -> str:
        """From when to when the row holds, in words."""
        first = date_format(row.valid_from, "d/m/Y") if row.valid_from else ""
        last = date_format(row.valid_to, "d/m/Y") if row.valid_to else ""
        if first and last:
            return f"{first} – {last}"
        if last:
            return _("until %(day)s") % {"day": last}
        return _("since %(day)s") % {"day": first} if first else ""


def dates_panel() -> FieldRowPanel:
    """First and last day, side by side."""
    return FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")])
