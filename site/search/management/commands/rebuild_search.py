"""Makes the public index again."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from search import outbox
from search.engines.turns import Away, Busy
from search.postings import turns as blocks
from search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Makes the public index again while it goes on answering: after an upgrade, or when in doubt."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = rebuild(self._say)
        except blocks.Busy as error:
            told = _("Another process makes the index again just now. Please wait until it is done.")
            raise CommandError(told) from error
        if settings.ELASTICSEARCH_URL:
            self._rebuild_server()
        self.stdout.write(self.style.SUCCESS(_("%(count)d entries can be found.") % {"count": count}))

    def _rebuild_server(self) -> None:
        from search.engines import rebuilt  # takes a while: not for a portal without a server

        try:
            rebuilt.rebuild(self._say_sent)
            outbox.deliver(at_once=True)
        except (Away, Busy) as error:
            told = _(
                "The database can answer, the search server not: %(reason)s. feed_search will make its index "
                "as soon as it can."
            )
            raise CommandError(told % {"reason": error or _("another process is at it")}) from error

    def _say(self, done: int) -> None:
        self.stdout.write(_("%(count)d pages read") % {"count": done})

    def _say_sent(self, done: int) -> None:
        self.stdout.write(_("%(count)d entries sent to the search server") % {"count": done})
