"""What the index needs whenever an entry is deleted or a database is opened."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.signals import post_delete, pre_delete

from search.models import Entry
from search.steering import models as steering


def on_entry_deleted(instance: Entry, **kwargs: Any) -> None:
    """An entry never leaves its postings behind, by whatever road it is deleted."""
    from search.index import forget_postings

    forget_postings(instance)


def after_entry_deleted(instance: Entry, **kwargs: Any) -> None:
    """Afterwards, when nobody else can write the entry any more, so that this change is its last."""
    from search import outbox

    outbox.note([instance.pk])


def on_connection(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """PostgreSQL would compile a search to machine code, which takes as long as the search itself."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")


def connect() -> None:
    steering.connect()
    pre_delete.connect(on_entry_deleted, sender=Entry)
    post_delete.connect(after_entry_deleted, sender=Entry)
    connection_created.connect(on_connection)
