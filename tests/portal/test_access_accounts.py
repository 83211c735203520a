"""An administrator of one site grants nothing they do not hold and reaches no account of another."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse

from agency.models import User
from tests.builders import make_user
from tests.forms import filled
from tests.world import browser

pytestmark = pytest.mark.django_db
NEW = {
    "username": "moi",
    "email": "moi@example.vn",
    "first_name": "Mới",
    "last_name": "Nguyễn",
    "password1": "Mot-mat-khau-dai-2026",
    "password2": "Mot-mat-khau-dai-2026",
}


@pytest.fixture
def sites():
    call_command("setup_portal", preset="xa", name="Xã Thử", host="xa.example.vn", verbosity=0)
    call_command("setup_portal", preset="huyen-luu-tru", name="Huyện", host="huyen.example.vn", verbosity=0)


@pytest.fixture
def accounts(sites):
    groups = {"xa": "Quản trị viên", "huyen": "Quản trị viên (huyen.example.vn)", "xa-viet": "Cộng tác viên"}
    known = {
        name: make_user(name, groups=[group], email=f"{name}@example.vn") for name, group in groups.items()
    }
    operator = make_user("nguoi-van-hanh", is_superuser=True, email="o@example.vn")
    return known | {"operator": operator}


def group(name):
    return Group.objects.get(name=name).pk


def create(client, **data):
    client.post(reverse("wagtailusers_users:add"), NEW | data)
    return User.objects.filter(username="moi").first()


def edit(client, account, **data):
    account.refresh_from_db()
    given = {name: getattr(account, name) for name in ("username", "email")}
    names = {"first_name": "A", "last_name": "B", "is_active": "on"}
    client.post(reverse("wagtailusers_users:edit", args=[account.pk]), given | names | data)
    account.refresh_from_db()


def test_an_administrator_adds_officials_of_the_own_site(accounts):
    account = create(browser(accounts["xa"]), groups=[group("Biên tập viên")])
    assert [g.name for g in account.groups.all()] == ["Biên tập viên"]


def test_an_administrator_makes_no_operator(accounts):
    account = create(browser(accounts["xa"]), is_superuser="on")
    assert account is not None and not account.is_superuser
    edit(browser(accounts["xa"]), accounts["xa-viet"], is_superuser="on")
    assert not accounts["xa-viet"].is_superuser


def test_an_administrator_grants_nothing_on_another_site(accounts):
    assert create(browser(accounts["huyen"]), groups=[group("Người xuất bản")]) is None
    edit(browser(accounts["huyen"]), accounts["huyen"], groups=[group("Người xuất bản")])
    assert [g.name for g in accounts["huyen"].groups.all()] == ["Quản trị viên (huyen.example.vn)"]


@pytest.mark.parametrize("whose", ["operator", "xa", "xa-viet"])
def test_accounts_of_operators_and_other_sites_are_out_of_reach(accounts, whose):
    account, client = accounts[whose], browser(accounts["huyen"])
    edit(client, account, password1="Chiem-tai-khoan-1", password2="Chiem-tai-khoan-1")
    assert account.check_password("mat-khau")
    client.post(reverse("wagtailusers_users:delete", args=[account.pk]))
    for action in ("delete", "set_active_state"):
        bulk(client, action, account)
    account.refresh_from_db()
    assert account.is_active
    listed = client.get(reverse("wagtailusers_users:index")).context["object_list"]
    assert account not in listed


def bulk(client, action, account, **data):
    url = reverse("wagtail_bulk_action", args=["agency", "user", action])
    return client.post(f"{url}?id={account.pk}", data)


def test_a_copied_account_stays_within_the_same_bounds(accounts):
    form = browser(accounts["xa"]).get(reverse("wagtailusers_users:copy", args=[accounts["xa-viet"].pk]))
    assert "is_superuser" not in form.context["form"].fields


def test_groups_are_granted_in_bulk_within_the_same_bounds(accounts):
    client = browser(accounts["xa"])
    bulk(client, "assign_role", accounts["xa-viet"], role=group("Biên tập viên"))
    assert accounts["xa-viet"].groups.filter(name="Biên tập viên").exists()
    bulk(client, "assign_role", accounts["xa-viet"], role=group("Người xuất bản (huyen.example.vn)"))
    assert accounts["xa-viet"].groups.count() == 2


def test_an_operator_manages_everybody(accounts):
    client = browser(accounts["operator"])
    url = reverse("wagtailusers_users:edit", args=[accounts["huyen"].pk])
    form = filled(client.get(url), f"form[action='{url}']")
    client.post(url, form | {"is_superuser": "on", "first_name": "A", "last_name": "B"})
    assert User.objects.get(username="huyen").is_superuser
