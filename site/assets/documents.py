"""Wagtail's list of documents, with whether their text was read."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import IndexView

from assets.models import CustomDocument


class DocumentIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[CustomDocument]:
        return super().get_base_queryset().select_related("reading")

    @cached_property
    def columns(self) -> list[Column]:
        columns = super().columns
        return [*columns[:3], Column("text", label=_("Text"), accessor="text_state"), *columns[3:]]
