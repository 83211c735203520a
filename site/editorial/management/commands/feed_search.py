"""`feed_search`: tells the search server what it missed, and makes its index where it has none."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from editorial.models import Timer, TimerRun
from search import outbox
from search.engines.turns import Away, Busy


class Command(BaseCommand):
    help = "Brings the search server in step after it was away, or came back empty. Run it every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.ELASTICSEARCH_URL:
            self.feed()
        else:
            outbox.drop()
        TimerRun.note(Timer.SEARCH)

    def feed(self) -> None:
        """A server that is away is no fault of the timer: it is in the log, and on the page for monitors."""
        try:
            told = outbox.feed(self._say)
        except (Away, Busy) as error:
            self.stdout.write(_("Not now: %(reason)s") % {"reason": error or _("another process is at it")})
        else:
            self.stdout.write(_("%(count)d changes told") % {"count": told})

    def _say(self, done: int) -> None:
        self.stdout.write(_("%(count)d entries sent to the search server") % {"count": done})
