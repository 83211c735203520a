"""Reads which commune took the place of which."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from search.former_names import imported

SHOWN = 50  # refused rows that are named


class Command(BaseCommand):
    help = "Reads a JSON file of merged communes, so that an old name finds the new one; replaces the last."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--province", default="", help="only what lies in this province now")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            mapping = imported.rows(options["file"])
        except imported.UnreadableFile as error:
            raise CommandError(str(error)) from error
        report = imported.write(mapping, options["province"])
        for number, reason in report.refused[:SHOWN]:
            self.stderr.write(_("Row %(number)d refused: %(reason)s") % {"number": number, "reason": reason})
        counts = {"written": report.written, "same": report.unchanged, "refused": len(report.refused)}
        message = _("%(written)d names written, %(same)d unchanged, %(refused)d rows refused.") % counts
        self.stdout.write(self.style.SUCCESS(message))
