"""What a worker of the web server holds after many requests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

from bench.table import ROOT

PATIENCE_SECONDS = 60


def worker_memory(paths: list[str], count: int) -> float:
    """Megabytes of one gunicorn worker after `count` requests, the addresses in turn.

    The server inherits settings and database of this process. Raises `HTTPError` for a page that fails.
    """
    with served() as (server, address):
        for path in islice(cycle(paths), count):
            with urlopen(address + path, timeout=PATIENCE_SECONDS) as response:
                response.read()
        return resident(worker_of(server.pid))


@contextmanager
def served() -> Iterator[tuple[subprocess.Popen, str]]:
    """A gunicorn with one worker and its address."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--config", "deploy/gunicorn.conf.py"]
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "BIND": place, "WORKERS": "1"})
    try:
        wait_for(f"http://{place}/health")
        yield server, f"http://{place}"
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS)


def wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return urlopen(address, timeout=PATIENCE_SECONDS).close()
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def worker_of(server: int) -> int:
    return int(Path(f"/proc/{server}/task/{server}/children").read_text().split()[0])


def resident(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
