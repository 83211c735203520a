"""Figures whose source somebody has confirmed (B05)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.checks.base import Check, Finding
from editorial.checks.subject import Subject

ENOUGH = 2
UNITS = (
    "%|ha|hecta|hộ|người|lượt|tấn|tạ|kg|km|m2|m²|m3|m³|tỷ|tỉ|triệu|nghìn|ngàn|đồng|con|cây|trẻ|"
    "học sinh|đơn vị|hồ sơ|vụ|căn|phòng|lớp|sản phẩm|bài|ca"
)
FIGURE = re.compile(rf"(?<![\w./-])\d+(?:[.,]\d+)*\s?(?:{UNITS})(?!\w)", re.IGNORECASE)
"""A number with what it counts; dates, years and the numbers of documents have none."""


class Figures(Check):
    slug = "figures"
    label = gettext_lazy("Source of the figures")

    def find(self, subject: Subject) -> Iterator[Finding]:
        page = subject.page
        if not page.genre_id or page.figures_source.strip():
            return
        found = [match.group() for text in subject.fields.values() for match in FIGURE.finditer(text)]
        if len(found) >= ENOUGH:
            message = _("The text has figures. Have the unit confirm them, and name the source.")
            yield self.finding(message, subject.label("figures_source"), excerpt="; ".join(found[:5]))
