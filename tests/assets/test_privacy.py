"""Nobody reads a file before, after or beside the public life of what uses it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
)

from assets.models import CustomDocument, CustomImage
from tests.assets import samples
from tests.assets.owners import body, lies_in, readable
from tests.builders import (
    make_article,
    make_holding,
    make_image,
    make_person,
    make_section,
)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


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
    hidden = make_section("Dành cho cán bộ")
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


def test_a_file_the_program_replaces_is_as_public_as_the_one_before(files):
    make_article(body=body(**files))
    for name, upload in (
        ("document", samples.upload("moi.pdf", samples.PDF + b"%")),
        ("image", samples.upload("moi.jpg", samples.photograph())),
    ):
        files[name].refresh_from_db()
        files[name].file.delete(save=False)
        files[name].file = upload
        files[name].save()
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
    inside = Collection.get_first_root_node().add_child(name="Dành cho cán bộ")
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
