"""Wagtail's list of documents, with whether their text was read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import EditView, IndexView
from wagtail.permissions import policy_registry

from assets import reading
from assets.models import CustomDocument


class DocumentIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[CustomDocument]:
        return super().get_base_queryset().select_related("reading")

    @cached_property
    def columns(self) -> list[Column]:
        columns = super().columns
        return [*columns[:3], Column("text", label=_("Text"), accessor="text_state"), *columns[3:]]


class DocumentEditView(EditView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = reading.with_what_was_read([self.object]).first()
        return {**super().get_context_data(**kwargs), "found": found}


@require_POST
def read_again(request: HttpRequest, document_id: int) -> HttpResponse:
    """Queues another reading, for those who may change the document."""
    known = CustomDocument.objects.select_related("reading")
    document: CustomDocument = get_object_or_404(known, pk=document_id)
    policy = policy_registry.get_by_type(CustomDocument)
    if not policy.user_has_permission_for_instance(request.user, "change", document):
        raise PermissionDenied
    if reading.read_again(document):
        messages.success(request, _("The file is read again in the background. Look again in a few minutes."))
    else:
        messages.warning(request, _("The file already waits to be read, or cannot be opened just now."))
    return redirect("wagtaildocs:edit", document.pk)
