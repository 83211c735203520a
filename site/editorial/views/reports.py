"""Wagtail's report of page types, which names the page edited last: only to those who may see it."""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView

from editorial import permissions


class PageTypesReportView(PageTypesUsageReportView):
    def decorate_paginated_queryset(self, page_types: Any) -> Any:
        hidden = set(permissions.hidden_from(self.request.user))
        for item in super().decorate_paginated_queryset(page_types):
            if item.last_edited_page_id in hidden:
                item.last_edited_page = None
        return page_types
