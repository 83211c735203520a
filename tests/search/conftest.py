"""A portal with the head of its board; which engine answers, and what was counted before."""

import pytest
from django.db import connection

from portal.roles import HEAD_OF_BOARD, sync
from search.engines import feeding
from search.learning import buffer as counting
from search.learning.buffer import Buffer
from search.models import PendingEntry
from search.postings import merging
from tests.builders import make_home, make_site, make_user
from tests.search import engines
from tests.search.proxy import Proxy


def pytest_collection_modifyitems(config, items):
    """The search server answers alike whatever database it follows: its contract is proven beside one."""
    if connection.vendor == "postgresql":
        proven = {item for item in items if _param(item, "engine") == "elasticsearch"}
        config.hook.pytest_deselected(items=proven)
        items[:] = [item for item in items if item not in proven]


def _param(item, name):
    return item.callspec.params.get(name) if hasattr(item, "callspec") else None


@pytest.fixture
def site(db):
    site = make_site()
    make_home(site=site)
    sync(site)
    return site


@pytest.fixture
def editor(client, site):
    """The head of the board, logged in."""
    user = make_user("truongban", groups=[HEAD_OF_BOARD.group_name(site)])
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture(params=["database", "blocks", pytest.param("elasticsearch", marks=pytest.mark.services)])
def engine(request):
    """Runs a test over both engines, the database with all in rows and with all in blocks; which answers."""
    if request.param == "elasticsearch":
        request.getfixturevalue("search_server")
    elif request.param == "blocks":
        monkeypatch = request.getfixturevalue("monkeypatch")
        monkeypatch.setattr(
            merging, "changed", lambda total: PendingEntry.objects.exists() and merging.merge()
        )
    return "elasticsearch" if request.param == "elasticsearch" else "database"


@pytest.fixture
def real_server(db, settings, monkeypatch, elasticsearch_url, search_index):
    """The real server with an index of ours that is whole and empty; it is told when a test says so."""
    engines.use_server(settings, elasticsearch_url)
    monkeypatch.setattr(feeding, "REFRESH", True)
    engines.empty_index()
    return elasticsearch_url


@pytest.fixture
def search_server(real_server, monkeypatch):
    """The real server, told of every change before it is asked; the database may not answer in its place."""
    engines.answer_only_in_step(monkeypatch)
    return real_server


@pytest.fixture
def proxy(real_server, settings):
    """Stands between portal and server, and does what is wrong with it today."""
    with Proxy(real_server) as standing:
        settings.ELASTICSEARCH_URL = standing.url
        settings.ELASTICSEARCH_PATIENCE = settings.ELASTICSEARCH_BULK_PATIENCE = 0.5
        yield standing


@pytest.fixture(scope="session")
def search_index(elasticsearch_url):
    """The name of the index of this process, which is gone after its last test."""
    yield engines.INDEX
    engines.drop_index(elasticsearch_url)


@pytest.fixture
def empty_buffer(monkeypatch):
    """No question was counted before."""
    monkeypatch.setattr(counting, "buffer", Buffer())
