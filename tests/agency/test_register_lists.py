"""The lists of the registers: odd addresses, search, filters, cost, exports."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from agency.models import CalendarDay, Person, Post, Unit
from tests import builders
from tests.agency.registers import (
    MODELS,
    address,
    clerk,
    signed_in,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


HOSTILE = [
    "?unit=abc",
    "?unit=999999999999999999999",
    "?in_force=%27%20OR%201=1",
    "?kind__exact=%00",
    "?is_leader__exact=x",
    "?person__user__password__startswith=a",
    "?no_such_field=1",
    "?p=-4",
    "?p=abc",
    "?p=99999999999999999999",
    "?o=1.-2.x.99",
    "?year=abc",
    "?export=exe",
    "?q=%22%28%25_%00%F0%9F%98%80",
    "?q=" + "a" * 5000,
]


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("model", MODELS)
def test_no_address_breaks_a_list(model, query, rows, admin):
    assert admin.get(address(model) + query).status_code in (200, 302)


@pytest.mark.parametrize("key", ["abc", "0", "99999999999999999999", "1-1", "_3D"])
@pytest.mark.parametrize("action", ["edit", "delete", "inspect", "history"])
def test_an_address_that_names_no_row_is_not_found(action, key, admin):
    assert admin.get(f"/quan-tri/to-chuc/don-vi/{action}/{key}/").status_code == 404


def test_another_column_cannot_be_probed_through_the_address(rows, admin):
    builders.make_person("Lê Văn Tám", unit=rows[Unit], user=builders.make_user())
    text = admin.get(address(Person) + "?user__password__startswith=zzz").content.decode()
    assert "Lê Văn Tám" in text, "the lookup is ignored, not obeyed"


@pytest.mark.parametrize("words", ["Đặng", "dang thi", "HONG", "hồng đặng"])
def test_search_forgives_accents(words, rows, admin):
    builders.make_person("Lê Văn Tám")
    text = admin.get(address(Person), {"q": words}).content.decode()
    assert "Đặng Thị Hồng" in text
    assert "Lê Văn Tám" not in text


def test_units_are_listed_as_a_tree(site, admin):
    top = builders.make_unit("Ủy ban nhân dân xã", site=site, sort_order=1)
    below = builders.make_unit("An ninh thôn", parent=top)
    builders.make_unit("Ban công tác", parent=below)
    builders.make_unit("Đảng ủy", site=site, sort_order=0)
    text = admin.get(address(Unit)).content.decode()
    places = [text.index(name) for name in ("Đảng ủy", "Ủy ban nhân dân xã", "An ninh thôn", "Ban công tác")]
    assert places == sorted(places)
    assert "register-depth-1" in text
    assert "register-depth-2" in text


def test_the_filter_of_what_is_in_force(rows, admin):
    builders.make_unit("Phòng đã giải thể", site=rows[Unit].site, valid_to=date(2025, 6, 30))
    assert "Phòng đã giải thể" not in admin.get(address(Unit) + "?in_force=now").content.decode()
    past = admin.get(address(Unit) + "?in_force=past").content.decode()
    assert "Phòng đã giải thể" in past
    assert "Văn phòng" not in past.split("<tbody>")[1]


@pytest.mark.parametrize("model", MODELS)
def test_a_list_costs_the_same_whatever_its_length(model, rows, site, admin, django_assert_max_num_queries):
    def add(count):
        for _ in range(count):
            unit = builders.make_unit(site=site, parent=rows[Unit])
            person = builders.make_person(unit=unit, user=builders.make_user())
            builders.make_holding(person=person, post=builders.make_post(unit=unit))
            CalendarDay.objects.create(date=date(2028, 1, 1 + CalendarDay.objects.count()), reason="x")

    def cost():
        with django_assert_max_num_queries(60) as captured:
            assert admin.get(address(model)).status_code == 200
        return len(captured)

    add(2)
    cost()
    few = cost()
    add(12)
    assert cost() == few


def test_exports_run_in_no_spreadsheet(rows, admin):
    builders.make_person('=HYPERLINK("http://x")', unit=rows[Unit], phone="+84 260 386 2345")
    csv = b"".join(admin.get(address(Person) + "?export=csv").streaming_content)
    assert csv.startswith("\ufeff".encode())
    assert "'=HYPERLINK" in csv.decode()
    assert "'+84 260" in csv.decode()
    assert "Cán bộ, công chức" in csv.decode(), "choices are spelled out"
    book = load_workbook(io.BytesIO(b"".join(admin.get(address(Person) + "?export=xlsx").streaming_content)))
    names = [row[0] for row in book.active.iter_rows(values_only=True)]
    assert '\'=HYPERLINK("http://x")' in names


@pytest.mark.parametrize("model", MODELS)
def test_every_register_can_be_exported(model, rows, admin):
    csv = b"".join(admin.get(address(model) + "?export=csv").streaming_content).decode()
    assert len(csv.strip().splitlines()) == 2


def test_an_export_holds_only_the_rows_of_ones_site(rows):
    other = clerk(builders.make_site(hostname="b.example.vn"))
    csv = b"".join(signed_in(other).get(address(Unit) + "?export=csv").streaming_content).decode()
    assert "Văn phòng" not in csv


def test_scripts_in_a_name_are_shown_as_text(site, admin):
    builders.make_unit("<script>alert(1)</script>", site=site)
    for action in ("", "inspect"):
        row = Unit.objects.get() if action else None
        assert "<script>alert(1)" not in admin.get(address(Unit, action, row)).content.decode()


def test_the_menu_shows_the_registers_to_those_who_may_open_them(site, admin):
    assert "to-chuc/don-vi" in admin.get("/quan-tri/").content.decode()
    nobody = signed_in(clerk(site, permissions=[]))
    assert "to-chuc/don-vi" not in nobody.get("/quan-tri/").content.decode()


def test_the_calendar_tells_the_holidays_already_known(admin):
    text = admin.get(address(CalendarDay)).content.decode()
    assert "Ngày Giỗ Tổ Hùng Vương" in text


def test_a_reader_sees_formatted_values(rows, admin):
    unit = rows[Unit]
    unit.functions, unit.valid_from, unit.sort_order = "<p>Tham mưu <b>tổng hợp</b></p>", date(2025, 7, 1), 0
    unit.save()
    text = admin.get(address(Unit, "inspect", unit)).content.decode()
    assert "<b>tổng hợp</b>" in text
    assert "01/07/2025" in text
    assert "<dd>0</dd>" in text
    assert "<dd>Không</dd>" in admin.get(address(Post, "inspect", rows[Post])).content.decode()


def test_filters_say_what_is_chosen(rows, admin):
    text = admin.get(address(Person) + f"?unit={rows[Unit].pk}").content.decode()
    assert "<strong>Văn phòng</strong>" in text
    assert "Đặng Thị Hồng" in text
    other = builders.make_unit(site=rows[Unit].site)
    assert "Đặng Thị Hồng" not in admin.get(address(Person) + f"?unit={other.pk}").content.decode()
