"""Whether the portal works, for a monitor: no names, no addresses, no secrets."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django_tasks_db.models import DBTaskResult
from elasticsearch import ApiError, Elasticsearch, TransportError

from editorial import scheduling
from portal import __version__
from search.models import Change, SearchServer

LATE_SECONDS = 600
PATIENCE_SECONDS = 2
OK, DOWN, LATE = "ok", "down", "late"


@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """State of each part: 200 while pages can be served, 503 without the database.

    `status` is "degraded" when visitors are served but jobs or scheduled pages wait too long or the
    search server is away or behind. `search_changes` is how many changes it has still to be told.
    """
    database = database_state()
    waiting = oldest_job_seconds() if database == OK else None
    search = search_state() if database == OK else DOWN
    worker = worker_state(waiting)
    schedule = schedule_state() if database == OK else LATE
    state = {
        "status": overall(database, search, worker, schedule),
        "database": database,
        "search": search,
        "search_changes": Change.objects.count() if database == OK else None,
        "worker": worker,
        "schedule": schedule,
        "oldest_job_seconds": waiting,
        "version": __version__,
    }
    return JsonResponse(state, status=200 if database == OK else 503)


def overall(database: str, *others: str) -> str:
    if database != OK:
        return DOWN
    return OK if set(others) == {OK} else "degraded"


def database_state() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return DOWN
    return OK


def search_state() -> str:
    """The database engine lives with the database; a search server is asked, shortly."""
    if not settings.ELASTICSEARCH_URL:
        return OK
    try:
        with Elasticsearch(
            settings.ELASTICSEARCH_URL, request_timeout=PATIENCE_SECONDS, max_retries=0
        ) as client:
            state = client.cluster.health()["status"]
    except (TransportError, ApiError):
        return DOWN
    return DOWN if state == "red" else feeding_state()


def feeding_state() -> str:
    """Whether the search server is told in time what changes."""
    server, first = SearchServer.current(), Change.objects.order_by("pk").first()
    waits = (timezone.now() - first.made).total_seconds() if first else 0
    return OK if server.whole and waits < LATE_SECONDS else LATE


def oldest_job_seconds() -> int:
    """How long the job that has waited longest is due, 0 when none waits: a dead worker shows here."""
    job = DBTaskResult.objects.ready().order_by("enqueued_at").first()
    if not job:
        return 0
    due = max(job.enqueued_at, job.run_after) if job.run_after <= timezone.now() else job.enqueued_at
    return int((timezone.now() - due).total_seconds())


def worker_state(waiting: int | None) -> str:
    return OK if waiting is not None and waiting < LATE_SECONDS else LATE


def schedule_state() -> str:
    return LATE if scheduling.is_late() else OK
