"""Banners: shown at their place, on their days, on their site; kept by those who may (V03)."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.models import GroupPagePermission

from assets.models import CustomImage
from home.models import Banner
from tests import builders

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
INDEX = "/quan-tri/bang-ron/"


@pytest.fixture
def front(db):
    home = builders.make_home()
    home.body = [("banners", {"title": "", "width": "full"})]
    home.save_revision().publish()
    return home


def shown(visitor, path="/"):
    return visitor.get(path).content.decode()


@pytest.mark.parametrize(
    ("starts", "ends", "seen"),
    [(None, None, True), (0, 0, True), (-5, -1, False), (1, 5, False), (-1, None, True), (None, 1, True)],
)
def test_a_banner_is_shown_on_its_days(visitor, front, starts, ends, seen):
    today = timezone.localdate()
    dates = [None if days is None else today + days * DAY for days in (starts, ends)]
    builders.make_banner("Bầu cử", valid_from=dates[0], valid_to=dates[1])
    assert ("Băng rôn Bầu cử" in shown(visitor)) is seen


def test_a_banner_is_shown_at_its_place_only(visitor, front):
    page = builders.make_standard_page()
    builders.make_banner("Mọi trang", place="top")
    builders.make_banner("Trang chủ", place="front")
    assert "Băng rôn Mọi trang" in shown(visitor)
    assert "Băng rôn Trang chủ" in shown(visitor)
    assert "Băng rôn Mọi trang" in shown(visitor, page.get_url())
    assert "Băng rôn Trang chủ" not in shown(visitor, page.get_url())


def test_a_banner_of_another_site_is_not_shown(visitor, front):
    builders.make_banner("Nơi khác", site=builders.make_site(hostname="khac.example"))
    assert "Nơi khác" not in shown(visitor)


def test_the_picture_of_a_banner_is_public_until_its_last_day(front):
    banner = builders.make_banner()
    assert CustomImage.objects.get(pk=banner.image_id).is_public
    banner.valid_to = timezone.localdate() - DAY
    banner.save()
    assert not CustomImage.objects.get(pk=banner.image_id).is_public


def keeper(home, *permissions):
    user = builders.make_user(groups=["Băng rôn"], permissions=["wagtailadmin.access_admin", *permissions])
    codename = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=user.groups.get(), page=home, permission=codename)
    return user


def test_a_keeper_of_the_site_may_change_its_banners(client, front):
    banner = builders.make_banner()
    client.force_login(keeper(front, "home.change_banner"))
    assert client.get(INDEX).status_code == 200
    assert client.get(f"{INDEX}edit/{banner.pk}/").status_code == 200


def test_permission_on_the_register_is_not_enough_for_another_site(client, front):
    other = builders.make_banner("Nơi khác", site=builders.make_site(hostname="khac.example"))
    client.force_login(keeper(front, "home.change_banner"))
    assert "Nơi khác" not in client.get(INDEX).content.decode()
    assert client.get(f"{INDEX}edit/{other.pk}/").status_code in (302, 403, 404)
    client.post(f"{INDEX}edit/{other.pk}/", {"title": "Đổi trộm"})
    assert Banner.objects.get(pk=other.pk).title == "Nơi khác"


def test_an_account_without_the_permission_is_kept_out(client, front):
    banner = builders.make_banner()
    client.force_login(keeper(front))
    for address in (INDEX, f"{INDEX}edit/{banner.pk}/"):
        assert client.get(address).status_code in (302, 403)
