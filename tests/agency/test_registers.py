"""The registers through the admin: as each kind of account, at every address, with bad input."""

from datetime import date

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from agency.models import CalendarDay, Holding, Person, Post, Unit
from tests import builders
from tests.agency.registers import (
    ALL,
    MODELS,
    address,
    clerk,
    holding_form,
    signed_in,
    unit_form,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


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
