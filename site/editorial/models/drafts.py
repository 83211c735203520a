"""The newest revision of a page, while it is read."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from wagtail.models import Revision


class Draft(Revision):
    """A revision whose text is built once for all who read it, as Wagtail's log does; never published."""

    class Meta:
        proxy = True
        default_permissions = ()

    def as_object(self) -> Any:
        return self.text

    @cached_property
    def text(self) -> Any:
        text = super().as_object()
        text.latest_revision = self
        return text
