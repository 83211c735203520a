"""The process that reads a file: it ends in time, with what it started, and knows nothing of the portal."""

import os
import sys
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from assets import limited, reading
from assets.page_texts import Reason
from assets.reading import Unreadable
from tests.assets import files


@pytest.fixture
def sleeping_program(monkeypatch, tmp_path):
    """A program for old files that never ends and notes the number of its process."""
    program, noted = tmp_path / "catdoc", tmp_path / "number"
    program.write_text(f"#!/bin/sh\necho $$ > {noted}\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return noted


def ends(status: Path) -> bool:
    """Whether the process is gone within two seconds: a killed one may first have to get its turn."""
    for _turn in range(40):
        if not status.exists() or ") Z " in status.read_text():
            return True
        time.sleep(0.05)
    return False


def test_a_reader_that_sleeps_is_ended_with_what_it_started(settings, sleeping_program, monkeypatch):
    monkeypatch.setattr(limited, "STARTING_SECONDS", 0)
    settings.READING = {**settings.READING, "seconds": 1}
    started = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        reading.pages_of(ContentFile(files.old_word("Quyết định")), "cu.doc")
    assert caught.value.reason == Reason.TIMEOUT
    assert time.monotonic() - started < 5
    assert ends(Path(f"/proc/{int(sleeping_program.read_text())}/stat")), "still sleeping"


def test_a_reader_that_computes_for_ever_is_ended(settings, monkeypatch):
    settings.READING = {**settings.READING, "seconds": 1}
    endless = "import json, sys; from assets.extraction.limiting import limit, Limits; limit(Limits(**json.loads(sys.argv[4])), 1)\nwhile True: pass"  # noqa: E501
    popen = limited.subprocess.Popen
    monkeypatch.setattr(
        limited.subprocess,
        "Popen",
        lambda command, **kw: popen([sys.executable, "-c", endless, *command[1:]], **kw),
    )
    started = time.monotonic()
    with pytest.raises(Unreadable) as caught:
        reading.pages_of(ContentFile(b"Quyet dinh"), "a.txt")
    assert caught.value.reason == Reason.TIMEOUT
    assert time.monotonic() - started < 5


def test_the_reader_knows_no_secret_of_the_portal(monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "bi-mat")
    program = tmp_path / "catdoc"
    program.write_text("#!/bin/sh\nenv\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    seen = reading.pages_of(ContentFile(files.old_word("Quyết định")), "cu.doc")[0]
    assert "PATH=" in seen and "bi-mat" not in seen and "DATABASE" not in seen
