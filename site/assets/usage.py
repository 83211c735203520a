"""Which live owners use a file; written in the publishing transaction (decision 17)."""

from collections.abc import Iterable

from django.db.models import Model


def record(owner: Model, public: bool) -> None:
    """Notes the files `owner` uses while `public`, none otherwise."""


def forget(model: type[Model], ids: Iterable[int]) -> None:
    """Drops the uses of these owners."""
