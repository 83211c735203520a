"""Deeds at the same moment, each through a connection of its own; a test of them is marked `two_writers`."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connections


def at_once(*actions: Callable[[], Any]) -> list[Any]:
    """Starts all `actions` together; their results in the same order."""
    gate = Barrier(len(actions))

    def run(action: Callable[[], Any]) -> Any:
        try:
            gate.wait()
            return action()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(actions)) as threads:
        return list(threads.map(run, actions))
