"""The registers through the admin: as each kind of account, at every address, with bad input."""

import io
from datetime import date

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission, ModelLogEntry

from agency.models import CalendarDay, Holding, Person, Post, Unit
from tests import builders

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]

PATHS = {
    Unit: "don-vi",
    Person: "can-bo",
    Post: "chuc-vu",
    Holding: "giu-chuc-vu",
    CalendarDay: "lich-lam-viec",
}
MODELS = list(PATHS)
ALL = [f"agency.{act}_{model._meta.model_name}" for act in ("add", "change", "delete") for model in MODELS]


def address(model, action="", row=None):
    parts = [PATHS[model], action, str(row.pk) if row else ""]
    return "/quan-tri/to-chuc/" + "/".join(part for part in parts if part) + "/"


def clerk(site, permissions=ALL, name=""):
    """An account with `permissions` whose group works on the pages of `site`."""
    user = builders.make_user(name, permissions=["wagtailadmin.access_admin", *permissions])
    group = Group.objects.create(name=f"Biên tập {user.username}")
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=site.root_page, permission=change)
    user.groups.add(group)
    return user


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def site():
    return builders.make_site()


@pytest.fixture
def admin(site):
    return signed_in(clerk(site))


@pytest.fixture
def rows(site):
    """One row of each register, on the default site."""
    unit = builders.make_unit("Văn phòng", site=site)
    person = builders.make_person("Đặng Thị Hồng", unit=unit)
    post = builders.make_post("Chánh Văn phòng", unit=unit)
    holding = builders.make_holding(person=person, post=post)
    day = CalendarDay.objects.create(date=date(2027, 3, 12), reason="Hoán đổi", site=site)
    return dict(zip(MODELS, [unit, person, post, holding, day], strict=True))


def unit_form(site, **changes):
    empty = "null"
    form = {"name": "Phòng Kinh tế", "site": site.pk, "kind": "phong", "sort_order": 1, "functions": empty}
    return {**form, **changes}


def holding_form(person, post, **changes):
    return {"person": person.pk, "post": post.pk, "duties": "null", **changes}


def post_form(unit, **changes):
    return {"name": "Phó Chánh Văn phòng", "unit": unit.pk, "rank": 3, **changes}


@pytest.mark.parametrize("model", MODELS)
def test_every_address_answers_the_clerk(model, rows, admin):
    row = rows[model]
    assert admin.get(address(model)).status_code == 200
    assert admin.get(address(model, "create")).status_code == 200
    for action in ("edit", "delete", "inspect", "history"):
        assert admin.get(address(model, action, row)).status_code == 200, action


@pytest.mark.parametrize("model", MODELS)
def test_an_account_without_permission_is_turned_away_everywhere(model, rows, site):
    client = signed_in(clerk(site, permissions=[]))
    places = [address(model), address(model, "create")]
    places += [address(model, action, rows[model]) for action in ("edit", "delete", "inspect", "history")]
    for place in places:
        assert client.get(place).status_code == 302, place
        assert client.post(place).status_code == 302, place
    assert model.objects.filter(pk=rows[model].pk).exists()


@pytest.mark.parametrize("model", MODELS)
def test_a_stranger_is_asked_to_log_in(model, rows):
    response = Client().get(address(model, "edit", rows[model]))
    assert response.status_code == 302
    assert "/quan-tri/login/" in response["Location"]


@pytest.mark.parametrize("model", MODELS)
def test_permission_to_view_lets_nobody_change(model, rows, site):
    client = signed_in(clerk(site, permissions=[f"agency.view_{model._meta.model_name}"]))
    assert client.get(address(model)).status_code == 200
    assert client.get(address(model, "inspect", rows[model])).status_code == 200
    for place in (address(model, "create"), address(model, "edit", rows[model])):
        assert client.get(place).status_code == 302, place
    client.post(address(model, "delete", rows[model]))
    assert model.objects.filter(pk=rows[model].pk).exists()


@pytest.mark.parametrize("model", MODELS)
def test_the_clerk_of_another_site_neither_sees_nor_changes(model, rows):
    other = builders.make_site(hostname="b.example.vn")
    client = signed_in(clerk(other))
    for action in ("edit", "delete", "inspect", "history"):
        assert client.get(address(model, action, rows[model])).status_code == 302, action
    client.post(address(model, "delete", rows[model]))
    assert model.objects.filter(pk=rows[model].pk).exists()
    assert f'data-object-pk="{rows[model].pk}"' not in client.get(address(model)).content.decode()


def test_a_clerk_cannot_put_a_unit_on_another_site(site, admin):
    other = builders.make_site(hostname="b.example.vn")
    above = builders.make_unit("Ủy ban xã B", site=other)
    response = admin.post(address(Unit, "create"), unit_form(other))
    assert response.status_code == 200
    admin.post(address(Unit, "create"), unit_form(site, parent=above.pk))
    assert Unit.objects.exclude(pk=above.pk).count() == 0


def test_a_new_unit_is_offered_the_portal_of_the_clerk(site, admin):
    assert f'<option value="{site.pk}" selected>' in admin.get(address(Unit, "create")).content.decode()


def test_an_account_answers_for_the_site_of_its_own_unit(rows):
    user = builders.make_user(permissions=["wagtailadmin.access_admin", *ALL])
    client = signed_in(user)
    assert client.get(address(Unit, "edit", rows[Unit])).status_code == 302
    builders.make_person(unit=rows[Unit], user=user)
    assert client.get(address(Unit, "edit", rows[Unit])).status_code == 200


def test_only_who_answers_for_every_site_changes_a_day_of_all_sites(site):
    day = CalendarDay.objects.create(date=date(2027, 3, 13), reason="Làm bù", kind="lam-bu")
    client = signed_in(clerk(site))
    assert client.get(address(CalendarDay, "edit", day)).status_code == 200, "the only site is every site"
    builders.make_site(hostname="b.example.vn")
    assert client.get(address(CalendarDay, "edit", day)).status_code == 302
    client.post(address(CalendarDay, "create"), {"date": "14/03/2027", "kind": "nghi", "reason": "x"})
    assert CalendarDay.objects.count() == 1


def test_a_unit_is_made_changed_and_deleted_with_a_trail(site, admin):
    response = admin.post(address(Unit, "create"), unit_form(site, valid_from="01/07/2025"))
    assert response.status_code == 302
    unit = Unit.objects.get()
    assert unit.valid_from == date(2025, 7, 1)
    admin.post(address(Unit, "edit", unit), unit_form(site, name="Phòng Kinh tế và Hạ tầng"))
    unit.refresh_from_db()
    assert unit.name == "Phòng Kinh tế và Hạ tầng"
    admin.post(address(Unit, "delete", unit))
    assert not Unit.objects.exists()
    actions = ModelLogEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["wagtail.create", "wagtail.edit", "wagtail.delete"]


@pytest.mark.parametrize("model", [Unit, Person, Post])
def test_what_is_in_use_is_not_deleted_and_the_user_is_told(model, rows, admin):
    response = admin.post(address(model, "delete", rows[model]))
    assert response.status_code == 409
    assert "đang được sử dụng" in response.content.decode()
    assert model.objects.filter(pk=rows[model].pk).exists()
    assert not ModelLogEntry.objects.filter(action="wagtail.delete").exists()


def test_what_was_typed_stays_in_a_refused_form(site, admin):
    form = unit_form(site, name="Phòng Văn hóa", valid_from="02/07/2025", valid_to="01/07/2025")
    text = admin.post(address(Unit, "create"), form).content.decode()
    assert "Ngày kết thúc sớm hơn ngày bắt đầu" in text
    assert 'value="Phòng Văn hóa"' in text


def test_a_second_head_is_refused_by_name(rows, admin):
    head = builders.make_post("Trưởng phòng", unit=rows[Unit], is_head=True)
    builders.make_holding(person=builders.make_person("Lê Văn Tám"), post=head, valid_from=date(2025, 7, 1))
    text = admin.post(address(Holding, "create"), holding_form(rows[Person], head)).content.decode()
    assert "Lê Văn Tám" in text
    assert Holding.objects.filter(post=head).count() == 1


def test_a_shared_post_is_saved_with_a_warning(rows, admin):
    second = builders.make_person("Lê Văn Tám", unit=rows[Unit])
    form = holding_form(second, rows[Post])
    response = admin.post(address(Holding, "create"), form, follow=True)
    assert Holding.objects.filter(post=rows[Post]).count() == 2
    assert "Đặng Thị Hồng cũng giữ chức vụ này" in response.content.decode()


def test_only_free_accounts_are_offered_and_taken(rows, admin):
    free, taken = builders.make_user("tudo"), builders.make_user("dalienket")
    builders.make_person(user=taken, unit=rows[Unit])
    text = admin.get(address(Person, "edit", rows[Person])).content.decode()
    assert "tudo" in text
    assert "dalienket" not in text
    form = {"full_name": "Đặng Thị Hồng", "kind": "can-bo", "biography": "null"}
    admin.post(address(Person, "edit", rows[Person]), {**form, "user": taken.pk})
    assert not Person.objects.get(pk=rows[Person].pk).user
    admin.post(address(Person, "edit", rows[Person]), {**form, "user": free.pk})
    assert Person.objects.get(pk=rows[Person].pk).user == free


def test_one_day_cannot_be_entered_twice(site, admin):
    form = {"date": "12/03/2027", "kind": "nghi", "reason": "Hoán đổi", "site": ""}
    assert admin.post(address(CalendarDay, "create"), form).status_code == 302
    assert "đã có trong lịch" in admin.post(address(CalendarDay, "create"), form).content.decode()


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
