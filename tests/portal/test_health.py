"""The page a monitor reads."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from search.models import Change, SearchServer


def wait_for(seconds: int) -> None:
    """A job that has been due for so long."""
    job = DBTaskResult.objects.create(
        task_path="x", args_kwargs={}, backend_name="default", queue_name="default"
    )
    since = timezone.now() - timedelta(seconds=seconds)
    DBTaskResult.objects.filter(pk=job.pk).update(enqueued_at=since)


@pytest.mark.django_db
def test_a_working_portal(visitor):
    response = visitor.get("/health")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "database": "ok",
        "search": "ok",
        "search_changes": 0,
        "worker": "ok",
        "schedule": "ok",
        "oldest_job_seconds": 0,
        "version": "0.1.0",
    }
    assert "no-store" in response.headers["Cache-Control"]


def test_a_dead_worker_shows_by_the_age_of_what_waits(visitor):
    wait_for(3600)
    state = visitor.get("/health").json()
    assert (state["status"], state["worker"]) == ("degraded", "late")
    assert state["oldest_job_seconds"] >= 3600


def test_a_busy_worker_is_not_dead(visitor):
    wait_for(30)
    assert visitor.get("/health").json()["status"] == "ok"


def test_a_search_server_that_is_away_degrades(visitor, settings):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    response = visitor.get("/health")
    assert response.status_code == 200
    assert (response.json()["status"], response.json()["search"]) == ("degraded", "down")


@pytest.mark.services
def test_a_search_server_that_answers(visitor, settings, elasticsearch_url):
    settings.ELASTICSEARCH_URL = elasticsearch_url
    assert visitor.get("/health").json()["search"] == "late"  # nobody has told it anything yet
    SearchServer.objects.create(pk=1, whole=True)
    assert visitor.get("/health").json()["search"] == "ok"


@pytest.mark.services
def test_a_search_server_that_is_not_told(visitor, settings, elasticsearch_url):
    settings.ELASTICSEARCH_URL = elasticsearch_url
    SearchServer.objects.create(pk=1, whole=True)
    Change.objects.create(entry_id=1)
    state = visitor.get("/health").json()
    assert (state["search"], state["search_changes"]) == ("ok", 1)
    Change.objects.update(made=timezone.now() - timedelta(hours=1))
    state = visitor.get("/health").json()
    assert (state["status"], state["search"]) == ("degraded", "late")


def test_without_the_database_it_says_so(visitor, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError

    with monkeypatch.context() as broken:
        broken.setattr(connection, "cursor", refuse)
        response = visitor.get("/health")
    assert response.status_code == 503
    assert response.json()["status"] == response.json()["database"] == "down"
