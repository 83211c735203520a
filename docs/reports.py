"""Documents whose facts an editor still has to find."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import PageReportView
from wagtail.permission_policies.pages import PagePermissionPolicy

from docs.models import DocumentPage


class IncompleteDocuments(PageReportView):
    """Documents without number, date, issuer or type, among those the account may edit."""

    page_title = _("Documents to complete")
    header_icon = "doc-full"
    index_url_name = "docs_incomplete"
    index_results_url_name = "docs_incomplete_results"
    results_template_name = "docs/admin/incomplete_results.html"
    any_permission_required = ["add", "change", "publish"]
    list_export = ["title", "number", "status_string", "missing"]
    export_headings = {
        "number": _("Number and symbol"),
        "status_string": _("Status"),
        "missing": _("Missing"),
    }

    @cached_property
    def permission_policy(self) -> PagePermissionPolicy:
        return PagePermissionPolicy(DocumentPage)

    def get_queryset(self) -> QuerySet[DocumentPage]:
        pages = self.permission_policy.instances_user_has_permission_for(self.request.user, "change")
        mine = DocumentPage.objects.filter(pk__in=pages.values("pk"))
        return mine.incomplete().select_related("issuer", "document_type").order_by("-pk")
