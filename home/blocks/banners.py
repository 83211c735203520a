"""Banners among the blocks of the front page."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from home.blocks.base import FrontBlock, title, width


class BannersBlock(FrontBlock):
    title = title()
    width = width()

    class Meta:
        icon = "image"
        label = _("Banners")
        template = "home/blocks/banners.html"
        description = _("Banners of the register that are placed on the front page, on their days.")

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        from home.models.banners import current_banners

        request = (parent_context or {}).get("request")
        return {**super().get_context(value, parent_context), "banners": current_banners(request, "front")}
