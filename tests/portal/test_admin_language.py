"""The admin speaks Vietnamese: no screen an editor meets shows a text in English."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask, get_page_models

from agency.models import User
from home.models import HomePage
from tests.builders import make_home, make_site, make_user
from tests.language import addresses, block_texts, english_on, labels, side_bar, visible_texts

SCREENS = [
    "wagtailadmin_home",
    "wagtailadmin_explore_root",
    "wagtailadmin_account",
    "wagtailimages:index",
    "wagtailimages:add",
    "wagtaildocs:index",
    "wagtaildocs:add",
    "wagtailmedia:index",
    "wagtailusers_users:index",
    "wagtailusers_users:add",
    "wagtailusers_groups:index",
    "wagtailusers_groups:add",
    "wagtailsites:index",
    "wagtailsites:add",
    "wagtailredirects:index",
    "wagtailredirects:add",
    "wagtailadmin_collections:index",
    "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:add",
    "wagtailadmin_workflows:task_index",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:aging_pages",
    "wagtailadmin_reports:page_types_usage",
]
PAGE_SCREENS = ["edit", "history", "usage", "copy", "move", "delete", "unpublish", "add_subpage"]


@pytest.fixture
def administrator(client, db):
    make_site()
    client.force_login(make_user(is_superuser=True, is_staff=True))
    return client


def test_menu_is_vietnamese(administrator):
    named = labels(side_bar(administrator.get(reverse("wagtailadmin_home")).text))
    assert {"Báo cáo", "Thiết lập", "Ảnh"} <= named
    assert english_on(named) == set()


def test_every_screen_of_the_menu_is_vietnamese(administrator):
    make_home()
    menu = addresses(side_bar(administrator.get(reverse("wagtailadmin_home")).text))
    screens = {url for url in menu if url.startswith("/quan-tri/") and "logout" not in url}
    assert len(screens) > 25
    assert {url: found for url in screens if (found := english_at(administrator, url))} == {}


def english_at(client, url: str) -> set[str]:
    """English on a screen and, when it is a register, on its form for a new entry."""
    html = client.get(url, follow=True).text
    form = BeautifulSoup(html, "html.parser").find("a", href=re.compile(r"/(create|new)/$"))
    shown = visible_texts(html)
    return english_on(shown | visible_texts(client.get(form["href"]).text) if form else shown)


def test_texts_of_scripts_are_vietnamese(administrator):
    script = administrator.get(reverse("wagtailadmin_javascript_catalog")).text
    assert '"Add a comment": "Th\\u00eam \\u00fd ki\\u1ebfn"' in script


@pytest.mark.parametrize("name", SCREENS)
def test_screen_is_vietnamese(administrator, name):
    response = administrator.get(reverse(name))
    assert response.status_code == 200
    assert english_on(visible_texts(response.text)) == set()


@pytest.fixture
def page_in_moderation(administrator):
    """A live page with a newer draft that waits for a decision."""
    page = make_site().root_page
    page.save_revision().publish()
    task = GroupApprovalTask.objects.create(name="Trưởng phòng")
    workflow = Workflow.objects.create(name="Ba cấp")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page.save_revision()
    workflow.start(page, User.objects.get())
    return page


@pytest.mark.parametrize("name", PAGE_SCREENS)
def test_screen_of_a_page_is_vietnamese(administrator, page_in_moderation, name):
    response = administrator.get(
        reverse(f"wagtailadmin_pages:{name}", args=[page_in_moderation.pk]), follow=True
    )
    assert response.status_code == 200
    assert english_on(visible_texts(response.text)) == set()


OUR_PAGES = [model for model in get_page_models() if model.is_creatable and model is not Page]


@pytest.mark.parametrize("model", OUR_PAGES, ids=lambda model: model.__name__)
def test_editor_of_a_page_is_vietnamese(administrator, model):
    parent = parent_of(model)
    place = [model._meta.app_label, model._meta.model_name, parent.pk]
    html = administrator.get(reverse("wagtailadmin_pages:add", args=place)).text
    assert str(capfirst(model._meta.verbose_name)) in " ".join(visible_texts(html))
    assert english_on(visible_texts(html) | block_texts(html)) == set()


def parent_of(model: type[Page]) -> Page:
    """A page below which one of `model` may be made."""
    home, kinds = make_home(), model.allowed_parent_page_models()
    if Page in kinds and HomePage not in kinds:
        return Page.get_first_root_node()
    if HomePage in kinds:
        return home
    return home.add_child(instance=kinds[0](title="Chuyên mục", slug="chuyen-muc"))


def test_blocks_an_editor_may_add_are_read_by_these_tests(administrator):
    home = make_home()
    url = reverse("wagtailadmin_pages:add", args=["home", "standardpage", home.pk])
    assert {"Bộ ảnh", "Trích dẫn", "Chú thích"} <= block_texts(administrator.get(url).text)


def test_decision_about_a_page_is_vietnamese(administrator, page_in_moderation):
    html = administrator.get(reverse("wagtailadmin_pages:edit", args=[page_in_moderation.pk])).text
    assert {"Duyệt và đăng", "Trả lại", "Hủy quy trình duyệt"} <= visible_texts(html)


def test_login_is_vietnamese(visitor):
    texts = visible_texts(visitor.get(reverse("wagtailadmin_login")).text)
    assert "Mật khẩu" in texts
    assert english_on(texts) == set()
