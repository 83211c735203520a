from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils.translation import gettext as _

from agency.models import User

PASSWORD_FILE = settings.VAR / "demo-password"
READY_FILE = settings.VAR / "demo-ready"
START_SECONDS = 60


class Command(BaseCommand):
    help = "Sets up an invented commune on the first run, then serves it, a worker and the timers beside it."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--preset", default="xa")

    def handle(self, *args, port: int, preset: str, **options):
        if not is_free(port):
            raise CommandError(
                _("Port %(port)s is taken. Choose another: make demo PORT=8001") % {"port": port}
            )
        password = demo_password()
        call_command("migrate", verbosity=0)
        if not is_set_up():
            call_command("setup_portal", preset=preset, host=f"localhost:{port}", demo=True)
            self.stdout.write(_("Moving files and making sizes of pictures …"))
            call_command("db_worker", batch=True, verbosity=0)
            READY_FILE.touch()
        self.serve(port, password)

    def serve(self, port: int, password: str) -> None:
        """Runs server, worker and timers until Ctrl-C or until one of them ends, then ends all."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: sys.exit(0))
        processes = [start_server(port), start_command("db_worker"), start_command("run_timers")]
        try:
            wait_until_served(port, processes)
            self.introduce(port, password)
            while all(process.poll() is None for process in processes):
                time.sleep(0.5)
        finally:
            stop(processes)

    def introduce(self, port: int, password: str) -> None:
        accounts = ", ".join(
            User.objects.filter(is_active=True).order_by("pk").values_list("username", flat=True)
        )
        lines = [
            "",
            _("The portal:         http://localhost:%(port)s/") % {"port": port},
            _("The administration: http://localhost:%(port)s/quan-tri/") % {"port": port},
            _("Accounts:           %(accounts)s") % {"accounts": accounts},
            _("Their password:     %(password)s") % {"password": password},
            _("Ctrl-C stops it; the data stays in %(folder)s.") % {"folder": settings.VAR},
        ]
        self.stdout.write("\n".join(lines))


def demo_password() -> str:
    """The password of the demo's accounts: kept from the first run, else DEMO_PASSWORD, else a new one."""
    if PASSWORD_FILE.exists() and is_set_up():
        password = PASSWORD_FILE.read_text()
    else:
        password = os.environ.get("DEMO_PASSWORD") or secrets.token_urlsafe(9)
        PASSWORD_FILE.touch(mode=0o600)
        PASSWORD_FILE.write_text(password)
    os.environ["DEMO_PASSWORD"] = password
    return password


def is_set_up() -> bool:
    """Whether an earlier run came to its end, and its database is still there."""
    database = Path(settings.DATABASES["default"]["NAME"])
    return READY_FILE.exists() and (not on_sqlite() or database.exists())


def on_sqlite() -> bool:
    return settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def start_server(port: int) -> subprocess.Popen:
    options = ["--bind", f"0.0.0.0:{port}", "--workers", "2", "--threads", "4", "--log-level", "warning"]
    return start("gunicorn", "portal.wsgi", "--pythonpath", str(settings.SITE), *options)


def start_command(name: str) -> subprocess.Popen:
    return start("django", name, "--verbosity", "0")


def start(module: str, *arguments: str) -> subprocess.Popen:
    """A child in a session of its own, so that Ctrl-C reaches it only through us."""
    paths = os.pathsep.join([str(settings.ROOT), str(settings.SITE)])
    environment = os.environ | {"PYTHONPATH": paths}
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], env=environment, cwd=settings.ROOT, start_new_session=True
    )


def wait_until_served(port: int, processes: list[subprocess.Popen]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while is_free(port):
        if time.monotonic() > deadline or any(process.poll() is not None for process in processes):
            raise CommandError(_("The server did not start; see the messages above."))
        time.sleep(0.2)


def stop(processes: list[subprocess.Popen]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
