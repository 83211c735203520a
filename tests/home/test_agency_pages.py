"""Organisation and leaders pages say what the registers say today, and nothing else (K02, K03, B09)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import search
from docs.models import Signature
from home.models import LeadersPage, OrganisationPage
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(db):
    """The two pages, below the front page."""
    home = builders.make_home()
    chart = home.add_child(instance=OrganisationPage(title="Tổ chức bộ máy", slug="to-chuc"))
    leaders = home.add_child(instance=LeadersPage(title="Lãnh đạo", slug="lanh-dao"))
    return chart, leaders


def read(visitor, page):
    response = visitor.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def cost(visitor, page):
    with CaptureQueriesContext(connection) as asked:
        read(visitor, page)
    return len(asked)


def test_one_change_of_staff_changes_every_page(visitor, pages):
    today = timezone.localdate()
    post = builders.make_post("Chủ tịch", is_leader=True, is_head=True)
    old = builders.make_holding(person=builders.make_person("Lê Văn Cũ"), post=post)
    assert all("Lê Văn Cũ" in read(visitor, page) for page in pages)
    old.valid_to = today - timedelta(days=1)
    old.save()
    builders.make_holding(person=builders.make_person("Trần Thị Mới"), post=post, valid_from=today)
    for page in pages:
        shown = read(visitor, page)
        assert "Trần Thị Mới" in shown
        assert "Lê Văn Cũ" not in shown


def test_a_leader_is_shown_with_duties_units_and_decision(visitor, pages):
    post = builders.make_post("Phó Chủ tịch", is_leader=True)
    holding = builders.make_holding(
        post=post,
        decision_number="102/QĐ-UBND",
        duties="<p>Phụ trách khối văn hóa</p>",
        valid_from=timezone.localdate(),
    )
    holding.supervises.add(builders.make_unit("Phòng Văn hóa – Xã hội"))
    shown = read(visitor, pages[1])
    assert "102/QĐ-UBND" in shown
    assert "Phụ trách khối văn hóa" in shown
    assert "Phòng Văn hóa – Xã hội" in shown


def test_leaders_stand_by_rank_and_others_stay_out(visitor, pages):
    unit = builders.make_unit()
    for name, rank in (("Phó", 2), ("Trưởng", 1)):
        post = builders.make_post(name, unit=unit, rank=rank, is_leader=True)
        builders.make_holding(person=builders.make_person(f"Ông {name}"), post=post)
    clerk = builders.make_post("Văn thư", unit=unit)
    builders.make_holding(person=builders.make_person("Bà Văn thư"), post=clerk)
    shown = read(visitor, pages[1])
    assert shown.index("Ông Trưởng") < shown.index("Ông Phó")
    assert "Bà Văn thư" not in shown


def test_a_page_may_show_one_unit_with_what_is_below_it(visitor, pages):
    chart, _leaders = pages
    front = builders.make_unit("Mặt trận Tổ quốc")
    builders.make_unit("Hội Nông dân", parent=front)
    builders.make_unit("Phòng Kinh tế")
    chart.shown_unit = front
    chart.save()
    shown = read(visitor, chart)
    assert "Hội Nông dân" in shown
    assert "Phòng Kinh tế" not in shown


def test_units_below_stand_inside_the_unit_above(visitor, pages):
    above = builders.make_unit("Ủy ban nhân dân")
    builders.make_unit("Văn phòng", parent=above)
    builders.make_unit("Đảng ủy")
    top = [node.unit.name for node in pages[0].nodes()]
    assert sorted(top) == sorted(["Ủy ban nhân dân", "Đảng ủy"])
    assert 'class="chart__below"' in read(visitor, pages[0])


def test_contacts_can_be_left_out(visitor, pages):
    chart, _leaders = pages
    builders.make_unit("Văn phòng", phone="0210 3844 002")
    assert "0210 3844 002" in read(visitor, chart)
    chart.with_contacts = False
    chart.save()
    assert "0210 3844 002" not in read(visitor, chart)


def test_another_site_keeps_its_own_people(visitor, pages):
    other = builders.make_site(hostname="khac.example")
    post = builders.make_post("Giám đốc", unit=builders.make_unit("Sở khác", site=other), is_leader=True)
    builders.make_holding(person=builders.make_person("Người nơi khác"), post=post)
    for page in pages:
        assert "Người nơi khác" not in read(visitor, page)


def test_empty_registers_are_said_to_be_empty(visitor, pages):
    assert all('class="empty"' in read(visitor, page) for page in pages)


def test_queries_do_not_grow_with_the_staff(visitor, pages):
    def hire():
        for _number in range(5):
            above = builders.make_unit(phone="1")
            post = builders.make_post(unit=builders.make_unit(parent=above), is_leader=True)
            person = builders.make_person(portrait=builders.make_image())
            builders.make_holding(person=person, post=post).supervises.add(above)

    hire()
    for page in pages:
        read(visitor, page)
    before = [cost(visitor, page) for page in pages]
    hire()
    assert [cost(visitor, page) for page in pages] == before
    assert max(before) <= 15


def test_a_change_of_staff_renews_what_the_index_holds(
    pages, django_capture_on_commit_callbacks, monkeypatch
):
    post = builders.make_post("Chủ tịch", is_leader=True)
    put = []
    monkeypatch.setattr("editorial.publication.index.put", lambda page, data: put.append(data.extra))
    with django_capture_on_commit_callbacks(execute=True):
        builders.make_holding(person=builders.make_person("Trần Thị Mới"), post=post)
    assert sum("Trần Thị Mới" in extra for extra in put) == 2


def test_a_name_finds_the_page_of_who_bears_it_before_what_they_signed(
    pages, django_capture_on_commit_callbacks
):
    name = "Nguyễn Hữu Thành"
    for number in range(4):
        builders.make_official_document(f"{number + 1}/QĐ-UBND", signatures=[Signature(name=name)])
    with django_capture_on_commit_callbacks(execute=True):
        builders.make_holding(person=builders.make_person(name), post=builders.make_post(is_leader=True))
    for typed in (name, "nguyen huu thanh", "ông Nguyễn Hữu Thành"):
        found = search.find(search.Query(typed, builders.make_site())).hits
        assert found[0].url == pages[1].url, typed
        assert sum(hit.kind.slug == "document" for hit in found) == 4, typed
