"""Days as the public pages write them."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def day(value: date | datetime | None) -> SafeString:
    """The day of `value` for reader and machine, "" without one; a moment has its day in Vietnam."""
    if not value:
        return SafeString("")
    shown = timezone.localtime(value) if isinstance(value, datetime) else value
    return format_html('<time datetime="{}">{}</time>', f"{shown:%Y-%m-%d}", f"{shown:%d/%m/%Y}")
