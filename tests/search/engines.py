"""The two engines, for tests of what is the same on both."""

from __future__ import annotations

import os
import time

import pytest
from elasticsearch import Elasticsearch

from search import outbox
from search.engines import chosen, elastic, feeding, rebuilt
from search.engines.turns import LONG_AGO
from search.models import Change, Entry, SearchServer

INDEX = f"test-{os.environ.get('PYTEST_XDIST_WORKER', os.getpid())}"


def use_server(settings, url: str) -> None:
    """The server at `url` from now on, with an index of this process."""
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX = url, INDEX


def start_numbers_anew() -> None:
    """Changes undone with their test get their numbers again, which the server has seen: begin higher."""
    Change.objects.create(pk=time.time_ns() // 1000, entry_id=0)
    Change.objects.all().delete()


def forget_failures() -> None:
    chosen._failed_at.clear()
    outbox._queued_at.clear()
    SearchServer.objects.update(next_try=LONG_AGO, claimed_until=LONG_AGO)


def empty_index() -> None:
    """A whole index without entries; the one there is, where there is one."""
    SearchServer.objects.update_or_create(pk=1, defaults={"whole": True, "failures": 0})
    forget_failures()
    try:
        rebuilt.require()
    except feeding.Lost:
        rebuilt.rebuild(lambda done: None)
    start_numbers_anew()
    version = time.time_ns() // 1000
    stray = [
        {"_op_type": "delete", "_index": elastic.alias(), "_id": str(pk), "version": version}
        | {"version_type": "external"}
        for pk, _stamp in feeding.stamps()
    ]
    if stray:
        feeding.send(stray, refresh=True)
    start_numbers_anew()


def answer_only_in_step(monkeypatch) -> None:
    """Every question finds the server told of all changes, and fails where the database would answer it."""
    answer = chosen.found

    def told_before(asking):
        if Change.objects.exists():
            outbox.deliver(at_once=True)
        return answer(asking)

    monkeypatch.setattr(chosen, "found", told_before)
    let_no_database_answer(monkeypatch)


def let_no_database_answer(monkeypatch) -> None:
    monkeypatch.setattr(chosen.database, "found", lambda asking: pytest.fail("the database answered"))


def pass_time() -> None:
    """Long enough after a failure to try again."""
    SearchServer.objects.update(next_try=LONG_AGO)
    chosen._failed_at.clear()


def tell_of_all() -> None:
    """For a test that changes entries behind the back of the outbox."""
    outbox.note(Entry.objects.values_list("pk", flat=True))


def drop_index(url: str) -> None:
    """Nothing of this process stays on the server."""
    with Elasticsearch(url) as server:
        for name in list(server.indices.get(index=f"{INDEX}-*")):
            server.indices.delete(index=name)
