"""The engine that answers: the search server where there is one that is up and in step, else the database."""

from __future__ import annotations

import logging
from time import monotonic

from django.conf import settings

from search.engines import database
from search.engines.asking import Asking, Match
from search.models import SearchServer

REST = 30.0  # seconds a process does not ask the server after it failed

logger = logging.getLogger(__name__)
_failed_at: list[float] = []


def found(asking: Asking) -> list[Match]:
    """Every match in the order asked for. A server that is away costs one question its patience."""
    if not settings.ELASTICSEARCH_URL or _rests() or not SearchServer.is_in_step():
        return database.found(asking)
    from elasticsearch import ApiError, TransportError  # takes a while: not for a portal without a server

    from search.engines import elastic

    try:
        answer = elastic.found(asking)
    except (ApiError, TransportError, LookupError, TypeError, ValueError) as error:
        _note_failure(error)
        return database.found(asking)
    if _failed_at:
        logger.info("The search server answers questions again")
        _failed_at.clear()
    return answer


def _rests() -> bool:
    return bool(_failed_at) and monotonic() - _failed_at[0] < REST


def _note_failure(error: Exception) -> None:
    """Said once until it answers again."""
    if not _failed_at:
        logger.warning("The search server does not answer questions, the database does: %s", str(error)[:300])
    _failed_at[:] = [monotonic()]
