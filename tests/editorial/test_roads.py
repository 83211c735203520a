"""Every road by which a page reaches the public, and every road out (decision 7)."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, PageViewRestriction

from news.models import ArticlePage
from search.models import Entry
from tests.builders import make_article, make_section, make_site, make_user
from tests.forms import filled

pytestmark = pytest.mark.django_db

TITLE = "Tin thử đường đi"


@pytest.fixture
def admin(client):
    user = make_user("quan-tri", is_superuser=True)
    client.force_login(user)
    return user


@pytest.fixture
def draft():
    return make_article(TITLE, live=False)


@pytest.fixture
def page():
    return make_article(TITLE)


def is_public(page, client):
    """What visitor, index, feed and sitemap say; they must agree."""
    client.logout()
    url = f"/{'/'.join(page.url_path.strip('/').split('/')[1:])}/"
    section = page.get_parent()
    answers = {
        f"<h1>{page.title}</h1>" in client.get(url).content.decode(),
        Entry.objects.filter(page=page.pk).exists(),
        url in client.get("/sitemap-pages.xml").content.decode(),
        f"{url}</link>" in client.get(f"{section.url}rss/").content.decode() if section.live else False,
    }
    assert len(answers) == 1, answers
    return answers.pop()


def publish_by_button(page, client, admin):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(url, {**filled(client.get(url)), "action-publish": "1"})


def publish_in_bulk(page, client, admin):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{url}?id={page.pk}", {})


def publish_by_schedule(page, client, admin):
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    page.get_latest_revision().publish()
    assert not Entry.objects.filter(page=page.pk).exists()
    past = timezone.now() - timedelta(minutes=1)
    revision = page.get_latest_revision()
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    Page.objects.filter(pk=page.pk).update(go_live_at=past)
    call_command("publish_scheduled")


def publish_by_revision(page, client, admin):
    page.save_revision().publish()


def publish_by_action(page, client, admin):
    PublishPageRevisionAction(page.save_revision(), user=admin).execute()


ROADS_IN = [
    publish_by_button,
    publish_in_bulk,
    publish_by_schedule,
    publish_by_revision,
    publish_by_action,
]


@pytest.mark.parametrize("road", ROADS_IN, ids=lambda road: road.__name__)
def test_a_road_in_reaches_page_index_feed_and_sitemap_at_once(road, draft, client, admin):
    assert not is_public(draft, client)
    client.force_login(admin)
    road(draft, client, admin)
    assert is_public(draft, client)


def test_a_copy_published_with_its_tree_is_found(page, client, admin):
    section = page.get_parent().specific
    copy = section.copy(recursive=True, update_attrs={"slug": "ban-sao"}, keep_live=True, user=admin)
    copied = ArticlePage.objects.child_of(copy).get()
    assert is_public(copied, client)


def test_a_copy_kept_as_a_draft_is_not_found(page, client):
    copied = page.copy(update_attrs={"slug": "ban-sao"}, keep_live=False)
    assert not is_public(copied, client)


def test_an_alias_is_found_and_follows_its_source(page, client):
    other = make_section("Chuyên mục khác")
    alias = page.create_alias(parent=other)
    assert is_public(alias, client)
    page.unpublish()
    alias.refresh_from_db()
    assert not is_public(alias, client)


def unpublish_specific(page):
    page.unpublish()


def unpublish_plain(page):
    Page.objects.get(pk=page.pk).unpublish()


def unpublish_with_descendants(page):
    from wagtail.actions.unpublish_page import UnpublishPageAction

    action = UnpublishPageAction(
        page.get_parent(), user=make_user(is_superuser=True), include_descendants=True
    )
    action.execute()


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled")


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def restrict_section(page):
    PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=PageViewRestriction.PASSWORD, password="bi-mat"
    )


def move_under_restricted(page):
    secret = make_section("Dành cho cán bộ")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    page.move(secret, pos="last-child")


ROADS_OUT = [
    unpublish_specific,
    unpublish_plain,
    unpublish_with_descendants,
    expire,
    restrict,
    restrict_section,
    move_under_restricted,
]


@pytest.mark.parametrize("road", ROADS_OUT, ids=lambda road: road.__name__)
def test_a_road_out_leaves_nothing_behind(road, page, client):
    assert is_public(page, client)
    road(page)
    assert not is_public(ArticlePage.objects.get(pk=page.pk), client)


def delete_specific(page):
    page.delete()


def delete_plain(page):
    Page.objects.get(pk=page.pk).delete()


def delete_section(page):
    page.get_parent().delete()


@pytest.mark.parametrize(
    "road", [delete_specific, delete_plain, delete_section], ids=lambda road: road.__name__
)
def test_a_deleted_page_leaves_nothing_behind(road, page, client):
    url = page.url
    road(page)
    assert not Entry.objects.filter(title=TITLE).exists()
    assert client.get(url).status_code == 404


def test_unpublishing_in_bulk_leaves_nothing_behind(page, client, admin):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    client.post(f"{url}?id={page.pk}", {})
    assert not is_public(ArticlePage.objects.get(pk=page.pk), client)


def test_a_lifted_restriction_brings_the_page_back(page, client, django_capture_on_commit_callbacks):
    restriction = PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    with django_capture_on_commit_callbacks(execute=True):
        restriction.delete()
    assert is_public(page, client)


def test_a_moved_section_is_found_at_its_new_address(page, client, django_capture_on_commit_callbacks):
    target = make_section("Nơi mới")
    with django_capture_on_commit_callbacks(execute=True):
        page.get_parent().move(target, pos="last-child")
    moved = ArticlePage.objects.get(pk=page.pk)
    assert moved.url.startswith("/noi-moi/") and is_public(moved, client)


def test_a_draft_of_a_live_page_changes_nothing_for_visitors(page, client):
    page.title = "Tên nháp bí mật"
    page.save_revision()
    html = client.get(page.url).content.decode()
    assert "Tên nháp bí mật" not in html and TITLE in html
    assert not Entry.objects.filter(title__contains="bí mật").exists()


def test_what_cannot_be_indexed_is_not_published(draft, client, monkeypatch):
    def broken(self):
        raise RuntimeError("index")

    monkeypatch.setattr(ArticlePage, "search_entry", broken)
    with pytest.raises(RuntimeError):
        draft.save_revision().publish()
    assert not Page.objects.get(pk=draft.pk).live


def test_a_renamed_unit_is_renamed_in_the_index(page, django_capture_on_commit_callbacks):
    from tests.builders import make_unit

    unit = make_unit("Phòng Kinh tế", site=make_site())
    page.unit = unit
    page.save_revision().publish()
    unit.name = "Phòng Kinh tế và Hạ tầng"
    with django_capture_on_commit_callbacks(execute=True):
        unit.save()
    entry = Entry.objects.get(page=page.pk)
    assert "Phòng Kinh tế và Hạ tầng" in set(entry.facets.values_list("value", flat=True))
