"""Publishing is measured at each size with every kind of server behind the outbox, shown on few pages."""

import pytest

from bench import publishing as bench
from bench.pages import first_article, texts
from search.entries import EntryData
from search.models import Change, Entry

pytestmark = pytest.mark.django_db

NAMED = [
    (str(number), EntryData("news", f"Trang {number}", text=f"Chợ phiên {number}.")) for number in range(4)
]


@pytest.fixture
def figures(monkeypatch):
    """By name, of a run that publishes twice at each size."""
    monkeypatch.setattr(bench, "TURNS", 2)

    def run():
        like, wanted = first_article(), texts(NAMED)
        return {row.name: row for row in bench.measure(like, wanted, [3, 5])}

    return run


def test_the_last_size_is_set_against_the_first(figures, monkeypatch):
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)
    found = figures()
    assert Entry.objects.filter(kind="news").count() == 5
    for name in ("no server, time", "no server, CPU", "server down, time", "server down, CPU"):
        first, last = (found[f"publishing at {size} pages, {name}"].value for size in (3, 5))
        growth = found[f"last to first, {name}"]
        assert growth.value == last / first > 0 and growth.limit == 1.1
    assert not any("server up" in name for name in found)


def test_what_is_published_is_another_text_each_time(figures, monkeypatch):
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)
    figures()
    assert Entry.objects.get(page__title="Trang 2").title == "Trang 2"
    assert Change.objects.count() == 2 * 3  # those a server that is down was not told


@pytest.mark.services
def test_a_server_that_is_up_is_told_everything(
    figures, monkeypatch, elasticsearch_url, django_capture_on_commit_callbacks
):
    monkeypatch.setenv("ELASTICSEARCH_URL", elasticsearch_url)
    with django_capture_on_commit_callbacks():
        found = figures()
    assert found["publishing at 5 pages, server up, time"].value > 0 and not Change.objects.exists()
