"""What every test stands on: a database made once, files in a folder of its own, real services by name."""

import os
import shutil
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.core.cache import cache
from django.db import connection, connections, transaction
from django.test import Client

from tests.database import use_template
from tests.services import missing

CHROMIUM = Path("/usr/bin/chromium")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    place_those_of_two_writers(config, items)
    give_back_what_migrations_made(items)


def place_those_of_two_writers(config, items):
    """They belong to PostgreSQL: SQLite lets in one writer at a time, in memory through one connection."""
    of_two = [item for item in items if item.get_closest_marker("two_writers")]
    for item in of_two:
        item.add_marker(pytest.mark.postgresql)
        item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))
    if connection.vendor != "postgresql":
        config.hook.pytest_deselected(items=of_two)
        items[:] = [item for item in items if item not in of_two]


def give_back_what_migrations_made(items):
    """Tests that really commit empty the database after them: give back what the migrations put there."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        committing = marker and marker.kwargs.get("transaction")
        if committing or {"transactional_db", "live_server"} & set(item.fixturenames):
            item.fixturenames.append("django_db_serialized_rollback")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        use_template(connection)


@pytest.fixture(scope="module")
def world_of_module(django_db_setup, django_db_blocker):
    """The world made once for a module's tests, each of which undoes what it did; None where that cannot be.

    Django closes its connections between tests; only a database in memory keeps an open transaction then.
    """
    from tests.world import make_world

    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        yield None
        return
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(world_of_module, db):
    """A portal with an account for each role and a thing of every kind; see `tests.world`."""
    from tests.world import make_world

    cache.clear()
    return world_of_module.anew() if world_of_module else make_world()


@pytest.fixture
def visitor(db) -> Client:
    """Somebody who has not logged in."""
    return Client()


@pytest.fixture(scope="session")
def chromium(django_db_setup):
    """A running Chromium, shared by all tests of the process."""
    if not CHROMIUM.exists():
        missing("Chromium")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code:
    # it would refuse to query and open connections of its own, to databases without our rows.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    opened = {alias: connections[alias] for alias in connections}
    with sync_playwright() as playwright:
        for alias, held in opened.items():
            connections[alias] = held
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def browser_page(chromium, live_server):
    """A fresh browser tab whose relative addresses lead to the running portal."""
    context = chromium.new_context(base_url=live_server.url, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """The address of a running Elasticsearch: ELASTICSEARCH_TEST_URL or the usual port."""
    url = os.environ.get("ELASTICSEARCH_TEST_URL", "http://127.0.0.1:9200")
    try:
        urlopen(f"{url}/_cluster/health", timeout=5).close()
    except OSError:
        missing("Elasticsearch")
    return url


@pytest.fixture(scope="session")
def tesseract() -> str:
    """The path of a Tesseract that reads Vietnamese."""
    found = shutil.which("tesseract")
    if not found or not any(Path("/usr/share/tesseract-ocr").glob("*/tessdata/vie.traineddata")):
        missing("Tesseract with Vietnamese")
    return found or ""


@pytest.fixture(scope="session")
def redis_url() -> str:
    """The address of a running Redis: REDIS_URL or the usual port."""
    import redis

    url = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/15")
    try:
        redis.Redis.from_url(url).ping()
    except redis.ConnectionError:
        missing("Redis")
    return url


@pytest.fixture(scope="session")
def object_storage():
    """The address of an S3-speaking server in this process."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def empty_cache():
    """A test is rolled back, the cache is not: addresses of sites would outlive their sites."""
    cache.clear()
