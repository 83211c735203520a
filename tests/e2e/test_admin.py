"""The administration in a real browser, under the policy it is served with."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.models import Page

from news.models import ArticlePage
from tests.builders import make_user
from tests.world import make_world

pytestmark = [pytest.mark.browser, pytest.mark.services]


@pytest.fixture
def administrator(browser_page, complaints):
    make_user("quantri", is_superuser=True)
    browser_page.goto("/quan-tri/")
    browser_page.fill("#id_username", "quantri")
    browser_page.fill("#id_password", "mat-khau")
    browser_page.click("button[type=submit]")
    browser_page.wait_for_url("**/quan-tri/")
    return browser_page


def test_the_policy_lets_the_editor_work(administrator, complaints):
    home = Page.objects.get(depth=2)
    for path in ("/quan-tri/", f"/quan-tri/pages/{home.pk}/", f"/quan-tri/pages/{home.pk}/edit/"):
        administrator.goto(path, wait_until="networkidle")
    assert complaints == []


def test_a_page_is_saved_from_the_form_and_its_address_is_plain(administrator):
    home = Page.objects.get(depth=2)
    administrator.goto(f"/quan-tri/pages/add/editorial/sectionpage/{home.pk}/", wait_until="networkidle")
    administrator.locator("#id_title").press_sequentially("Tin tức – Sự kiện Đảng ủy xã Đại Mỗ")
    administrator.keyboard.press("Tab")
    expect(administrator.locator("#id_slug")).to_have_value("tin-tuc-su-kien-dang-uy-xa-dai-mo")
    administrator.click("button.action-save")
    administrator.wait_for_url("**/edit/")
    assert Page.objects.get(title__startswith="Tin tức").slug == "tin-tuc-su-kien-dang-uy-xa-dai-mo"


def test_nothing_is_asked_from_outside(administrator):
    asked = []
    administrator.on("request", lambda request: asked.append(request.url))
    administrator.goto("/quan-tri/", wait_until="networkidle")
    assert asked and not [url for url in asked if not url.startswith(("http://localhost", "data:", "blob:"))]


def test_a_collaborator_writes_an_article_and_submits_it(browser_page, complaints):
    world = make_world()
    browser_page.goto("/quan-tri/")
    browser_page.fill("#id_username", "congtacvien")
    browser_page.fill("#id_password", "mat-khau")
    browser_page.click("button[type=submit]")
    browser_page.wait_for_url("**/quan-tri/")
    section = world.key("section")
    browser_page.goto(f"/quan-tri/pages/add/news/articlepage/{section}/", wait_until="networkidle")
    browser_page.locator("#id_title").press_sequentially("Khai giảng lớp học bơi")
    write_paragraph(browser_page, "Bốn mươi em đã đến lớp.")
    browser_page.locator("footer .w-dropdown__toggle, footer [data-w-dropdown-target=toggle]").first.click()
    browser_page.locator("[name=action-submit]").first.click()
    browser_page.wait_for_load_state("networkidle")
    page = ArticlePage.objects.get(title="Khai giảng lớp học bơi")
    assert not page.live and "Bốn mươi em" in str(page.get_latest_revision_as_object().body)
    assert page.current_workflow_task.specific.decider == "truong-don-vi"
    assert complaints == []


def write_paragraph(page, text):
    """Puts a block of text into the body and types in it."""
    body = page.locator("[data-contentpath=body]")
    body.locator("button[title], .c-sf-add-button").first.click()
    page.get_by_role("option").first.click()
    editor = body.locator(".public-DraftEditor-content")
    editor.click()
    editor.press_sequentially(text)
    expect(body.locator("[name=body-0-value]")).to_have_value(re.compile(text))
