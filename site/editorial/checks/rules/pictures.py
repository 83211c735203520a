"""Pictures that can be seen, heard and credited (K14, C13)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assets.models import CustomImage
from editorial.checks.base import Check, Finding
from editorial.checks.subject import Subject

NARROWEST = 800


class Pictures(Check):
    slug = "pictures"
    label = gettext_lazy("Pictures")

    def find(self, subject: Subject) -> Iterator[Finding]:
        for image in subject.images:
            for message in faults(image):
                yield self.finding(message, f"{_('Picture')} “{image.title}”")


def faults(image: CustomImage) -> Iterator[str]:
    if image.width < NARROWEST:
        message = _("The picture is %(width)s pixels wide; at least %(least)s look sharp.")
        yield message % {"width": image.width, "least": NARROWEST}
    if not image.credit:
        yield _("Name the photographer.")
