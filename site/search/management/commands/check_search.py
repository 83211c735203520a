"""Says what differs between the public pages, the index and the search server, and mends it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from search import checking, mending
from search.checking import LABELS, Difference
from search.engines.turns import Away, Busy


class Command(BaseCommand):
    help = "Compares the public pages with the index and the search server; --repair mends what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="mend what differs")

    def handle(self, *args: Any, repair: bool, **options: Any) -> None:
        found = []
        for one in checking.differences(self._say_read):
            self.stdout.write(_line(one))
            found.append(one)
        for fault, count in Counter(one.fault for one in found).items():
            self.stdout.write(f"{LABELS[fault]}: {count}")
        if repair:
            self.repair(found)
        elif found:
            raise CommandError(
                _("%(count)d differences. With --repair they are mended.") % {"count": len(found)}
            )
        else:
            self.stdout.write(self.style.SUCCESS(_("Nothing differs.")))

    def repair(self, found: list[Difference]) -> None:
        try:
            mending.repair(found, self._say_mended)
        except (Away, Busy) as error:
            reason = {"reason": error or _("another process is at it")}
            raise CommandError(_("The search server could not be mended: %(reason)s") % reason) from error
        self.stdout.write(self.style.SUCCESS(_("%(count)d differences mended.") % {"count": len(found)}))

    def _say_read(self, done: int) -> None:
        self.stderr.write(_("%(count)d pages read") % {"count": done})

    def _say_mended(self, done: int) -> None:
        self.stderr.write(_("%(count)d written anew") % {"count": done})


def _line(one: Difference) -> str:
    numbers = [
        _("page %(number)d") % {"number": one.page} if one.page else "",
        _("entry %(number)d") % {"number": one.entry} if one.entry else "",
    ]
    return ": ".join([", ".join(filter(None, numbers)), str(LABELS[one.fault])]).removeprefix(": ")
