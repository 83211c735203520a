"""`send_letters`: sends the mail whose time has come."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.mail.delivery import Round
from editorial.models import Letter, LetterState, Timer, TimerRun


class Command(BaseCommand):
    help = "Sends the letters whose time has come. Safe to run again, also while the worker sends."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be sent")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        if dry_run:
            for letter in Letter.objects.due(timezone.now()).select_related("recipient"):
                self.stdout.write(f"{letter.created_at:%Y-%m-%d %H:%M} {letter.kind} {letter.recipient}")
            return
        done = Round().run().done
        TimerRun.note(Timer.LETTERS)
        for state in LetterState:
            if done[state]:
                self.stdout.write(f"{state.value}: {done[state]}")
        if failed := done[LetterState.FAILED]:
            self.stderr.write(f"could not be sent, see the register of letters: {failed}")
