"""`read_documents`: reads the text of the documents that wait, those that were there before included."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Count, QuerySet
from tqdm import tqdm

from assets import reading
from assets.extraction.legacy import missing
from assets.models import FileReading


class Command(BaseCommand):
    help = "Reads the text of documents that were not read yet. Safe to run again and beside the worker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--retry", action="store_true", help="also those that could not be read")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, retry: bool, dry_run: bool, **options: Any) -> None:
        if kinds := missing():
            self.stderr.write(f"no program reads {', '.join(kinds)}: install the Debian package catdoc")
        refused = FileReading.objects.filter(status=FileReading.Status.UNREADABLE)
        again = refused if retry else reading.readable_again()
        if dry_run:
            self.announce(again)
            return
        for document in self.progress(reading.without_reading()):
            reading.adopt(document)
        again.read_anew()
        for row in self.progress(FileReading.objects.waiting().order_by("pk")):
            reading.attempt(row)
        self.sum_up()

    def announce(self, again: QuerySet[FileReading]) -> None:
        self.say("never looked at", reading.without_reading().count())
        self.say("waiting", FileReading.objects.waiting().count())
        self.say("to be read again", again.count())

    def progress(self, rows: QuerySet) -> Iterable[Any]:
        return tqdm(rows.iterator(), total=rows.count(), unit="file", disable=not self.stderr.isatty())

    def sum_up(self) -> None:
        states = FileReading.objects.values_list("status", "reason").annotate(count=Count("pk"))
        for status, reason, count in states.order_by("status", "reason"):
            self.say(" ".join(filter(None, (status, reason))), count)
        self.say("never looked at", reading.without_reading().count())

    def say(self, what: str, count: int) -> None:
        self.stdout.write(f"{what}: {count}")
