"""A draft that an official may not know of is met neither at an address nor in a choice of many pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.admin.views.pages.bulk_actions import (
    DeleteBulkAction,
    MoveBulkAction,
    PublishBulkAction,
    UnpublishBulkAction,
)
from wagtail.models import Page

from editorial.models import EditorialPage
from editorial.permissions import hidden_from, own_drafts

PAGE_ARGUMENTS = {"page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk"}
"""What Wagtail calls the number of a page in its addresses."""


class HiddenPages:
    """Middleware: whatever Wagtail shows at the address of a hidden draft, it answers 404."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        numbers = [kwargs[name] for name in PAGE_ARGUMENTS & kwargs.keys()]
        if numbers and request.user.is_authenticated and unknown_to(request.user, numbers):
            raise Http404


def unknown_to(user: Any, numbers: list[Any]) -> set[int]:
    """Those pages of `numbers` of which `user` may not know: what visitors read everybody knows."""
    drafts = EditorialPage.objects.filter(live=False, pk__in=numbers)
    foreign = drafts.exclude(own_drafts(user)).values_list("pk", flat=True)
    return set(hidden_from(user).filter(pk__in=found)) if (found := list(foreign)) else set()


class KnownPages:
    """Wagtail's bulk actions name also the pages they refuse; a hidden draft is not named."""

    request: Any

    def get_actionable_objects(self) -> tuple[list[Page], dict[str, list[Page]]]:
        pages, refused = super().get_actionable_objects()  # type: ignore[misc]
        chosen = [pages, *refused.values()]
        unknown = unknown_to(self.request.user, [page.pk for part in chosen for page in part])
        known = [[page for page in part if page.pk not in unknown] for part in chosen]
        return known[0], dict(zip(refused, known[1:], strict=True))


class DeleteKnownPages(KnownPages, DeleteBulkAction):
    pass


class MoveKnownPages(KnownPages, MoveBulkAction):
    pass


class PublishKnownPages(KnownPages, PublishBulkAction):
    pass


class UnpublishKnownPages(KnownPages, UnpublishBulkAction):
    pass


BULK_ACTIONS = (DeleteKnownPages, MoveKnownPages, PublishKnownPages, UnpublishKnownPages)
