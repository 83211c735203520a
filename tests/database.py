"""A migrated SQLite database made once and copied into every test process: seconds instead of minutes."""

import fcntl
import os
import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parent.parent


def use_template(connection) -> None:
    """Makes the test database of `connection` (SQLite in memory) start from the migrated copy."""
    create = connection.creation._create_test_db

    def create_filled(*args, **kwargs):
        name = create(*args, **kwargs)
        connection.close()
        connection.settings_dict["NAME"] = name
        connection.ensure_connection()
        with sqlite3.connect(_template()) as source:
            source.backup(connection.connection)
        return name

    connection.creation._create_test_db = create_filled


def _template() -> Path:
    """The migrated database for the present set of migrations, made when there is none yet."""
    folder = settings.VAR / "test"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"migrated-{_digest()}.sqlite3"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _make(path)
    return path


def _make(path: Path) -> None:
    for old in path.parent.glob("migrated-*"):
        old.unlink()
    new = path.with_suffix(".new")
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{new}",
        "DJANGO_SETTINGS_MODULE": "portal.settings.development",
    }
    command = [sys.executable, ROOT / "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, env=environment, check=True)
    with sqlite3.connect(new) as database:
        database.execute("PRAGMA journal_mode=DELETE")
    new.rename(path)


def _digest() -> str:
    found = (path for app in apps.get_app_configs() for path in Path(app.path, "migrations").glob("*.py"))
    marks = (f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in sorted(found))
    return sha256("\n".join(marks).encode()).hexdigest()[:16]


def every_row() -> dict[str, list[tuple]]:
    """All rows of all tables of ours and of Wagtail, to see whether something changes any of them."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }
