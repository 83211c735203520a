"""`check_text`: shows what the gates find in texts, before anything is published."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from editorial.checks import personal, secrecy
from editorial.checks.sources import Text, texts_of_files, texts_of_lines

STDIN = "-"


class Command(BaseCommand):
    help = "Prints a line of JSON for each text: the marks of secrecy and the personal data found in it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", nargs="+", metavar="FILE", help="texts, attachments or folders; - is stdin"
        )
        parser.add_argument("--jsonl", action="store_true", help='each line of the files is {"text": "…"}')

    def handle(self, *args: Any, files: list[str], jsonl: bool, **options: Any) -> None:
        texts = self.lines(files) if jsonl else texts_of_files(map(Path, files))
        named = not jsonl and (len(files) > 1 or Path(files[0]).is_dir())
        failed = sum(not self.tell(text, named) for text in texts)
        if failed:
            raise CommandError(_("Texts that could not be checked: %d") % failed)

    def lines(self, names: list[str]) -> Iterator[Text]:
        for name in names:
            if name == STDIN:
                yield from texts_of_lines(name, sys.stdin.buffer)
                continue
            try:
                with Path(name).open("rb") as file:
                    yield from texts_of_lines(name, file)
            except OSError as reason:
                raise CommandError(
                    _("%(file)s cannot be opened: %(why)s") % {"file": name, "why": reason}
                ) from reason

    def tell(self, text: Text, named: bool) -> bool:
        """Prints the line of one text; False when there was no text."""
        found = [*secrecy.find(text.text), *personal.find(text.text)]
        line: dict[str, Any] = {"file": text.name} if named else {}
        line["findings"] = [
            {"check": one.check, "kind": one.kind, "excerpt": one.excerpt, "blocking": one.blocking}
            for one in found
        ]
        if text.error:
            line["error"] = text.error
            self.stderr.write(f"{text.name}: {text.error}")
        self.stdout.write(json.dumps(line, ensure_ascii=False))
        self.stdout.flush()
        return not text.error
