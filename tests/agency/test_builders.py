from django.test import Client

from tests import builders


def test_a_second_site_has_its_own_root_page(db):
    first, second = builders.make_site(), builders.make_site(hostname="xa-b.example.vn")
    assert first == builders.make_site()
    assert second.root_page != first.root_page
    assert not second.is_default_site


def test_a_made_user_logs_in_with_its_permissions(db):
    user = builders.make_user("lan", permissions=["wagtailadmin.access_admin"], groups=["bientap"])
    client = Client()
    client.force_login(user)
    assert client.get("/quan-tri/").status_code == 200
    assert user.groups.get().name == "bientap"


def test_units_of_a_tree_share_a_site(db):
    site = builders.make_site(hostname="xa-b.example.vn")
    parent = builders.make_unit(site=site)
    assert builders.make_unit(parent=parent).site == site
