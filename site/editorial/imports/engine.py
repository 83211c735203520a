"""Loads rows as pages: known ones are updated, strange ones refused, the rest created."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import DataError, reset_queries, transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from agency.models import User
from assets import reading
from editorial.checks import gate
from editorial.checks.subject import Subject
from editorial.guard import warrant
from editorial.imports.mapping import Mapping, Record, RowRefused
from editorial.imports.reading import Row
from editorial.models import EditorialPage, KeyClaim
from editorial.models.imported import ImportedRow
from editorial.slugs import free_slug


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    HELD = "held"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True)
class Result:
    """What became of one row of the file."""

    number: int
    outcome: Outcome
    title: str = ""
    key: str = ""
    page_id: int | None = None
    field: str = ""
    reason: str = ""
    notes: tuple[str, ...] = ()


class DryRun(Exception):
    """Undoes the row that was only tried."""


class Importer:
    """Runs the rows of one file through a mapping, below one parent page.

    With `publish`, pages go live in the name of `user`; else they become drafts.
    """

    def __init__(
        self, mapping: Mapping, parent: Page, user: User | None, publish: bool = False, dry_run: bool = False
    ) -> None:
        self.mapping, self.parent, self.user = mapping, parent, user
        self.publish, self.dry_run = publish, dry_run
        site = parent.get_site()
        if site is None:
            raise ValueError(_("The page to import under belongs to no site."))
        self.site: Site = site
        self.seen: dict[str, int] = {}

    def run(self, rows: Iterable[Row]) -> Iterator[Result]:
        """One result per row, in order. Every row is a transaction of its own."""
        for row in rows:
            yield self.load(row)
            reset_queries()

    def load(self, row: Row) -> Result:
        try:
            if row.fault:
                raise row.fault
            record = self.mapping.read(row.values)
            self.refuse_repeated(record, row.number)
            return self.store(row.number, record)
        except RowRefused as refusal:
            title = str(row.values.get("title") or row.values.get("ten") or "")[:200]
            return Result(row.number, Outcome.REFUSED, title, field=refusal.field, reason=refusal.reason)

    def refuse_repeated(self, record: Record, number: int) -> None:
        first = self.seen.setdefault(row_id(record), number)
        if first != number:
            raise RowRefused("", _("The same row stands in line %(number)s already.") % {"number": first})

    def store(self, number: int, record: Record) -> Result:
        try:
            with transaction.atomic():
                result = self.write(number, record)
                if self.dry_run:
                    raise DryRun
        except DryRun:
            pass
        except ValidationError as error:
            raise RowRefused("", " ".join(error.messages)) from error
        except DataError as error:
            raise RowRefused("", _("A value is longer than its field allows.")) from error
        return result

    def write(self, number: int, record: Record) -> Result:
        known = self.known(record)
        page = self.page_of(record, known)
        outcome = self.outcome_for(page, record, known) if page else Outcome.CREATED
        reasons = [why(outcome)]
        if outcome in (Outcome.CREATED, Outcome.UPDATED):
            page = self.draft(page, record)
            if held := self.finish(page, record):
                outcome, reasons = Outcome.HELD, held
            self.remember(page, record)
        notes, number_of_page = tuple(record.notes), page.pk if page else None
        return Result(
            number, outcome, record.title, record.key, number_of_page, notes=notes, reason=" ".join(reasons)
        )

    def known(self, record: Record) -> ImportedRow | None:
        rows = ImportedRow.objects.filter(site=self.site, source=self.mapping.source, row_id=row_id(record))
        return rows.first()

    def page_of(self, record: Record, known: ImportedRow | None) -> EditorialPage | None:
        if known:
            return self.mapping.page_class.objects.filter(pk=known.page_id).first()
        claims = KeyClaim.objects.filter(
            site=self.site, kind=self.mapping.page_class.key_kind, key=record.key
        )
        claim = claims.exclude(page=None).first() if record.key else None
        return self.mapping.page_class.objects.filter(pk=claim.page_id).first() if claim else None

    def outcome_for(self, page: EditorialPage, record: Record, known: ImportedRow | None) -> Outcome:
        to_be_published = self.publish and not page.live
        if known and known.digest == digest(record) and not to_be_published:
            return Outcome.UNCHANGED
        ours = known is not None and known.revision_id == page.latest_revision_id
        edited = page.has_unpublished_changes and (not ours or page.workflow_in_progress)
        return Outcome.CONFLICT if edited else Outcome.UPDATED

    def draft(self, page: EditorialPage | None, record: Record) -> EditorialPage:
        """The page with the values of the row, not yet saved as a draft."""
        if page is None:
            return self.create(record)
        page = page.get_latest_revision_as_object() if page.has_unpublished_changes else page
        self.mapping.apply(page, record)
        return page

    def create(self, record: Record) -> EditorialPage:
        page = self.mapping.page_class(title=record.title, live=False, has_unpublished_changes=True)
        page.slug = free_slug(self.parent, record.title)
        page.owner = self.user
        self.mapping.apply(page, record)
        self.parent.add_child(instance=page)
        return page

    def finish(self, page: EditorialPage, record: Record) -> list[str]:
        """Saves the draft and publishes it, unless a gate holds it back: then the reasons."""
        held = self.held(page) if self.publish else []
        with warrant("import"):
            revision = page.save_revision(user=self.user, log_action=True)
            if self.publish and not held:
                revision.publish(user=self.user, skip_permission_checks=True)
        self.mapping.after(page, record)
        if record.old_url:
            self.redirect(page, record.old_url)
        return held

    def held(self, page: EditorialPage) -> list[str]:
        reading.read_now(Subject(page).documents)
        return gate.held(page)

    def redirect(self, page: EditorialPage, old_url: str) -> None:
        """The old address leads to the page from now on (T32)."""
        parts = urlsplit(old_url)
        old_path = Redirect.normalise_path(parts.path + (f"?{parts.query}" if parts.query else ""))
        Redirect.objects.update_or_create(
            old_path=old_path, site=self.site, defaults={"redirect_page_id": page.pk, "is_permanent": True}
        )

    def remember(self, page: EditorialPage, record: Record) -> None:
        latest = Page.objects.values_list("latest_revision_id", flat=True).get(pk=page.pk)
        ImportedRow.objects.update_or_create(
            site=self.site,
            source=self.mapping.source,
            row_id=row_id(record),
            defaults={"page_id": page.pk, "digest": digest(record), "revision_id": latest},
        )


def digest(record: Record) -> str:
    """SHA-256 of the official values, the same for the same content."""
    plain: dict[str, Any] = {"title": record.title, **record.values}
    return hashlib.sha256(json.dumps(plain, sort_keys=True, default=str).encode()).hexdigest()


def row_id(record: Record) -> str:
    """By its key, else by the source's own number, else by its content."""
    return (record.key or record.source_id or digest(record))[:255]


def why(outcome: Outcome) -> str:
    if outcome is Outcome.CONFLICT:
        return _("An editor has a draft of this page. Publish or discard it, then import again.")
    return ""
