"""What waits for the search server, and who may tell it."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from search import outbox
from search.engines import turns
from search.engines.turns import Away, Busy, Lost, turn
from search.models import Change, Entry, SearchServer
from tests.builders import make_article, make_section, publish
from tests.search import engines

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def with_server(settings):
    """A portal that has a search server, which nobody asks."""
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"


@pytest.fixture
def told(monkeypatch, with_server):
    """The changes told, portion by portion, by a server that takes everything."""
    portions = []
    monkeypatch.setattr("search.engines.rebuilt.require", lambda: None)
    monkeypatch.setattr("search.engines.feeding.tell", portions.append)
    return portions


def test_a_change_is_noted_with_the_entry_or_not_at_all(with_server):
    page = make_article("Họp thôn")
    before = Change.objects.count()
    try:
        with transaction.atomic():
            publish(page.save_revision())
            assert Change.objects.count() == before + 1
            raise ValueError
    except ValueError:
        assert Change.objects.count() == before


@pytest.mark.parametrize("away", ["unpublish", "delete", "section"])
def test_an_entry_that_goes_is_noted_whatever_the_road(with_server, away):
    section = make_section("Tin tức")
    page = make_article("Họp thôn", section)
    entry = Entry.objects.get(page=page)
    Change.objects.all().delete()
    section.delete() if away == "section" else getattr(page, away)()
    assert entry.pk in Change.objects.values_list("entry_id", flat=True)
    assert not Entry.objects.filter(pk=entry.pk).exists()


def test_publishing_costs_one_statement_more(settings):
    page = make_article("Họp thôn")

    def statements():
        with CaptureQueriesContext(
            connection,
        ) as seen:
            publish(page.save_revision())
        return [query["sql"] for query in seen]

    statements()
    without = statements()
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    beside = statements()
    assert len(beside) == len(without) + 1
    assert [sql for sql in beside if "search_change" in sql and sql.startswith("INSERT")]


def test_one_job_takes_all_changes_of_a_moment(with_server, settings, django_capture_on_commit_callbacks):
    engines.forget_failures()
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        outbox.note([1, 2])
        outbox.note([3])
    with django_capture_on_commit_callbacks(execute=True):
        outbox.note([4])
    [job] = DBTaskResult.objects.filter(task_path="search.outbox.tell")
    assert job.run_after > Change.objects.latest("pk").made
    outbox._queued_at[:] = [outbox._queued_at[0] - outbox.PAUSE]
    with django_capture_on_commit_callbacks(execute=True):
        outbox.note([5])
    assert DBTaskResult.objects.filter(task_path="search.outbox.tell").count() == 2


def test_changes_are_told_in_order_in_portions_the_newest_of_an_entry(told, monkeypatch):
    monkeypatch.setattr(outbox, "PORTION", 3)
    outbox.note([7, 8, 7, 9])
    first, second, third, fourth = Change.objects.order_by("pk").values_list("pk", flat=True)
    assert outbox.deliver() == 4
    assert told == [{7: third, 8: second}, {9: fourth}] and first < second
    assert not Change.objects.exists()


def test_only_one_process_tells(told):
    outbox.note([7])
    with turn(), pytest.raises(Busy):
        outbox.deliver()
    assert not told and outbox.deliver() == 1


def test_who_died_holds_nobody_up(told):
    outbox.note([7])
    SearchServer.objects.create(pk=1, claimed_until=timezone.now() - timedelta(seconds=1))
    assert outbox.deliver() == 1


def test_who_has_lost_the_turn_takes_no_change_out(told, monkeypatch):
    """It was told by a process that slept too long: the other may have begun with a new index meanwhile."""
    outbox.note([7])

    def sleep(versions):
        SearchServer.objects.update(claimed_until=timezone.now() + timedelta(minutes=1))

    monkeypatch.setattr("search.engines.feeding.tell", sleep)
    with pytest.raises(Busy):
        outbox.deliver()
    assert Change.objects.exists()


def test_a_change_that_commits_while_others_are_told_stays(told, monkeypatch):
    outbox.note([7])
    monkeypatch.setattr("search.engines.feeding.tell", lambda versions: 7 in versions and outbox.note([8]))
    assert outbox.deliver() == 2


def test_the_pauses_grow_and_end(told, monkeypatch):
    def refuse(versions):
        raise Away("no room")

    outbox.note([7])
    with monkeypatch.context() as broken:
        broken.setattr("search.engines.feeding.tell", refuse)
        pauses = []
        for _number in range(8):
            SearchServer.objects.update(next_try=turns.LONG_AGO)
            started = timezone.now()
            outbox.tell.func()
            pauses.append(round((SearchServer.current().next_try - started).total_seconds()))
    assert pauses == [15, 30, 60, 120, 240, 300, 300, 300]
    assert outbox.deliver() == 0 and Change.objects.exists()  # not before its time
    assert outbox.deliver(at_once=True) == 1
    assert SearchServer.current().failures == 0


@pytest.mark.parametrize(
    "state",
    [{"whole": False}, {"whole": True, "failures": 1}],
    ids=["not whole", "failed"],
)
def test_who_is_not_in_step_is_not_asked(state):
    assert not SearchServer.is_in_step()
    SearchServer.objects.create(pk=1, **state)
    assert not SearchServer.is_in_step()
    SearchServer.objects.update(whole=True, failures=0)
    assert SearchServer.is_in_step()
    Change.objects.create(entry_id=1)
    assert not SearchServer.is_in_step()


def test_a_lost_index_is_not_trusted_again():
    SearchServer.objects.create(pk=1, whole=True)
    with pytest.raises(Lost), turn():
        raise Lost
    assert not SearchServer.current().whole
