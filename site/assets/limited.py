"""Starts the reader of `assets.extraction` for one file, and ends it when it takes too much."""

from __future__ import annotations

import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files.base import File

from assets.extraction import recognition
from assets.extraction.answer import Answer, Limits, Refused
from assets.page_texts import Reason

logger = logging.getLogger(__name__)

# The system kills a process that used up its time.
BY_LIMIT = {-signal.SIGXCPU: Reason.TIMEOUT, -signal.SIGKILL: Reason.TIMEOUT}
STARTING_SECONDS = 5


class Unreadable(Exception):
    """A file that cannot be read. `reason` is a `Reason`; as text it says what to do."""

    def __init__(self, reason: str) -> None:
        self.reason = Reason(reason)
        super().__init__(self.reason.value)

    def __str__(self) -> str:
        return str(self.reason.label)


def pages_of(source: str | Path | File, name: str = "") -> list[str]:
    """The text of a file page by page. What the file is, its content says; `name` only serves the log.

    Raises `Unreadable`.
    """
    return answer_for(source, name).pages


def answer_for(source: str | Path | File, name: str = "") -> Answer:
    """What `assets.extraction` found in the file. Raises `Unreadable`."""
    try:
        with on_disk(source) as path:
            answer = extracted(path)
            if answer.scans:
                recognise(path, answer)
            return answer
    except Refused as refused:
        logger.info("%s was not read: %s", name or source, refused.reason)
        raise Unreadable(refused.reason) from refused


def limits() -> Limits:
    return Limits(**settings.READING)


@contextmanager
def on_disk(source: str | Path | File) -> Iterator[Path]:
    """A path of the content, which is copied when it lies in memory or in a bucket."""
    if isinstance(source, str | Path):
        yield Path(source)
    elif path := path_of(source):
        yield path
    else:
        with tempfile.NamedTemporaryFile(prefix="reading-") as copy:
            if source.size > limits().file:
                raise Refused(Reason.TOO_BIG)
            source.seek(0)
            shutil.copyfileobj(source, copy, 1 << 20)
            copy.flush()
            yield Path(copy.name)


def path_of(source: File) -> Path | None:
    """Where the content lies on this disk, if it does. Raises `FileNotFoundError`."""
    try:
        path = Path(source.path)
    except (AttributeError, NotImplementedError):
        return None
    path.stat()
    return path


def extracted(path: Path) -> Answer:
    """What stands in the file as text. Raises `Refused`."""
    code, output = run("assets.extraction", path, limits().seconds)
    if code is None:
        raise Refused(Reason.TIMEOUT)
    return understood(code, output)


def recognise(path: Path, answer: Answer) -> None:
    """Adds what can be made out on the pages that are pictures; what was done in time stays."""
    if not recognition.available():
        answer.left = Reason.SCAN_TOOL_MISSING
        return
    numbers = json.dumps(answer.scans)
    _code, output = run("assets.extraction.recognition", path, limits().recognising, numbers)
    complete = output[: output.rfind(b"\n") + 1]
    for line in complete.splitlines():
        answer.recognise(*json.loads(line))
    if len(answer.recognised) < len(answer.scans):
        answer.left = Reason.PAGES_LEFT


def run(module: str, path: Path, seconds: int, *arguments: str) -> tuple[int | None, bytes]:
    """Status and output of a reader, which is ended with all it started; no status when its time was up."""
    with tempfile.TemporaryDirectory(prefix="reading-") as folder, tempfile.TemporaryFile() as output:
        process = start(module, path, Path(folder), output, *arguments)
        code = None
        with suppress(subprocess.TimeoutExpired):
            code = process.wait(seconds + STARTING_SECONDS)
        end(process)
        output.seek(0)
        return code, output.read()


def start(module: str, path: Path, folder: Path, output: IO[bytes], *arguments: str) -> subprocess.Popen:
    """A process group of its own that knows no secret of the portal and works in an empty folder."""
    return subprocess.Popen(
        [sys.executable, "-m", module, str(path.resolve()), json.dumps(asdict(limits())), *arguments],
        cwd=folder,
        env={
            "PATH": os.environ.get("PATH", os.defpath),
            "PYTHONPATH": str(settings.SITE),
            "HOME": str(folder),
            "LANG": "C.UTF-8",
        },
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def end(process: subprocess.Popen) -> None:
    """Ends the reader with everything it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def understood(code: int, output: bytes) -> Answer:
    """Whatever a library raises for a file that does not keep to its format ends the reader: it is broken."""
    if code:
        raise Refused(BY_LIMIT.get(code, Reason.BROKEN))
    answer = json.loads(output)
    if "refused" in answer:
        raise Refused(answer["refused"])
    return Answer(**answer)
