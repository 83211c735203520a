"""Nobody reads a file before, after or beside the public life of what uses it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    Page,
    PageViewRestriction,
)

from assets import usage
from assets.models import CustomDocument, CustomImage, FileKind
from tests.assets import samples
from tests.assets.owners import lies_in, readable
from tests.builders import (
    make_article,
    make_document,
    make_group,
    make_holding,
    make_image,
    make_media,
    make_person,
    make_section,
    make_unit,
    make_user,
)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def body(document=None, image=None, media=None) -> list:
    """The blocks of an article that uses these files, in a list, in a structure and inside rich text."""
    picture = {"image": getattr(image, "pk", None), "alt": "Cờ đỏ", "caption": "Lễ chào cờ", "credit": ""}
    link = f'<p><a linktype="document" id="{document.pk}">Tải về</a></p>' if document else ""
    blocks = {
        "text": document and link,
        "picture": image and picture,
        "audio": media and {"audio": media.pk, "caption": "Phát thanh"},
    }
    return [{"type": kind, "value": value} for kind, value in blocks.items() if value]


@pytest.fixture
def files():
    return {"document": make_document(), "image": make_image(), "media": make_media()}


def everywhere(files) -> set[str]:
    """Where the parts of the files lie."""
    return {root for file in files.values() for root in lies_in(file)}


def assert_private(files):
    assert everywhere(files) == {"private"}
    assert not any(readable(file) for file in files.values())


def assert_public(files):
    assert everywhere(files) == {"public"}
    assert all(readable(file) for file in files.values())


def test_a_file_of_a_draft_is_private_and_of_a_live_page_public(files):
    page = make_article(live=False, body=body(**files))
    assert_private(files)
    page.get_latest_revision().publish()
    assert_public(files)


def test_renditions_share_the_fate_of_their_picture(files):
    page = make_article(body=body(image=files["image"]))
    names = [rendition.file.name for rendition in files["image"].renditions.all()]
    assert len(names) > 5
    assert all(name.startswith("public/") for name in names)
    page.unpublish()
    assert all(rendition.file.name.startswith("private/") for rendition in files["image"].renditions.all())


def unpublish(page):
    page.unpublish()


def unpublish_as_plain_page(page):
    Page.objects.get(pk=page.pk).unpublish()


def delete(page):
    page.delete()


def delete_the_section(page):
    page.get_parent().specific.delete()


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")


def ask_for_a_password(page):
    PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=PageViewRestriction.PASSWORD, password="x"
    )


def move_below_a_restricted_section(page):
    hidden = make_section("Nội bộ")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    page.move(hidden, pos="last-child")


def publish_without_the_files(page):
    page.body = []
    page.save_revision().publish()


ROADS_OUT = [
    unpublish,
    unpublish_as_plain_page,
    delete,
    delete_the_section,
    expire,
    ask_for_a_password,
    move_below_a_restricted_section,
    publish_without_the_files,
]


@pytest.mark.parametrize("leave", ROADS_OUT, ids=lambda road: road.__name__)
def test_every_road_out_of_the_public_takes_the_files_along(files, leave):
    page = make_article(body=body(**files))
    assert_public(files)
    leave(page)
    assert_private(files)


def test_what_is_lifted_comes_back(files):
    page = make_article(body=body(**files))
    ask_for_a_password(page)
    assert_private(files)
    PageViewRestriction.objects.all().delete()
    assert_public(files)


def test_a_draft_of_a_live_page_publishes_nothing(files):
    page = make_article()
    page.body = body(**files)
    page.save_revision()
    assert_private(files)


def test_a_file_of_two_pages_stays_public_until_the_last_leaves(files):
    first, second = (make_article(title, body=body(**files)) for title in ("Một", "Hai"))
    first.unpublish()
    assert_public(files)
    second.unpublish()
    assert_private(files)


def test_a_replaced_file_is_as_public_as_the_one_before(files):
    make_article(body=body(**files))
    editor = Client()
    editor.force_login(make_user(is_superuser=True))
    for kind, name, content in (
        ("wagtaildocs", "moi.pdf", samples.PDF + b"%"),
        ("wagtailimages", "moi.jpg", samples.photograph()),
    ):
        file = files["document" if kind == "wagtaildocs" else "image"]
        form = {"title": "Mới", "collection": 1, "file": samples.upload(name, content)}
        editor.post(reverse(f"{kind}:edit", args=[file.pk]), form)
        file.refresh_from_db()
        assert file.filename == name
    assert_public({name: files[name] for name in ("document", "image")})


def test_a_deleted_file_leaves_nothing_behind(files, media_root):
    make_article(body=body(**files))
    for file in files.values():
        file.delete()
    assert not [path for path in media_root.rglob("*") if path.is_file()]


def test_saving_an_old_copy_of_a_row_does_not_undo_a_move(files):
    old = CustomImage.objects.get(pk=files["image"].pk)
    make_article(body=body(**files))
    old.title = "Sửa tên"
    old.save()
    assert_public(files)


def test_a_closed_collection_keeps_its_files_from_the_public_folder(files):
    make_article(body=body(**files))
    closed = CollectionViewRestriction.objects.create(
        collection=Collection.get_first_root_node(), restriction_type=CollectionViewRestriction.LOGIN
    )
    assert_private(files)
    closed.delete()
    assert_public(files)


def test_moving_a_document_into_a_closed_collection_closes_it(files):
    inside = Collection.get_first_root_node().add_child(name="Nội bộ")
    CollectionViewRestriction.objects.create(
        collection=inside, restriction_type=CollectionViewRestriction.LOGIN
    )
    make_article(body=body(**files))
    document = CustomDocument.objects.get()
    document.collection = inside
    document.save()
    assert lies_in(document) == {"private"}
    assert not {url for url in readable(document) if "/tai-lieu/" not in url}


def test_a_portrait_is_public_as_long_as_its_person_holds_a_post():
    image = make_image()
    holding = make_holding(person=make_person(portrait=image))
    assert_public({"image": image})
    holding.delete()
    assert_private({"image": image})


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
