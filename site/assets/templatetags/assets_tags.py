"""Pictures in templates: `{% portal_image image profile="list" alt="…" %}`."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.forms.utils import flatatt
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from assets import renditions
from assets.models import CustomImage

register = template.Library()


@register.simple_tag(takes_context=True)
def portal_image(
    context: Context,
    image: CustomImage | None,
    profile: str = "body",
    alt: str | None = None,
    lazy: bool = True,
    css_class: str = "",
) -> str:
    """An `<img>` of the declared sizes of `profile` (thumb, list, lead, body, portrait, banner).

    Without `alt` the image's own alternative text is used; `alt=""` marks a decoration. `lazy=False`
    is for the picture at the top of a page. No image gives nothing. Renditions are only read, except
    in a preview; until they are made the original stands in. One query for an image whose renditions
    are not prefetched (`prefetch_related("image__renditions")`).
    """
    if image is None:
        return ""
    chosen = renditions.profiles[profile]
    found = renditions.existing(image, chosen)
    if not found and may_make(context):
        renditions.make([image])
        found = renditions.existing(image, chosen)
    attributes = sources(found, chosen.sizes) if found else original(image)
    attributes["alt"] = image.default_alt_text if alt is None else alt
    attributes |= {"loading": "lazy", "decoding": "async"} if lazy else {"fetchpriority": "high"}
    return tag(attributes, css_class)


def may_make(context: Context) -> bool:
    """Whether this is an editor's preview or a developer's machine."""
    request = context.get("request")
    return request is None or settings.DEBUG or getattr(request, "is_preview", False)


def sources(found: list[Any], sizes: str) -> dict[str, Any]:
    """The widest rendition as `src`, since only old browsers read it, and all of them to choose from."""
    widest = found[-1]
    attributes = {"src": widest.url, "width": widest.width, "height": widest.height}
    if len(found) > 1:
        attributes["srcset"] = ", ".join(f"{item.url} {item.width}w" for item in found)
        attributes["sizes"] = sizes
    return attributes


def original(image: CustomImage) -> dict[str, Any]:
    return {"src": image.file.url, "width": image.width, "height": image.height}


def tag(attributes: dict[str, Any], css_class: str) -> SafeString:
    if css_class:
        attributes["class"] = css_class
    return format_html("<img{}>", flatatt(attributes))
