"""`send_digests`: writes the summaries of the day."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial.mail import digest
from editorial.models import Timer, TimerRun


class Command(BaseCommand):
    help = "Writes the summary of the day for every account whose hour has come. Run it every hour."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say for whom")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        for user in list(digest.due(now)):
            if dry_run or digest.write_for(user, now):
                self.stdout.write(user.get_username())
        if not dry_run:
            TimerRun.note(Timer.DIGESTS)
