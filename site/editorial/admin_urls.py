"""Addresses of Wagtail's own that answer differently here; they stand before Wagtail's."""

from django.urls import path
from wagtail.admin.auth import require_admin_access

from assets.library import HistoryView
from editorial.views.drafts import DraftView
from editorial.views.reports import PageTypesReportView
from editorial.views.workflows import DisableWorkflowView

urlpatterns = [
    path(
        "pages/<int:page_id>/view_draft/",
        require_admin_access(DraftView.as_view()),
        name="editorial_view_draft",
    ),
    path("workflows/disable/<int:pk>/", require_admin_access(DisableWorkflowView.as_view())),
    path("reports/site-history/", require_admin_access(HistoryView.as_view())),
    path("reports/site-history/results/", require_admin_access(HistoryView.as_view(results_only=True))),
    path("reports/page-types-usage/", require_admin_access(PageTypesReportView.as_view())),
    path(
        "reports/page-types-usage/results/",
        require_admin_access(PageTypesReportView.as_view(results_only=True)),
    ),
]
