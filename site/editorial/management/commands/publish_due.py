"""`publish_due`: publishes and takes down what has its hour."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from editorial import scheduling
from editorial.models import Timer, TimerRun


class Command(BaseCommand):
    help = "Publishes and takes down what has its hour. Run it every minute; twice at once harms nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        for line in scheduling.run(timezone.now()):
            self.stdout.write(line)
        TimerRun.note(Timer.PUBLISH)
