"""Which engine answers."""

import pytest

from tests.search import engines


@pytest.fixture(params=["database", pytest.param("elasticsearch", marks=pytest.mark.services)])
def engine(request):
    """Runs a test over both engines; returns the name of the one that answers."""
    if request.param == "elasticsearch":
        request.getfixturevalue("search_server")
    return request.param


@pytest.fixture
def search_server(db, settings, monkeypatch, elasticsearch_url, search_index):
    """The real server, told of every change before it is asked; the database may not answer in its place."""
    engines.use_server(settings, elasticsearch_url)
    engines.empty_index()
    engines.answer_only_in_step(monkeypatch)
    return elasticsearch_url


@pytest.fixture(scope="session")
def search_index(elasticsearch_url):
    """The name of the index of this process, which is gone after its last test."""
    yield engines.INDEX
    engines.drop_index(elasticsearch_url)
