"""What a process that reads a file may take."""

from __future__ import annotations

import resource

from assets.extraction.answer import Limits


def limit(limits: Limits, seconds: int) -> None:
    """From here on the system ends this process, and what it starts, when it takes too much."""
    for kind, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, limits.text),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
