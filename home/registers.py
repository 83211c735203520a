"""The register of banners in the admin; every address asks the agency's policy (V03)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from agency.registers.base import Register, dates_panel
from agency.registers.filters import InForceFilter
from agency.registers.forms import RegisterForm
from home.models import Banner


class BannerRegister(Register):
    model = Banner
    menu_icon = "image"
    menu_label = _("Banners")
    menu_order = 260
    base_url_path = "bang-ron"
    list_display = ("title", "place", "sort_order", "period", "site")
    list_export = ("title", "place", "alt", "url", "valid_from", "valid_to", "site")
    export_filename = "bang-ron"
    list_filter = (InForceFilter, "place")
    search_fields = ("title", "alt")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("title"), FieldPanel("image"), FieldPanel("alt"), FieldPanel("url")],
                heading=_("Banner"),
            ),
            MultiFieldPanel(
                [FieldPanel("site"), FieldRowPanel([FieldPanel("place"), FieldPanel("sort_order")])],
                heading=_("Where"),
            ),
            dates_panel(),
        ],
        base_form_class=RegisterForm,
    )
