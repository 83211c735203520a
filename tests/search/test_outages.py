"""The search server fails in every way while pages go public: nothing stops, nothing is lost or stale."""

import logging
import time

import pytest
from django.core.management import call_command
from elasticsearch import Elasticsearch

import search
from search import Query, outbox
from search.engines import chosen, rebuilt
from search.engines.turns import Away
from search.models import Change, SearchServer
from tests.builders import make_article, make_section, publish
from tests.search import engines
from tests.search.proxy import Fault, Proxy

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql, pytest.mark.services]

FAULTS = [fault for fault in Fault if fault is not Fault.NONE]


@pytest.fixture
def section(real_server):
    return make_section("Tin tức")


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """What the worker does after each commit is done at once."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def titles(text):
    return sorted(hit.entry.title for hit in search.find(Query(text, per_page=50)).hits)


def said(caplog):
    """What the operator reads."""
    return [record.getMessage() for record in caplog.records if record.name.startswith("search")]


def change_everything(section, committed):
    """Publishes, changes, takes down and deletes pages; returns the titles that can be found then."""
    pages = []
    for number in range(4):
        with committed():
            pages.append(make_article(f"Họp thôn lần {number}", section))
    with committed():
        pages[0].title = "Họp thôn đã đổi"
        publish(pages[0].save_revision())
    with committed():
        pages[1].unpublish()
    with committed():
        pages[2].delete()
    return ["Họp thôn lần 3", "Họp thôn đã đổi"]


def come_back():
    """The timer runs some time later."""
    engines.pass_time()
    call_command("feed_search", verbosity=0)


def assert_in_step(monkeypatch, expected):
    """The server alone answers, and with what is public; nothing differs anywhere."""
    assert SearchServer.is_in_step() and not Change.objects.exists()
    call_command("check_search")
    with monkeypatch.context() as patched:
        engines.let_no_database_answer(patched)
        assert titles("họp thôn") == expected


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_middle_of_publishing(proxy, section, committed, monkeypatch, caplog, fault):
    before = change_everything(section, committed)
    assert_in_step(monkeypatch, before)
    proxy.fault = fault
    asked, started = proxy.asked, time.monotonic()
    with caplog.at_level(logging.INFO, "search"):
        assert all(titles("họp thôn") == before for _time in range(5))
        assert proxy.asked <= asked + 1 and time.monotonic() - started < 5  # only one waited for it
        expected = sorted([*before, *change_everything(section, committed)])
        assert Change.objects.exists() and titles("họp thôn") == expected
        away, not_told = said(caplog)
        assert "does not answer questions" in away and "cannot be told" in not_told
        proxy.fault = Fault.NONE
        come_back()
    assert said(caplog)[2:] == ["The search server answers again"]
    assert_in_step(monkeypatch, expected)


def test_a_server_that_was_away_is_asked_again(proxy, section, committed, monkeypatch, caplog):
    expected = change_everything(section, committed)
    proxy.fault = Fault.RESET
    assert titles("họp thôn") == expected
    proxy.fault = Fault.NONE
    monkeypatch.setattr(chosen, "REST", 0)
    with caplog.at_level(logging.INFO, "search"):
        assert titles("họp thôn") == expected
    assert said(caplog)[1:] == ["The search server answers questions again"]
    assert_in_step(monkeypatch, expected)


def test_a_server_that_is_not_there(real_server, settings, section, committed, monkeypatch):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    expected = change_everything(section, committed)
    assert titles("họp thôn") == expected
    settings.ELASTICSEARCH_URL = real_server
    come_back()
    assert_in_step(monkeypatch, expected)


def test_a_full_disk(real_server, section, committed, monkeypatch):
    """The server makes its indices read-only; somebody makes room later."""
    with Elasticsearch(real_server) as server:
        closed = {"index.blocks.read_only_allow_delete": True}
        server.indices.put_settings(index=engines.INDEX, settings=closed)
        try:
            expected = change_everything(section, committed)
            assert Change.objects.exists() and titles("họp thôn") == expected
        finally:
            server.indices.put_settings(index=engines.INDEX, settings=dict.fromkeys(closed))
    come_back()
    assert_in_step(monkeypatch, expected)


def test_a_server_that_comes_back_empty(real_server, section, committed, monkeypatch, caplog):
    before = change_everything(section, committed)
    engines.drop_index(real_server)
    assert titles("họp thôn") == before
    expected = sorted([*before, *change_everything(section, committed)])
    assert titles("họp thôn") == expected and not SearchServer.current().whole
    come_back()
    assert_in_step(monkeypatch, expected)


def test_an_empty_server_is_noticed_though_nothing_changes(real_server, section, committed, monkeypatch):
    expected = change_everything(section, committed)
    engines.drop_index(real_server)
    call_command("feed_search", verbosity=0)
    come_back()
    assert_in_step(monkeypatch, expected)


def test_a_fault_in_the_middle_of_a_rebuild(proxy, section, committed, monkeypatch, settings):
    expected = change_everything(section, committed)
    monkeypatch.setattr("search.engines.rebuilt.PORTION", 2)
    settings.ELASTICSEARCH_BULK_PATIENCE = 10.0

    def fail(done):
        proxy.fault = Fault.BROKEN

    with pytest.raises(Away):
        rebuilt.rebuild(fail)
    assert titles("họp thôn") == expected
    proxy.fault = Fault.NONE
    come_back()
    assert_in_step(monkeypatch, expected)


def test_what_changes_while_the_index_is_made_anew(real_server, section, committed, monkeypatch):
    first = change_everything(section, committed)
    monkeypatch.setattr(rebuilt, "PORTION", 2)
    later = []

    def publish_more(done):
        if not later:
            later.extend(change_everything(section, committed))

    rebuilt.rebuild(publish_more)
    outbox.deliver()
    assert_in_step(monkeypatch, sorted([*first, *later]))


def test_a_rebuild_takes_away_its_own_old_index_and_no_other(real_server, section):
    other = f"{engines.INDEX}-khac-{'1' * 20}"
    with Elasticsearch(real_server) as server:
        server.indices.create(index=other)
        try:
            rebuilt.rebuild(lambda done: None)
            assert server.indices.exists(index=other) and len(rebuilt.indices(server)) == 1
        finally:
            server.indices.delete(index=other)


def test_a_publication_costs_no_network_and_one_row(proxy, section):
    page = make_article("Họp thôn", section)
    asked, rows = proxy.asked, Change.objects.count()
    publish(page.save_revision())
    assert proxy.asked == asked and Change.objects.count() == rows + 1


def test_a_portal_without_a_server_notes_nothing(db, settings):
    settings.ELASTICSEARCH_URL = ""
    page = make_article("Họp thôn")
    page.delete()
    assert not Change.objects.exists()


def test_what_changed_while_it_was_switched_off(real_server, settings, section, committed, monkeypatch):
    before = change_everything(section, committed)
    settings.ELASTICSEARCH_URL = ""
    call_command("feed_search", verbosity=0)
    expected = sorted([*before, *change_everything(section, committed)])
    settings.ELASTICSEARCH_URL = real_server
    assert titles("họp thôn") == expected
    come_back()
    assert_in_step(monkeypatch, expected)


def test_the_proxy_is_one(real_server):
    """With nothing wrong it changes nothing: the faults are the faults."""
    with Proxy(real_server) as proxy, Elasticsearch(proxy.url) as server:
        assert server.cluster.health()["status"] in ("green", "yellow")
