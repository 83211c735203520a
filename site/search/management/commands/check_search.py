"""Says what differs between the public pages, the index and the search server, and mends it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from search import checking


class Command(BaseCommand):
    help = "Compares the public pages with the index and the search server; --repair mends what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="mend what differs")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(checking.differences(self._say))
        for one in found:
            self.stdout.write(f"{one.fault}\t{one.page or '-'}\t{one.entry or '-'}")
        counts = Counter(str(one.fault) for one in found)
        if not found:
            self.stdout.write(self.style.SUCCESS(_("Nothing differs.")))
        elif options["repair"]:
            checking.repair(found)
            self.stdout.write(self.style.SUCCESS(_("%(count)d differences mended.") % {"count": len(found)}))
        else:
            told = ", ".join(f"{fault} {count}" for fault, count in sorted(counts.items()))
            raise CommandError(
                _("%(count)d differences (%(told)s); --repair mends them.")
                % {"count": len(found), "told": told}
            )

    def _say(self, done: int) -> None:
        self.stderr.write(_("%(count)d pages read") % {"count": done})
