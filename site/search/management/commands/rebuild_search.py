"""Makes the public index again."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Makes the public index again while it goes on answering: after an upgrade, or when in doubt."

    def handle(self, *args: Any, **options: Any) -> None:
        count = rebuild(self._say)
        self.stdout.write(self.style.SUCCESS(_("%(count)d entries can be found.") % {"count": count}))

    def _say(self, done: int) -> None:
        self.stdout.write(_("%(count)d pages read") % {"count": done})
