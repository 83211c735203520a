"""Junk in the query of any address is answered with a page or "not found", never with a fault."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import access
from tests.world import VISITOR

pytestmark = pytest.mark.django_db

JUNK = ["abc", "-1", "0", "1" + "0" * 30, "%00", "9999-99-99", "%FF%FE", "%ED%A0%80", "a%CC%81", "x" * 10_000]
NAMES = ("page", "p", "q", "kind", "field", "section", "year", "validity", "sort", "linh-vuc", "co-quan")
ADMIN_NAMES = (*NAMES, "ordering", "date_from", "latest_revision_created_at_from", "owner")
MOST_QUERIES = 120


def queries(names):
    for junk in JUNK:
        yield "?" + "&".join(f"{name}={junk}" for name in names)
        yield "?" + "&".join(f"{name}[]={junk}&{name}={junk}&{name}=1" for name in names)
    yield from (f"?{name}={junk}" for name in names for junk in JUNK[:2])


def wrong(client, address, names):
    for query in queries(names):
        connection.queries_log.clear()  # a full log would count nothing
        with CaptureQueriesContext(connection) as asked:
            status = client.get(address + query).status_code
        if status not in (200, 301, 302, 400, 404) or len(asked) > MOST_QUERIES:
            yield address, query[:80], status, len(asked)


def addresses(world, rows, role):
    for row in rows:
        if row.method == "get" and access.fits(row, role, "in"):
            yield row.url(world).split("?")[0]


def test_public_addresses(world):
    client = world.clients[VISITOR]
    found = addresses(world, access.PUBLIC, VISITOR)
    assert [fault for address in found for fault in wrong(client, address, NAMES)] == []


REGISTERS = [row for row in access.OURS if row.name.endswith("_index")]


@pytest.mark.parametrize("row", REGISTERS, ids=lambda row: row.name)
def test_registers_of_the_admin(row, world):
    assert list(wrong(world.clients["quantri"], row.url(world), ADMIN_NAMES)) == []


@pytest.mark.parametrize(
    "name", ["wagtailadmin_explore_root", "wagtailadmin_pages:search", "docs_incomplete"]
)
def test_lists_of_the_admin(name, world):
    assert list(wrong(world.clients["quantri"], reverse(name), ADMIN_NAMES)) == []
