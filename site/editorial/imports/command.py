"""The command behind `import_procedures`, `import_documents`, `import_news` and `import_answers`."""

from __future__ import annotations

import csv
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from tqdm import tqdm
from wagtail.models import Page, Site

from agency.models import User
from agency.registers.views import neutral
from editorial.imports import reading
from editorial.imports.engine import Importer, Outcome, Result
from editorial.imports.mapping import Mapping

COLUMNS = ("row", "outcome", "key", "title", "page", "field", "reason", "notes")


class ImportCommand(BaseCommand):
    """Subclasses name their mapping."""

    mapping: ClassVar[Mapping]
    help = "Loads pages from a JSON Lines, CSV or XLSX file; see the handbook for the format."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--under", help="address of the section to put the pages in, such as /thu-tuc/")
        parser.add_argument("--site", help="host name, when the installation serves several sites")
        parser.add_argument("--publish", action="store_true", help="publish at once, in the name of --user")
        parser.add_argument("--user", help="account in whose name the pages are written")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
        parser.add_argument("--report", type=Path, help="CSV file with the fate of every row")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(_("There is no file %(path)s.") % {"path": path})
        importer = Importer(
            self.mapping,
            self.parent(options),
            self.user(options),
            publish=options["publish"],
            dry_run=options["dry_run"],
        )
        self.report(importer.run(self.watched(path, options)), options["report"])

    def watched(self, path: Path, options: dict[str, Any]) -> Any:
        silent = options["verbosity"] == 0
        total = None if silent else sum(1 for _row in reading.read(path))
        return tqdm(reading.read(path), total=total, disable=silent, unit=" rows", mininterval=1)

    def site(self, options: dict[str, Any]) -> Site:
        sites = Site.objects.filter(hostname=options["site"]) if options["site"] else Site.objects.all()
        site = sites.order_by("-is_default_site").first()
        if site is None:
            raise CommandError(_("There is no such site. Run setup_portal first."))
        return site

    def parent(self, options: dict[str, Any]) -> Page:
        root = self.site(options).root_page
        if options["under"]:
            url_path = root.url_path + options["under"].strip("/") + "/"
            parent = Page.objects.filter(url_path=url_path.replace("//", "/")).first()
        else:
            models = self.mapping.page_class.allowed_parent_page_models()
            parent = Page.objects.descendant_of(root).type(*models).order_by("depth", "path").first()
        if parent is None:
            raise CommandError(_("No section was found to import into. Name one with --under."))
        if self.mapping.page_class not in parent.specific_class.allowed_subpage_models():
            raise CommandError(_("“%(title)s” cannot hold such pages.") % {"title": parent.title})
        return parent.specific

    def user(self, options: dict[str, Any]) -> User | None:
        if not options["user"]:
            if options["publish"]:
                raise CommandError(_("Publishing needs the name of an account: --user."))
            return None
        user = User.objects.filter(username=options["user"], is_active=True).first()
        if user is None:
            raise CommandError(_("There is no active account “%(name)s”.") % {"name": options["user"]})
        return user

    def report(self, results: Any, path: Path | None) -> None:
        counts: Counter[Outcome] = Counter()
        if path is None:
            for result in results:
                counts[result.outcome] += 1
                self.tell(result)
        else:
            with path.open("w", encoding="utf-8-sig", newline="") as stream:
                writer = csv.writer(stream)
                writer.writerow(COLUMNS)
                for result in results:
                    counts[result.outcome] += 1
                    writer.writerow(report_line(result))
        summary = ", ".join(f"{outcome}: {counts[outcome]}" for outcome in Outcome)
        self.stdout.write(self.style.SUCCESS(summary))

    def tell(self, result: Result) -> None:
        if result.outcome in (Outcome.HELD, Outcome.REFUSED, Outcome.CONFLICT):
            where = f" [{result.field}]" if result.field else ""
            self.stderr.write(f"{result.number}: {result.outcome}{where} {result.reason} {result.title[:60]}")


def report_line(result: Result) -> list[Any]:
    cells = (
        result.number,
        result.outcome.value,
        result.key,
        result.title,
        result.page_id or "",
        result.field,
        result.reason,
        "; ".join(result.notes),
    )
    return [neutral(cell) for cell in cells]
