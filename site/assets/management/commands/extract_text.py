"""`extract_text`: prints the text of files page by page, as the portal would read them."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from assets.extraction.answer import Answer
from assets.limited import Unreadable, answer_for
from assets.page_texts import Reason


class Command(BaseCommand):
    help = (
        "Prints the text of files page by page. Ends with status 1 when one could not be read, or not wholly."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        failed = sum(not self.show(path) for path in files)
        if failed:
            raise CommandError(
                _("%(failed)s of %(files)s files could not be read wholly.")
                % {"failed": failed, "files": len(files)}
            )

    def show(self, path: Path) -> bool:
        """Whether all of the file was read."""
        try:
            answer = answer_for(path)
        except Unreadable as reason:
            self.complain(path, str(reason))
        except OSError as error:
            self.complain(path, _("The file cannot be opened: %s") % error.strerror)
        else:
            return self.shown(path, answer)
        return False

    def shown(self, path: Path, answer: Answer) -> bool:
        for number, text in enumerate(answer.pages, 1):
            self.stdout.write(f"== {self.head(path, answer, number)} ==\n{text}\n")
        left = [str(number) for number in answer.scans if number not in answer.recognised]
        if answer.left:
            pages = _("pages without text: %s") % ", ".join(left)
            self.complain(path, f"{Reason(answer.left).label} ({pages})")
        return not answer.left

    def head(self, path: Path, answer: Answer, number: int) -> str:
        place = _("%(file)s, page %(number)s of %(pages)s") % {
            "file": path.name,
            "number": number,
            "pages": len(answer.pages),
        }
        way = _("made out on a scan")
        return f"{place}, {way}" if number in answer.recognised else place

    def complain(self, path: Path, reason: str) -> None:
        self.stderr.write(f"{path.name}: {reason}")
