"""Searching attachments, each content once: what was found is kept beside what was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from django.utils.translation import get_language
from django_tasks import task

from assets import reading
from assets.models import CustomDocument, FileReading
from editorial.checks import personal, secrecy
from editorial.checks.base import RULES, Find, Finding
from editorial.checks.subject import page_place
from editorial.models.findings import FileFindings

GATES: dict[str, Find] = {secrecy.CHECK: secrecy.find, personal.CHECK: personal.find}

Pages = list[list[Finding]]


def search(find: Find, slug: str, documents: list[CustomDocument]) -> Iterator[tuple[str, list[Finding]]]:
    """What `find` says about each page of the documents that were read, with its place."""
    waiting = FileReading.Status.WAITING
    read = [(file, file.reading.pk) for file in documents if file.reading and file.reading.status != waiting]
    found = found_in({key for _file, key in read}, find, slug)
    for file, key in read:
        for number, findings in enumerate(found[key], 1):
            if findings:
                yield page_place(file, number), findings


def found_in(readings: set[int], find: Find, slug: str) -> dict[int, Pages]:
    """By the number of the reading; what nobody has looked into yet is looked into now. One query."""
    rows = FileFindings.objects.filter(reading__in=readings, **terms(slug)) if readings else ()
    kept = {row.reading_id: [[Finding(**one) for one in page] for page in row.pages] for row in rows}
    return kept | look_into(readings - kept.keys(), find, slug)


def look_into(readings: set[int], find: Find, slug: str) -> dict[int, Pages]:
    if not readings:
        return {}
    found = {number: [find(text) for text in texts] for number, texts in reading.texts_in(readings).items()}
    rows = [
        FileFindings(reading_id=number, pages=packed(pages), **terms(slug)) for number, pages in found.items()
    ]
    FileFindings.objects.filter(reading__in=readings, check_slug=slug).exclude(rules=RULES).delete()
    FileFindings.objects.bulk_create(rows, ignore_conflicts=True)
    return found


def packed(pages: Pages) -> list[list[dict]]:
    return [[asdict(finding) for finding in page] for page in pages]


def terms(slug: str) -> dict[str, str | int]:
    """Under which what was found holds."""
    return {"check_slug": slug, "rules": RULES, "language": get_language() or ""}


@task()
def look_ahead(reading_id: int) -> None:
    """Searches what has just been read, so that no editor waits for it."""
    for slug, find in GATES.items():
        found_in({reading_id}, find, slug)
