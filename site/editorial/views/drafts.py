"""The newest text of a page, for everybody who may read it and not only for who may change it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views import View

from editorial.models import EditorialPage
from editorial.permissions import may_read


class DraftView(View):
    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = get_object_or_404(EditorialPage, pk=page_id)
        if not may_read(request.user, page):
            raise PermissionDenied
        text = page.specific.get_latest_revision_as_object()
        return text.make_preview_request(request, request.GET.get("mode", text.default_preview_mode))
