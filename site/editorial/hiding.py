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

from assets.library import OnlySeen
from editorial.models import EditorialPage
from editorial.permissions import closed_to

PAGE_ACTIONS = (DeleteBulkAction, MoveBulkAction, PublishBulkAction, UnpublishBulkAction)
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
    return set(closed_to(user, drafts).values_list("pk", flat=True))


class OnlyKnown(OnlySeen):
    """Wagtail's bulk actions name also the pages they refuse; a hidden draft is not named."""

    def seen(self, items: list[Page]) -> list[Page]:
        unknown = unknown_to(self.request.user, [page.pk for page in items])
        return [page for page in items if page.pk not in unknown]


BULK_ACTIONS = [type(action.__name__, (OnlyKnown, action), {}) for action in PAGE_ACTIONS]
