"""What a public page shows, or a page shows that is being decided about, is not changed behind its back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from editorial.chain import actions
from editorial.models import Decision, StageTaskState
from editorial.models.decisions import Action
from tests import builders
from tests.assets import samples
from tests.assets.owners import body
from tests.forms import filled

pytestmark = pytest.mark.django_db
KINDS = ("document", "image", "media")
EDIT = {"document": "wagtaildocs:edit", "image": "wagtailimages:edit", "media": "wagtailmedia:edit"}
NEW = {
    "document": ("moi.pdf", samples.PDF + b"%"),
    "image": ("moi.jpg", samples.photograph()),
    "media": ("moi.mp3", samples.MP3),
}
WORDS = [
    ("document", "title"),
    *(("image", name) for name in ("title", "description", "caption", "credit")),
    *(("media", name) for name in ("title", "transcript")),
]
UPLOAD_A_NEW_ONE = "Hãy tải tệp mới lên"
SEND_THE_PAGE = "gửi trang đi duyệt"


@pytest.fixture
def page(world):
    """A draft that uses a file of each kind."""
    return builders.make_article(
        "Tin có tệp",
        parent=world.things["section"],
        live=False,
        owner=world.users["congtacvien"],
        unit=world.things["unit"],
        body=body(**{kind: world.things[kind] for kind in KINDS}),
    )


def publish(world, page):
    builders.publish(page.get_latest_revision())


def publish_behind_a_login(world, page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    publish(world, page)


def redraft_behind_a_login(world, page):
    publish_behind_a_login(world, page)
    page.refresh_from_db()
    page.body = []
    page.save_revision()


def send(world, page):
    page.get_workflow().start(page, world.users["congtacvien"])


def change_and_send(world, page):
    """A public page without files, and a change of it that brings them and waits for its approval."""
    used, page.body = page.body, []
    builders.publish(page.save_revision())
    page.refresh_from_db()
    page.body = used
    page.save_revision()
    send(world, page)


def approve_for_later(world, page):
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision()
    send(world, page)
    for role in ("truongphong", "kiemduyet", "truongban"):
        actions.decide(StageTaskState.objects.open().get(page=page.pk), world.users[role], "approve")


STANDING = [
    publish,
    publish_behind_a_login,
    redraft_behind_a_login,
    send,
    change_and_send,
    approve_for_later,
]


def save(world, kind, **changes):
    """The answer to the edit form of the file, filled with what it holds but for `changes`."""
    client, url = world.clients["quantri"], reverse(EDIT[kind], args=[world.key(kind)])
    return client.post(url, filled(client.get(url), "form[enctype='multipart/form-data']") | changes)


def stored(world, kind, name):
    file = world.things[kind]
    file.refresh_from_db()
    return getattr(file, name)


@pytest.mark.parametrize("kind", KINDS)
def test_no_form_replaces_a_file(world, kind):
    before = stored(world, kind, "file").name
    url = reverse(EDIT[kind], args=[world.key(kind)])
    form = world.clients["quantri"].get(url).content.decode()
    assert UPLOAD_A_NEW_ONE in form and 'name="file"' not in form
    answer = save(world, kind, title="Tên mới", file=samples.upload(*NEW[kind]))
    assert UPLOAD_A_NEW_ONE in str(answer.context["form"].errors["file"])
    assert "Tên mới" in answer.content.decode()
    assert stored(world, kind, "file").name == before
    assert stored(world, kind, "file").storage.exists(before)


@pytest.mark.parametrize(("kind", "name"), WORDS)
def test_words_of_a_file_no_page_uses_change_freely(world, kind, name):
    assert save(world, kind, **{name: "Lời mới"}).status_code == 302
    assert stored(world, kind, name) == "Lời mới"


@pytest.mark.parametrize("stand", STANDING, ids=lambda stand: stand.__name__)
@pytest.mark.parametrize(("kind", "name"), WORDS)
def test_what_readers_read_of_a_file_stands_with_its_page(world, page, stand, kind, name):
    stand(world, page)
    before = stored(world, kind, name)
    answer = save(world, kind, **{name: "Lời mới"})
    assert SEND_THE_PAGE in str(answer.context["form"].errors[name])
    assert stored(world, kind, name) == before


def send_again_after(world, page, **changes):
    """Returned at the second stage, sent again when these words of its picture were changed."""
    send(world, page)
    actions.decide(StageTaskState.objects.open().get(page=page.pk), world.users["truongphong"], "approve")
    second = StageTaskState.objects.open().get(page=page.pk)
    actions.decide(second, world.users["kiemduyet"], "reject", comment="Sửa lời ảnh")
    assert save(world, "image", **changes).status_code == 302
    page.current_workflow_state.resume(user=world.users["congtacvien"])
    return StageTaskState.objects.open().get(page=page.pk).stage, second.stage


@pytest.mark.parametrize("name", ["title", "description", "caption", "credit"])
def test_other_words_of_a_file_of_a_returned_text_are_decided_about_from_the_start(world, page, name):
    stage, returned = send_again_after(world, page, **{name: "Lời mới"})
    assert stage.pk == world.key("task") and stage != returned
    assert Decision.objects.on(page.pk).get(action=Action.RESUBMITTED).data["changed"]


def test_what_no_reader_meets_of_a_file_leaves_a_returned_text_where_it_was(world, page):
    stage, returned = send_again_after(world, page, tags="lễ hội")
    assert stage == returned
    assert not Decision.objects.on(page.pk).get(action=Action.RESUBMITTED).data["changed"]


def test_a_file_that_the_page_has_dropped_is_free(world, page):
    redraft_behind_a_login(world, page)
    publish(world, page)
    assert save(world, "image", title="Lời mới").status_code == 302


@pytest.mark.parametrize("stand", [publish, send], ids=lambda stand: stand.__name__)
def test_the_picture_of_a_film_stands_too(world, page, stand):
    film = builders.make_media(kind="video", collection=world.things["collection"])
    page.body = [
        *page.body.get_prep_value(),
        {"type": "video", "value": {"video": film.pk, "caption": "Phim"}},
    ]
    page.save_revision()
    world.things["media"] = film
    stand(world, page)
    answer = save(world, "media", thumbnail=samples.upload("a.jpg", samples.photograph()))
    assert "thumbnail" in answer.context["form"].errors
    assert not stored(world, "media", "thumbnail")


@pytest.mark.parametrize("kind", KINDS)
def test_what_only_officials_see_of_it_stays_theirs_to_change(world, page, kind):
    publish(world, page)
    folder = world.things["collection"].add_child(name="Kho ảnh")
    assert save(world, kind, collection=folder.pk, tags="cầu").status_code == 302
    assert stored(world, kind, "collection_id") == folder.pk
    assert [tag.name for tag in world.things[kind].tags.all()] == ["cầu"]


@pytest.mark.parametrize("kind", ["document", "image"])
def test_the_form_of_many_uploads_obeys_the_same(world, page, kind):
    publish(world, page)
    before, number = stored(world, kind, "title"), world.key(kind)
    url = reverse(EDIT[kind].replace(":edit", ":edit_multiple"), args=[number])
    data = {"title": "Tên khác", "collection": world.key("collection"), "file": samples.upload(*NEW[kind])}
    form = {f"{'doc' if kind == 'document' else kind}-{number}-{name}": value for name, value in data.items()}
    answer = world.clients["quantri"].post(url, form).json()
    assert not answer["success"] and SEND_THE_PAGE in answer["form"]
    assert stored(world, kind, "title") == before


def test_when_the_page_leaves_the_words_are_free_again(world, page):
    publish(world, page)
    page.refresh_from_db()
    page.unpublish()
    assert save(world, "document", title="Tên mới").status_code == 302
