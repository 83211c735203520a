"""`repair_files`: brings rights, places and renditions of all files in step."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from tqdm import tqdm

from assets import drafts, leftovers, moves, usage
from assets.models import FileKind, FileMove


class Command(BaseCommand):
    help = "Moves files to where they belong, tries failed moves again and removes copies nobody owns."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
        parser.add_argument("--due", action="store_true", help="only the moves whose time has come; quick")

    def handle(self, *args: Any, dry_run: bool, due: bool, **options: Any) -> None:
        if not due:
            self.settle(dry_run)
            self.read_drafts(dry_run)
        self.move(dry_run, due)
        if not due:
            self.sweep(dry_run)

    def settle(self, dry_run: bool) -> None:
        """Asks every tracked owner and every file again what is public."""
        with transaction.atomic():
            orphans = usage.drop_orphans()
            owners = usage.refresh_tracked()
            wrong = [key for kind in FileKind for key in self.unsettled(kind)]
            usage.settle_all(wrong)
            transaction.set_rollback(dry_run)
        self.say("owners asked", owners)
        self.say("uses of vanished owners dropped", orphans)
        self.say("files with a wrong right", len(wrong))

    def read_drafts(self, dry_run: bool) -> None:
        """Notes anew which files each draft uses, one draft after the other, so that nobody waits."""
        if not dry_run:
            self.say("drafts read", drafts.note_all())

    def unsettled(self, kind: FileKind) -> Iterable[tuple[str, int]]:
        states = dict(kind.model.objects.values_list("pk", "is_public"))
        wanted = usage.open_files(kind, set(states))
        return [(kind.value, pk) for pk, public in states.items() if public != (pk in wanted)]

    def move(self, dry_run: bool, due: bool) -> None:
        if not due:
            self.request_misplaced(dry_run)
        rows = list(
            FileMove.objects.filter(next_attempt__lte=timezone.now()) if due else FileMove.objects.all()
        )
        self.say("files to move", len(rows))
        if dry_run:
            return
        done = sum(moves.attempt(row) for row in self.progress(rows))
        self.say("files moved", done)
        if failed := len(rows) - done:
            self.stderr.write(f"not moved, will be tried again: {failed}")

    def request_misplaced(self, dry_run: bool) -> None:
        for kind in FileKind:
            ids = list(moves.misplaced(kind.model))
            self.say(f"{kind.value}: in the wrong place or without renditions", len(ids))
            if ids and not dry_run:
                with transaction.atomic():
                    moves.note(kind, ids)

    def sweep(self, dry_run: bool) -> None:
        """Removes files in either root that no row names, older than a day."""
        names = list(leftovers.find())
        self.say("files nobody owns", len(names))
        for name in names:
            self.stdout.write(f"  {name}")
        if not dry_run:
            self.say("removed", sum(leftovers.remove(name) for name in names))

    def progress(self, rows: list[FileMove]) -> Iterable[FileMove]:
        return tqdm(rows, unit="file", disable=not self.stderr.isatty())

    def say(self, what: str, count: int) -> None:
        self.stdout.write(f"{what}: {count}")
