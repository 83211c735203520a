"""A file that only hidden drafts use is hidden with them, in lists, choosers and forms and when fetched."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.log_actions import log

from news.models import ArticlePage
from tests import builders
from tests.assets.owners import body, readable
from tests.forms import filled

pytestmark = pytest.mark.django_db
KINDS = ("document", "image", "media")
APPS = ("docs", "images", "media")
SECRET = "Phương án bảo vệ kho"
OUTSIDE = ("bientap", "quantri", "truongban")


@pytest.fixture
def files(world):
    """A file of each kind, uploaded by the writer of the drafts; the administrator changed them."""
    told = {"collection": world.things["collection"], "uploaded_by_user": world.users["congtacvien"]}
    makers = (builders.make_document, builders.make_image, builders.make_media)
    made = {kind: make(SECRET, **told) for kind, make in zip(KINDS, makers, strict=True)}
    for file in made.values():
        log(file, "wagtail.edit", user=world.users["quantri"])
    return made


def draft(world, files, title="Dự thảo kín", **fields):
    fields = {"owner": world.users["congtacvien"], "unit": world.things["unit"], **fields}
    section = world.things["section"]
    return builders.make_article(title, parent=section, live=False, body=body(**files), **fields)


def restricted_change(world, files):
    """A restricted change of a public page, which alone brings the files."""
    page = ArticlePage.objects.get(pk=world.key("live")).get_latest_revision_as_object()
    page.body, page.restricted = body(**files), True
    page.save_revision(user=world.users["congtacvien"])
    return page


def restricted_draft(world, files):
    return draft(world, files, restricted=True)


def without_them_again(world, files):
    """A restricted draft that used the files in an earlier version."""
    page = draft(world, files, restricted=True)
    page.body = []
    page.save_revision()
    return page


HIDING = [restricted_draft, restricted_change, without_them_again]


def lists():
    """Where the library shows titles: lists, searches, choosers, reports, answers to programs."""
    yield from (reverse(f"wagtail{app}:index") for app in APPS)
    yield from (reverse(f"wagtail{app}:index") + "?q=phương" for app in APPS)
    yield from (reverse(f"wagtail{app}:index_results") for app in ("docs", "images"))
    yield from (reverse(f"wagtail{app}_chooser:choose") for app in ("docs", "images"))
    yield from (reverse(f"wagtail{app}_chooser:choose_results") + "?q=phương" for app in ("docs", "images"))
    yield reverse("wagtailmedia:chooser")
    yield reverse("wagtailmedia:chooser_typed", args=["audio"]) + "?q=phương"
    yield from (reverse(f"wagtailadmin_api:{kind}:listing") + "?fields=*" for kind in ("documents", "images"))
    yield reverse("wagtailadmin_reports:site_history")
    yield reverse("wagtailadmin_reports:site_history_results")
    yield reverse("wagtailadmin_reports:site_history") + "?export=csv"


def forms(files):
    """Addresses of the files themselves."""
    document, image, media = (files[kind].pk for kind in KINDS)
    numbered = list(zip(APPS, (document, image, media), strict=True))
    for name in ("edit", "delete"):
        yield from (reverse(f"wagtail{app}:{name}", args=[pk]) for app, pk in numbered)
    for kind, (app, pk) in zip(KINDS, numbered, strict=True):
        yield reverse(f"wagtail{app}:{kind}_usage", args=[pk])
    yield reverse("wagtailimages:preview", args=[image, "original"])
    yield reverse("wagtaildocs_chooser:chosen", args=[document])
    yield reverse("wagtailimages_chooser:chosen", args=[image])
    yield reverse("wagtailimages_chooser:select_format", args=[image])
    yield reverse("wagtailmedia:media_chosen", args=[media])
    yield reverse("wagtailadmin_api:documents:detail", args=[document])
    yield reverse("wagtailadmin_api:images:detail", args=[image])
    for kind, pk in (("document", document), ("image", image)):
        for action in ("add_tags", "add_to_collection", "delete"):
            yield reverse("wagtail_bulk_action", args=["assets", f"custom{kind}", action]) + f"?id={pk}"


def told(client, urls):
    """The addresses whose answer names a file, or gives it."""
    answers = {url: client.get(url) for url in urls}
    return [url for url, answer in answers.items() if names_it(answer)]


def names_it(answer):
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = content.decode(errors="replace")
    picture = answer["Content-Type"].startswith("image/") and answer.status_code == 200
    return picture or SECRET in text or json.dumps(SECRET)[1:-1] in text


@pytest.mark.parametrize("role", OUTSIDE)
@pytest.mark.parametrize("hide", HIDING, ids=lambda hide: hide.__name__)
def test_who_may_not_see_the_draft_meets_its_files_nowhere(world, files, hide, role):
    hide(world, files)
    client = world.clients[role]
    assert "\n".join(told(client, [*lists(), *forms(files)])) == ""
    assert not any(readable(file, client) for file in files.values())


def test_its_writer_and_who_decides_find_and_read_them(world, files):
    page = draft(world, files, restricted=True)
    world.things["workflow"].start(page, world.users["congtacvien"])
    for role in ("congtacvien", "truongphong"):
        assert told(world.clients[role], [reverse("wagtaildocs_chooser:choose")])
        assert readable(files["document"], world.clients[role])


def also_on_a_page_he_sees(world, files):
    draft(world, files, restricted=True)
    builders.make_article("Tin khác", parent=world.things["section"], body=body(**files))


def on_no_page(world, files):
    """Nobody uses the files yet."""


def published(world, files):
    builders.publish(draft(world, files, restricted=True).get_latest_revision())


SHOWING = [also_on_a_page_he_sees, on_no_page, published]


@pytest.mark.parametrize("show", SHOWING, ids=lambda show: show.__name__)
def test_files_of_what_he_sees_are_as_before(world, files, show):
    show(world, files)
    client = world.clients["quantri"]
    expected = {reverse(f"wagtail{app}:index") for app in APPS}
    assert expected <= set(told(client, lists()))
    assert len(told(client, forms(files))) > 10


def test_who_uploaded_a_file_sees_it_in_whatever_draft(world, files):
    page = draft(world, files, owner=world.users["quantri"], unit=None, restricted=True)
    assert page.owner == world.users["quantri"]
    assert told(world.clients["congtacvien"], [reverse("wagtaildocs:index")])


def test_a_number_typed_by_hand_opens_no_file(world, files):
    draft(world, files, restricted=True)
    url = reverse("wagtailadmin_pages:edit", args=[world.key("foreign")])
    client = world.clients["quantri"]
    chosen = {"picture": files["image"].pk, "picture_alt": "Kho", "picture_caption": "Ảnh"}
    form = filled(client.get(url)) | chosen
    for address in (url, reverse("wagtailadmin_pages:preview_on_edit", args=[world.key("foreign")])):
        answer = client.post(address, form)
        assert answer.status_code == 200
        assert not answer["Content-Type"].startswith("application/json") or not answer.json()["is_valid"]
    assert "một tệp mà bạn không được xem" in client.post(url, form).content.decode()
    assert not told(client, [reverse("wagtailimages:index")])
    form["picture"] = world.key("image")
    assert client.post(url, form).status_code == 302


@pytest.mark.parametrize("app", APPS)
def test_a_list_asks_as_many_questions_for_many_files(world, files, app):
    url, client = reverse(f"wagtail{app}:index"), world.clients["quantri"]
    draft(world, files, restricted=True)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(5):
        draft(world, {"document": builders.make_document(f"Kín {number}")}, f"Kín {number}", restricted=True)
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) <= len(few)
