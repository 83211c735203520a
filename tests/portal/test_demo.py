"""The demonstration as a visitor and its officials find it."""

from __future__ import annotations

from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.utils.html import strip_tags
from wagtail.models import Page

from agency.models import Person, Unit, User
from agency.working_days import is_working_day
from docs.choices import Validity
from docs.models import DocumentPage
from editorial.models import EditorialPage, StageTask, StageTaskState
from home.models import Banner, StandardPage
from news.models import ArticlePage, TopicPage
from portal.demo import open_accounts
from portal.demo.drafts import DRAFTS
from portal.roles import ROLES
from portal.settings.files import from_disk
from procedures.models import ProcedurePage
from questions.models import AnswerPage

pytestmark = pytest.mark.django_db
PASSWORD = "mot-mat-khau-dai"


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, tmp_path_factory):
    """One commune for all tests of this module, taken away at its end; its files lie on the disk."""
    folder = tmp_path_factory.mktemp("demo")
    on_disk = override_settings(STORAGES=settings.STORAGES | from_disk(folder, settings.MEDIA_URL))
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, on_disk, transaction.atomic():
        patch.setenv("DEMO_PASSWORD", PASSWORD)
        yield set_up()
        transaction.set_rollback(True)


def set_up() -> str:
    out = StringIO()
    call_command("setup_portal", preset="xa", demo=True, host="testserver", stdout=out)
    return out.getvalue()


def live(model):
    return model.objects.live().public()


def every_row() -> dict[str, list]:
    """All rows of the portal's own tables and of the pages."""
    own = ("agency", "assets", "search", "editorial", "news", "procedures", "docs", "questions", "home")
    models = [model for model in apps.get_models() if model._meta.app_label in (*own, "wagtailcore", "auth")]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


def test_the_commune_is_as_large_as_promised(demo):
    counts = {
        Unit: 20,
        Person: 20,
        ArticlePage: 24,
        TopicPage: 3,
        ProcedurePage: 12,
        DocumentPage: 30,
        AnswerPage: 12,
        StandardPage: 7,
    }
    for model, count in counts.items():
        rows = (
            live(model)
            if issubclass(model, Page)
            else model.objects.current()
            if model is Unit
            else model.objects
        )
        assert rows.count() == count, model
    assert Banner.objects.count() == 3


def test_every_public_page_answers(demo, client):
    pages = live(EditorialPage).specific()
    assert pages.count() > 110
    for page in pages:
        assert client.get(page.url).status_code == 200, page.url


def test_no_block_of_the_front_page_is_empty(demo, client):
    front = client.get("/").text
    assert "Mục này chưa có nội dung nào được đăng." not in front
    assert all(banner.alt in front for banner in Banner.objects.all())


def test_six_pages_wait_at_every_stage(demo):
    for stage in StageTask.objects.filter(workflow_tasks__workflow__chains__isnull=False).distinct():
        assert StageTaskState.objects.open().filter(task=stage).count() == 6


def test_run_again_it_changes_nothing(demo):
    before = every_row()
    said = set_up()
    assert every_row() == before
    assert PASSWORD not in said


@pytest.mark.parametrize("role", [role.slug for role in ROLES])
def test_every_role_logs_in(demo, role):
    client = Client()
    form = {"username": role, "password": PASSWORD}
    assert client.post("/quan-tri/login/", form).status_code == 302
    assert client.get("/quan-tri/").status_code == 200


def test_a_visitor_downloads_every_document(demo, client):
    for page in live(DocumentPage):
        (row,) = page.files.all()
        answer = client.get(row.document.url, follow=True)
        assert answer.status_code == 200 and b"".join(answer).startswith(b"%PDF"), page.url


def test_every_picture_of_the_news_is_public(demo):
    pages = live(ArticlePage)
    assert pages.count() == 24
    for page in pages:
        assert page.picture.is_public
        assert page.picture_alt != page.picture_caption


def test_no_draft_is_found_or_read(demo, client):
    for draft in [draft for stage in DRAFTS for draft in stage]:
        answer = client.get("/tim-kiem/", {"q": draft.title})
        assert f">{draft.title}<" not in answer.text and draft.title not in titles(answer)
        page = Page.objects.get(title=draft.title)
        assert client.get(page.url).status_code == 404


def titles(answer) -> list[str]:
    return [strip_tags(hit.title) for hit in answer.context["listing"].results.hits]


def test_what_is_public_is_found(demo, client):
    answer = client.get("/tim-kiem/", {"q": "dang ky khai sinh"})
    assert titles(answer)[0] == "Thủ tục đăng ký khai sinh"


def test_documents_are_in_every_state_and_of_working_days(demo):
    pages = list(live(DocumentPage))
    assert {page.validity() for page in pages} >= {
        Validity.IN_FORCE,
        Validity.PARTLY,
        Validity.EXPIRED,
        Validity.NOT_YET,
    }
    assert all(is_working_day(page.issue_date) for page in pages)
    kinds = {row.kind for page in pages for row in page.relations.all()}
    assert kinds >= {"amends", "replaces", "abrogates", "guides", "based_on"}


def test_without_a_chosen_password_one_is_made_once(demo):
    user = User.objects.get(username=ROLES[0].slug)
    user.set_unusable_password()
    user.save()
    names, password = open_accounts()
    user.refresh_from_db()
    assert names == [user.username] and user.check_password(password)
    assert open_accounts()[0] == []
