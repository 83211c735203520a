"""Sets up a site from a preset, and the demonstration on request."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from portal import demo
from portal.presets import PRESETS
from portal.presets.build import Built, build
from portal.presets.chains import CHAINS

DEFAULT_NAMES = {
    "xa": "Ủy ban nhân dân xã",
    "so": "Sở",
    "huyen-luu-tru": "Trang lưu trữ của huyện",
}


class Command(BaseCommand):
    help = "Makes a site with sections, roles and workflow. Safe to run again; a second --host adds a site."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--preset", choices=sorted(PRESETS), default="xa")
        parser.add_argument("--chain", choices=sorted(CHAINS), default="", help="chain of approval")
        parser.add_argument("--name", default="", help="full name of the agency")
        parser.add_argument("--host", default="localhost", help="host name, with the port if it is not 80")
        parser.add_argument("--demo", action="store_true", help="fill an invented commune with content")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["demo"] and options["preset"] != "xa":
            raise CommandError(_("The demonstration is a commune: use it with --preset xa."))
        name = options["name"] or (demo.NAME if options["demo"] else DEFAULT_NAMES[options["preset"]])
        built = build(options["preset"], name, options["host"], self.stdout.write, options["chain"])
        if options["demo"]:
            self.demonstrate(built)
        self.stdout.write(self.style.SUCCESS(_("The site %(host)s is ready.") % {"host": options["host"]}))

    def demonstrate(self, built: Built) -> None:
        """Content and accounts; the password is DEMO_PASSWORD, else a new one that is printed."""
        with transaction.atomic():
            demo.fill(built, say=self.stdout.write)
            names, password = demo.open_accounts(os.environ.get("DEMO_PASSWORD", ""))
        if names:
            self.stdout.write(_("Accounts: %(names)s") % {"names": ", ".join(names)})
            self.stdout.write(_("Their password: %(password)s") % {"password": password})
