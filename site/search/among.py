"""Many values as one parameter of a statement: thousands of them are no thousands of marks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

# Of an array PostgreSQL knows how many values there are before it plans.
NUMBERS = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT unnest(%s::bigint[]) AS value",
}
TEXTS = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT unnest(%s::text[])",
}


def numbers() -> str:
    """What stands behind IN; its parameter is `listed` of the numbers."""
    return f"({NUMBERS[connection.vendor]})"


def texts() -> str:
    """The same for texts."""
    return f"({TEXTS[connection.vendor]})"


def listed(values: Iterable[int] | Iterable[str]) -> Any:
    """The values as one parameter."""
    given = list(values)
    return given if connection.vendor == "postgresql" else json.dumps(given, ensure_ascii=False)


def among(values: Iterable[int]) -> RawSQL:
    """For `pk__in` and its like, with any number of values."""
    return RawSQL(NUMBERS[connection.vendor], [listed(values)])  # noqa: S611
