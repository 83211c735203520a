"""A restricted draft is known to who wrote it and to those who decide about it, and to nobody else."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from editorial.models import Action, Decision, EditorialPage, Letter
from news.models import ArticlePage
from tests import builders
from tests.access import MATRIX

pytestmark = pytest.mark.django_db
TITLE = "Kế hoạch diễn tập phòng thủ"
LATER = "Kế hoạch diễn tập bản sửa"
OUTSIDE = ("bientap", "xuatban", "quantri", "truongban")


@pytest.fixture
def world(world):
    """A restricted draft sent to its first stage, with a picture, a comment, a lock and a history."""
    writer = world.users["congtacvien"]
    page = builders.make_article(
        TITLE,
        parent=world.things["section"],
        live=False,
        owner=writer,
        unit=world.things["unit"],
        restricted=True,
        **picture(world),
    )
    page.save_revision(user=writer, log_action=True)
    world.things["restricted"] = page
    return world


def picture(world):
    image = world.things["image"]
    return {"picture": image, "picture_alt": "Bãi tập", "picture_caption": "Thao trường"}


def send(world):
    world.things["workflow"].start(world.things["restricted"], world.users["congtacvien"])


def listings(world):
    """Every address of the matrix that is read, with those that list what uses a thing."""
    for row in MATRIX:
        if row.method == "get":
            yield row.url(world)
    image, document = world.key("image"), world.key("document")
    yield reverse("wagtailimages:image_usage", args=[image])
    yield reverse("wagtaildocs:document_usage", args=[document])
    yield reverse("wagtailadmin_choose_page") + "?page_type=wagtailcore.page"
    yield reverse("wagtailadmin_choose_page_child", args=[world.key("section")])
    yield reverse("wagtailadmin_choose_page_search") + "?q=diễn+tập"
    yield reverse("wagtailadmin_pages:search") + "?q=diễn+tập"
    yield reverse("wagtailadmin_api:pages:listing") + "?limit=100&fields=*"
    yield reverse("wagtailadmin_api:pages:listing") + f"?child_of={world.key('section')}"
    yield reverse("wagtailadmin_home")
    yield reverse("wagtailadmin_pages:type_use", args=["news", "articlepage"])
    yield reverse("wagtailadmin_explore", args=[world.key("section")])
    for report in ("workflow", "workflow_tasks", "site_history", "aging_pages", "locked_pages"):
        yield reverse(f"wagtailadmin_reports:{report}")
        yield reverse(f"wagtailadmin_reports:{report}") + "?export=csv"
    for name in ("edit", "view_draft", "history", "usage", "workflow_history", "revisions_index"):
        yield reverse(f"wagtailadmin_pages:{name}", args=[world.key("restricted")])
    for name in ("editorial_trail", "editorial_checks", "editorial_previews"):
        yield reverse(name, args=[world.key("restricted")])
    yield reverse("editorial_trail_list") + "?q=diễn"
    for name in ("delete", "move", "copy", "unpublish", "convert_alias"):
        yield reverse(f"wagtailadmin_pages:{name}", args=[world.key("restricted")])
    page, section = world.key("restricted"), world.key("section")
    yield reverse("wagtailadmin_explore", args=[page])
    yield reverse("wagtailadmin_pages:move_confirm", args=[page, section])
    yield reverse("wagtailadmin_pages:set_privacy", args=[page])
    yield reverse("wagtailadmin_pages:add_subpage", args=[page])
    for deed in ("delete", "move", "publish", "unpublish"):
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", deed])
        yield f"{bulk}?id={page}"
        yield f"{bulk}?id=all&childOf={section}"
    revision = world.things["restricted"].latest_revision_id
    yield reverse("wagtailadmin_pages:revisions_view", args=[world.key("restricted"), revision])
    yield reverse("wagtailadmin_pages:revisions_revert", args=[world.key("restricted"), revision])
    yield reverse("wagtailadmin_pages:revisions_compare", args=[world.key("restricted"), "live", "latest"])


def told(client, urls, *titles):
    """The addresses whose answer names the draft."""
    found = []
    for url in urls:
        response = client.get(url)
        body = b"".join(response.streaming_content) if response.streaming else response.content
        if any(title in body.decode(errors="replace") for title in titles):
            found.append(url)
    return found


@pytest.mark.parametrize("role", OUTSIDE)
def test_nobody_outside_the_chain_meets_it_anywhere(world, role):
    send(world)
    assert "\n".join(told(world.clients[role], listings(world), TITLE)) == ""


def test_its_writer_and_who_decides_find_it(world):
    send(world)
    page = world.things["restricted"]
    for role in ("congtacvien", "truongphong"):
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert TITLE in world.clients[role].get(edit).content.decode()
        explorer = reverse("wagtailadmin_explore", args=[world.key("section")])
        assert told(world.clients[role], [explorer], TITLE)


def restrict_a_draft_of(world, page):
    """An official changes a public page and marks the change restricted."""
    draft = page.get_latest_revision_as_object()
    draft.title, draft.restricted, draft.owner = LATER, True, page.owner
    draft.save_revision(user=world.users["congtacvien"], log_action=True)
    return ArticlePage.objects.get(pk=page.pk)


@pytest.mark.parametrize("role", ["bientap", "quantri"])
def test_a_restricted_change_of_a_public_page_is_met_nowhere(world, role):
    page = world.things["live"]
    ArticlePage.objects.filter(pk=page.pk).update(owner=world.users["congtacvien"])
    world.things["restricted"] = restrict_a_draft_of(world, ArticlePage.objects.get(pk=page.pk))
    assert "\n".join(told(world.clients[role], listings(world), LATER)) == ""


def test_visitors_go_on_reading_the_public_text(world):
    page = restrict_a_draft_of(world, world.things["live"])
    said = Client().get(page.url)
    assert said.status_code == 200
    assert "Xã khởi công cầu" in said.content.decode() and LATER not in said.content.decode()


def test_published_it_is_restricted_no_longer(world):
    page = world.things["restricted"]
    builders.publish(page.get_latest_revision())
    page = ArticlePage.objects.get(pk=page.pk)
    assert page.live and not page.restricted
    assert not page.get_latest_revision_as_object().restricted
    assert Client().get(page.url).status_code == 200


def test_a_newer_restricted_draft_stays_so_when_an_older_text_is_published(world):
    page = world.things["live"]
    older = page.save_revision()
    restrict_a_draft_of(world, ArticlePage.objects.get(pk=page.pk))
    builders.publish(older)
    assert EditorialPage.objects.get(pk=page.pk).restricted


def test_marking_is_no_change_of_the_text(world):
    page = world.things["draft"]
    page.restricted = True
    page.save_revision(user=world.users["congtacvien"])
    assert not Decision.objects.filter(page=page.pk, action=Action.EDITED).exists()
    assert EditorialPage.objects.get(pk=page.pk).restricted


def test_the_form_offers_it(world):
    url = reverse("wagtailadmin_pages:edit", args=[world.key("draft")])
    assert 'name="restricted"' in world.clients["congtacvien"].get(url).content.decode()


def test_no_letter_names_a_restricted_change_of_a_public_page(world):
    page = restrict_a_draft_of(world, world.things["live"])
    Letter.objects.all().delete()
    world.things["workflow"].start(page, world.users["congtacvien"])
    assert Letter.objects.exists()
    for letter in Letter.objects.all():
        assert LATER not in letter.subject + letter.text + letter.html


def test_privacy_of_a_section_does_not_open_it(world):
    PageViewRestriction.objects.all().delete()
    assert Client().get(world.things["restricted"].url).status_code == 404
