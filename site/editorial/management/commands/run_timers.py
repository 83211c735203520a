"""`run_timers`: the commands of the timers by the clock, where no systemd starts them."""

from __future__ import annotations

import logging
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import Error, close_old_connections

from editorial.models import Timer, TimerRun

MINUTE = 60
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Runs what is due every minute, until it is stopped: one beside the server, as the worker is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="run what is due now, then end")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        self.round()
        while not once:
            time.sleep(MINUTE - time.time() % MINUTE)
            self.round()

    def round(self) -> None:
        try:
            for timer in TimerRun.due():
                self.start(timer)
        except Error:
            logger.exception("The timers do not reach the database")
        close_old_connections()

    def start(self, timer: Timer) -> None:
        """Runs one command; one that fails is tried again a minute later and keeps no other from running."""
        try:
            call_command(timer.value, stdout=self.stdout, stderr=self.stderr)
        except (Error, CommandError, OSError):
            logger.exception("The timer %s failed", timer.value)
