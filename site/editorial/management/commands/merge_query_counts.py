"""`merge_query_counts`: makes months of the old counts of readers' questions."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from editorial.models import Timer, TimerRun
from search.learning import retention


class Command(BaseCommand):
    help = "Makes months of the days that are over a quarter old and forgets old months. Run it every day."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        done = retention.merge(dry_run=dry_run)
        self.stdout.write(
            f"days: {done.days}, months: {done.months}, rare left out: {done.rare}, old forgotten: {done.old}"
        )
        if not dry_run:
            TimerRun.note(Timer.COUNTS)
