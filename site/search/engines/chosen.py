"""The engine that answers: the search server where there is one that is up and in step, else the database."""

from __future__ import annotations

import logging
from time import monotonic

from django.conf import settings

from search import outbox
from search.engines import database
from search.engines.asking import Asking, Found

REST = 30.0  # seconds the server is not asked after it failed

logger = logging.getLogger(__name__)
_failed_at: list[float] = []


def found(asking: Asking) -> list[Found]:
    """Every match in the order asked for. A server that is away costs one question its patience."""
    if not settings.ELASTICSEARCH_URL or _rests() or outbox.is_behind():
        return database.found(asking)
    from elasticsearch import ApiError, TransportError

    from search.engines import elastic

    try:
        answer = elastic.found(asking)
    except (ApiError, TransportError, KeyError, TypeError, ValueError) as error:
        _failed_at[:] = [monotonic()]
        logger.warning("The search server does not answer, the database does: %s", str(error)[:300])
        return database.found(asking)
    _failed_at.clear()
    return answer


def _rests() -> bool:
    return bool(_failed_at) and monotonic() - _failed_at[0] < REST
