"""`remind`: tells of terms that are near, that have come and that are over."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from editorial.mail import reminding
from editorial.models import Timer, TimerRun


class Command(BaseCommand):
    help = "Writes the reminders that are due. Run it every quarter of an hour; each letter goes once."

    def handle(self, *args: Any, **options: Any) -> None:
        now, failed, number = timezone.now(), 0, 0
        for number, state in enumerate(reminding.pending(), 1):
            try:
                with transaction.atomic():
                    reminding.remind(state, now)
            except Exception as error:  # noqa: BLE001 (one page must not keep the others waiting)
                failed += 1
                self.stderr.write(f"{state.page_id}: {error!r}")
            if number % 500 == 0:
                self.stdout.write(f"{number} …")
        with transaction.atomic():
            reminding.remind_of_reviews(now)
        TimerRun.note(Timer.REMIND)
        self.stdout.write(f"stages looked at: {number}, failed: {failed}")
