"""Who reads a file that is not public, and how files are served."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import NoReverseMatch, reverse
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
)

from assets import usage
from assets.models import FileKind
from tests.assets.owners import body, readable
from tests.builders import (
    make_article,
    make_group,
    make_person,
    make_unit,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_an_account_without_rights_reads_no_private_file(files):
    outsider = client_of(make_user(permissions=["wagtailadmin.access_admin"]))
    assert not any(readable(file, outsider) for file in files.values())
    no_editor = client_of(make_user())
    assert not any(readable(file, no_editor) for file in files.values())


def test_who_may_choose_from_the_collection_reads_its_files(files):
    group = make_group("Biên tập thử", permissions=["wagtailadmin.access_admin"])
    for codename in ("choose_image", "choose_document"):
        GroupCollectionPermission.objects.create(
            group=group,
            collection=Collection.get_first_root_node(),
            permission=Permission.objects.get(codename=codename),
        )
    user = make_user()
    user.groups.add(group)
    assert readable(files["image"], client_of(user))
    assert readable(files["document"], client_of(user))


def test_who_may_edit_a_page_reads_the_files_on_it(files):
    unit = make_unit()
    page = make_article(live=False, body=body(**files), unit=unit)
    author = make_user(permissions=["wagtailadmin.access_admin"])
    make_person(unit=unit, user=author)
    other = make_user(permissions=["wagtailadmin.access_admin"])
    group = make_group("Cộng tác thử")
    group.page_permissions.create(page=page, permission=Permission.objects.get(codename="change_page"))
    author.groups.add(group)
    assert all(readable(file, client_of(author)) for file in files.values())
    assert not any(readable(file, client_of(other)) for file in files.values())


def test_private_answers_are_not_kept_by_caches(files):
    superuser = client_of(make_user(is_superuser=True))
    for url in readable(files["image"], superuser):
        assert "no-store" in superuser.get(url)["Cache-Control"]


def test_an_editor_sees_private_pictures_in_lists_and_choosers(files):
    editor = client_of(make_user(is_superuser=True))
    for url in (reverse("wagtailimages:index"), reverse("wagtailimages_chooser:choose")):
        assert editor.get(url).status_code == 200
    shown = files["image"].get_rendition("max-165x165")
    assert editor.get(shown.url).status_code == 200
    assert Client().get(shown.url).status_code == 404


def test_the_address_of_a_moved_file_leads_to_where_it_is_now(files):
    before = files["image"].file.url
    make_article(body=body(**files))
    response = Client().get(before)
    files["image"].refresh_from_db()
    assert response.status_code == 302
    assert response["Location"] == files["image"].file.url


def test_wagtail_makes_no_renditions_for_visitors():
    with pytest.raises(NoReverseMatch):
        reverse("wagtailimages_serve", args=["signature", 1, "width-100", "a.jpg"])


@pytest.mark.parametrize(
    "url",
    [
        "/tep/",
        "/tep/../../etc/passwd",
        "/tep/%00",
        "/media/",
        "/media/%2e%2e/private/x",
        "/media/%00",
        "/media/a/b",
    ],
)
def test_addresses_of_nothing_are_not_found(url, client):
    assert client.get(url).status_code == 404


def test_public_files_are_served_inert(files):
    make_article(body=body(**files))
    files["image"].refresh_from_db()
    response = Client().get(files["image"].file.url)
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert not response.cookies


def test_the_uses_of_a_page_are_those_of_its_content(files):
    page = make_article(body=body(**files))
    assert usage.references(page) == {(kind.value, files[kind.value].pk) for kind in FileKind}
