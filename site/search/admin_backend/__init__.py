"""Search in the administration: Wagtail's own database backends, folding Vietnamese, without their costs that
grow with the number of pages (decision 14). Set as a backend by the name of this package.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connection


def SearchBackend(params: dict[str, Any]) -> Any:
    """The backend for the default database."""
    if connection.vendor == "sqlite":
        from search.admin_backend.sqlite import FoldedSQLiteBackend

        return FoldedSQLiteBackend(params)
    if connection.vendor == "postgresql":
        from search.admin_backend.postgresql import FoldedPostgresBackend

        return FoldedPostgresBackend(params)
    raise ImproperlyConfigured(f"No search for {connection.vendor}: use SQLite or PostgreSQL.")
