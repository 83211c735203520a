"""Starting in public: refused with a sentence for each thing that is not fit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SECRET = "k9Qw2-Zr7xLm4VtB8sNc1yHd6Gf3JpEa5uRoTiXe0WqPlKjMnBv"
GOOD = {"SECRET_KEY": SECRET, "ALLOWED_HOSTS": "cong.example.vn"}


def start(**environment) -> subprocess.CompletedProcess:
    """Loads the production settings in a process of its own."""
    code = (
        "from portal.settings import production as s; print(s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS)"
    )
    clean = {
        name: value for name, value in os.environ.items() if name not in {*GOOD, "DEBUG", "DATABASE_URL"}
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        env=clean | {"PYTHONPATH": str(ROOT / "site")} | environment,
        capture_output=True,
        text=True,
    )


def test_starts_when_everything_is_set():
    process = start(**GOOD)
    assert process.returncode == 0, process.stderr
    assert process.stdout.split() == ["True", "31536000"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"SECRET_KEY": ""}, "Chưa có SECRET_KEY"),
        ({"SECRET_KEY": "ngan"}, "SECRET_KEY quá yếu"),
        ({"SECRET_KEY": "a" * 80}, "SECRET_KEY quá yếu"),
        ({"SECRET_KEY": "django-insecure-" + SECRET}, "SECRET_KEY quá yếu"),
        ({"SECRET_KEY": "only-for-development-never-for-a-public-address"}, "SECRET_KEY quá yếu"),
        ({"DEBUG": "true"}, "DEBUG"),
        ({"ALLOWED_HOSTS": ""}, "Chưa có ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
    ],
)
def test_refuses_to_start(change, sentence):
    process = start(**GOOD | change)
    assert process.returncode != 0
    assert sentence in process.stderr


def test_names_every_reason_at_once():
    process = start(DEBUG="1")
    assert all(name in process.stderr for name in ("SECRET_KEY", "DEBUG", "ALLOWED_HOSTS"))


def test_a_secret_is_never_repeated():
    assert "mat-khau-ngan" not in start(**GOOD | {"SECRET_KEY": "mat-khau-ngan"}).stderr
