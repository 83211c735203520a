"""Many values as one parameter of a statement: thousands of them are no thousands of marks."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db import connection
from django.db.models.expressions import RawSQL

NUMBERS = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s::json)",
}
TEXTS = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT json_array_elements_text(%s::json)",
}


def numbers() -> str:
    """What stands behind IN; its parameter is `listed` of the numbers."""
    return f"({NUMBERS[connection.vendor]})"


def texts() -> str:
    """The same for texts."""
    return f"({TEXTS[connection.vendor]})"


def listed(values: Iterable[int] | Iterable[str]) -> str:
    """The values as one parameter."""
    return json.dumps(list(values), ensure_ascii=False)


def among(values: Iterable[int]) -> RawSQL:
    """For `pk__in` and its like, with any number of values."""
    return RawSQL(NUMBERS[connection.vendor], [listed(values)])  # noqa: S611
