"""The trail as it is read: by whom, of which pages, on paper and in a spreadsheet."""

import csv
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial import trail
from editorial.chain import actions
from editorial.models import Decision, StageTaskState
from editorial.models.decisions import Action
from news.models import ArticlePage
from tests import builders
from tests.world import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def stranger(world):
    """An account of another unit, with no part in any page."""
    user = builders.make_user("nguoi-la", groups=["Cộng tác viên"])
    builders.make_person("Người lạ", unit=builders.make_unit("Đơn vị khác", site=world.site), user=user)
    return browser(user)


def listed(client, **query):
    response = client.get(reverse("editorial_trail_list"), query)
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html.parser")
    return [item.get_text(" ", strip=True) for item in soup.select(".decide-entries li")]


def rows_of(client, **query):
    response = client.get(reverse("editorial_trail_export"), query)
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.lstrip("\ufeff"))))


def of_page(client, world, name="submitted"):
    return client.get(reverse("editorial_trail", args=[world.key(name)]))


def test_a_page_tells_its_whole_way_with_its_returns(world):
    state = StageTaskState.objects.open().get(page=world.key("submitted"))
    actions.decide(state, world.users["truongphong"], "reject", comment="Thiếu nguồn số liệu")
    text = BeautifulSoup(of_page(world.clients["congtacvien"], world).content, "html.parser").get_text(" ")
    assert "Thiếu nguồn số liệu" in text and "Người truongphong" in text
    assert "trả lại 1 lần" in " ".join(text.split())


@pytest.mark.parametrize("restricted", [False, True])
def test_a_draft_that_is_not_theirs_is_nowhere_in_the_trail(world, stranger, restricted):
    ArticlePage.objects.filter(pk=world.key("submitted")).update(restricted=restricted)
    assert of_page(stranger, world).status_code == 404
    assert not any("Tin chờ duyệt" in line for line in listed(stranger))
    assert not any(row["tiêu đề"] == "Tin chờ duyệt" for row in rows_of(stranger))


def test_a_restricted_draft_is_hidden_from_who_runs_the_portal_too(world):
    ArticlePage.objects.filter(pk=world.key("foreign")).update(restricted=True)
    trail.record(ArticlePage.objects.get(pk=world.key("foreign")), Action.EDITED)
    assert of_page(world.clients["quantri"], world, "foreign").status_code == 404
    assert not any("Dự thảo của người khác" in line for line in listed(world.clients["xuatban"]))


def test_a_deleted_page_is_read_by_who_oversees(world, stranger):
    number = world.key("submitted")
    ArticlePage.objects.get(pk=number).delete()
    url = reverse("editorial_trail", args=[number])
    assert "Tin chờ duyệt" in world.clients["truongban"].get(url).content.decode()
    assert stranger.get(url).status_code == 404


def test_a_page_nobody_touched_has_an_empty_trail(world):
    page = builders.make_article("Tin chưa ai động", parent=world.things["section"], live=False)
    url = reverse("editorial_trail", args=[page.pk])
    assert Decision.objects.on(page.pk).count() == 0
    assert "Tin chưa ai động" in world.clients["quantri"].get(url).content.decode()


def test_the_list_is_narrowed_without_accents(world):
    client = world.clients["quantri"]
    assert all("Tin chờ duyệt" in line for line in listed(client, title="tin cho duyet"))
    assert listed(client, title="tin cho duyet") and not listed(client, title="khong co gi")
    assert listed(client, action=Action.SUBMITTED, who="congtacvien")
    assert not listed(client, until="2001-01-01")
    assert client.get(reverse("editorial_trail_list"), {"since": "2026-99-99", "p": "x"}).status_code == 200


def test_the_file_runs_nothing_in_a_spreadsheet(world):
    page = ArticlePage.objects.get(pk=world.key("live"))
    trail.record(page, Action.RETURNED, user=world.users["quantri"], comment="=HYPERLINK(1)")
    [row] = rows_of(world.clients["quantri"], action=Action.RETURNED)
    assert row["ý kiến"] == "'=HYPERLINK(1)"


def test_more_entries_cost_no_more_queries(world):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            listed(world.clients["quantri"])
        return len(asked)

    before = (cost(), cost())[1]
    for _number in range(20):
        trail.record(world.things["live"], Action.EDITED, user=world.users["bientap"])
    assert cost() <= before
    assert Decision.objects.count() > 20
