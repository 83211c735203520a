"""An entry never leaves its postings behind, by whatever road it is deleted."""

from typing import Any

from django.db.models.signals import pre_delete

from search.models import Entry


def on_entry_deleted(instance: Entry, **kwargs: Any) -> None:
    from search.index import forget_postings

    forget_postings(instance)


def connect() -> None:
    pre_delete.connect(on_entry_deleted, sender=Entry)
