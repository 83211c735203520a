"""The engine a bench measures."""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from unittest.mock import patch

DATABASE, ELASTICSEARCH = "database", "elasticsearch"
PATIENCE = 30.0  # seconds: a slow answer is measured, not given up


def add_option(parser: ArgumentParser) -> None:
    about = "the second with a server at ELASTICSEARCH_URL and an index of its own there"
    parser.add_argument("--engine", choices=[DATABASE, ELASTICSEARCH], default=DATABASE, help=about)


@contextmanager
def answering(engine: str) -> Iterator[None]:
    """Questions are answered by `engine` alone, from the entries that are in the database now."""
    if engine == DATABASE:
        yield
        return
    from django.test import override_settings

    url = os.environ.get("ELASTICSEARCH_URL") or os.environ["ELASTICSEARCH_TEST_URL"]
    values = {"ELASTICSEARCH_URL": url, "ELASTICSEARCH_INDEX": f"bench-{os.getpid()}"}
    values |= {"ELASTICSEARCH_PATIENCE": PATIENCE}
    with override_settings(**values), patch("search.engines.database.found", _refuse):
        _fill()
        try:
            yield
        finally:
            _drop()


def _fill() -> None:
    from search.engines import rebuilt
    from search.models import Change

    Change.objects.all().delete()
    started = time.perf_counter()
    done = rebuilt.rebuild(lambda done: None)
    print(f"{done:,} entries sent in {time.perf_counter() - started:.1f} s", file=sys.stderr, flush=True)


def _drop() -> None:
    from search.engines import feeding, rebuilt

    with feeding.asked() as server:
        for name in rebuilt.indices(server):
            server.indices.delete(index=name)


def _refuse(asking: object) -> NoReturn:
    raise RuntimeError("the search server did not answer, and the database is not what is measured")
