"""What documents add to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_modeladmin.options import modeladmin_register

from docs.registers import DocumentRegisters, issuer_chooser
from docs.reports import IncompleteDocuments

modeladmin_register(DocumentRegisters)


@hooks.register("register_admin_viewset")
def choosers() -> list[Any]:
    return [issuer_chooser]


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    results = IncompleteDocuments.as_view(results_only=True)
    return [
        path("bao-cao/van-ban-thieu/", IncompleteDocuments.as_view(), name="docs_incomplete"),
        path("bao-cao/van-ban-thieu/ket-qua/", results, name="docs_incomplete_results"),
    ]


class IncompleteMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return PagePermissionPolicy().user_has_any_permission(request.user, ["add", "change", "publish"])


@hooks.register("register_reports_menu_item")
def incomplete_documents() -> MenuItem:
    url = reverse("docs_incomplete")
    return IncompleteMenuItem(_("Documents to complete"), url, icon_name="doc-full", order=50)
