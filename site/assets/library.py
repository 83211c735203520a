"""Views of Wagtail's library that show files without asking its policy; here they ask who may see them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.documents.views import bulk_actions as of_documents
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.images.views import bulk_actions as of_images
from wagtail.models import ModelLogEntry
from wagtail.permissions import policy_registry
from wagtailmedia.views import chooser, media

from assets import drafts
from assets.models import CustomMedia, FileKind, Stored

# wagtailmedia makes a policy of its own instead of asking for the registered one.
for views in (media, chooser):
    views.permission_checker.policy = policy_registry.get_by_type(CustomMedia)


class DocumentsAPI(DocumentsAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        return drafts.shown_to(self.request.user, super().get_queryset(), FileKind.DOCUMENT)


class ImagesAPI(ImagesAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        return drafts.shown_to(self.request.user, super().get_queryset(), FileKind.IMAGE)


class OnlySeen(ABC):
    """Does not name what somebody may not even see among what cannot be changed."""

    request: Any

    def get_actionable_objects(self) -> tuple[list, dict[str, list]]:
        items, others = super().get_actionable_objects()  # type: ignore[misc]
        return items, {name: self.seen(rest) for name, rest in others.items()}

    @abstractmethod
    def seen(self, items: list) -> list:
        """Those of `items` that the account of the request may see."""


class OnlySeenFiles(OnlySeen):
    def seen(self, items: list[Stored]) -> list[Stored]:
        return [file for file in items if drafts.may_see(self.request.user, file)]


BULK_ACTIONS = [
    type(action.__name__, (OnlySeenFiles, action), {})
    for module in (of_documents, of_images)
    for action in (module.AddTagsBulkAction, module.AddToCollectionBulkAction, module.DeleteBulkAction)
]


def media_usage(request: HttpRequest, media_id: int) -> HttpResponse:
    if not drafts.may_see(request.user, get_object_or_404(CustomMedia, pk=media_id)):
        raise PermissionDenied
    return media.usage(request, media_id)


class HistoryView(LogEntriesView):
    """Wagtail's report of all deeds, without those done to files one may not see."""

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        if queryset.model is ModelLogEntry:
            queryset = queryset.exclude(about_hidden_files(self.request.user))
        return super().filter_queryset(queryset)


def about_hidden_files(user: Any) -> Q:
    """The condition that an entry of the log is about such a file."""
    found = Q(pk__in=[])
    for kind in FileKind:
        hidden = drafts.hidden_files(user, kind).annotate(number=Cast("file_id", CharField()))
        log = ContentType.objects.get_for_model(kind.model)
        found |= Q(content_type=log, object_id__in=hidden.values("number"))
    return found
