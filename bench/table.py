"""Figures, their limits, and the table they are shown in."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Row:
    """One figure; `limit` is the most a time may be, the least a quality may be, None where there is none."""

    name: str
    value: float
    unit: str
    limit: float | None = None


def show(rows: Iterable[Row]) -> None:
    for row in rows:
        limit = "" if row.limit is None else f"{row.limit:g}"
        print(f"{row.name:44} {row.value:12,.3f} {row.unit:3} {limit}", flush=True)


def set_up(database: str = "") -> None:
    """Django on the settings of a developer, with the database at this address if one is given."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.development")
    # Django keeps every statement it was given while it debugs.
    os.environ |= {"DEBUG": "false"} | ({"DATABASE_URL": database} if database else {})
    import django

    django.setup()


def settle_in() -> None:
    """What was made so far is no work of the requests to come; workers of the server begin so too."""
    gc.collect()
    gc.freeze()


def times(name: str, actions: Iterable[Callable[[], object]], limit: float | None = None) -> list[Row]:
    spent = []
    for action in actions:
        started = time.perf_counter()
        action()
        spent.append((time.perf_counter() - started) * 1000)
    return [Row(f"{name}, p50", median(spent), "ms"), Row(f"{name}, p95", p95(spent), "ms", limit)]


def p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def empty_view() -> list[Row]:
    """What a request costs that does nothing, in the same run."""
    from django.http import HttpRequest, HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    def nothing(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    routes = type("routes", (), {"urlpatterns": [path("", nothing)]})
    with override_settings(ROOT_URLCONF=routes, ALLOWED_HOSTS=["*"]):
        client = Client()
        return times("empty view", (lambda: client.get("/") for _turn in range(200)))
