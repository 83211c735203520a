"""The portal in a real browser: keyboard, narrow screens, no scripts, nothing from outside."""

import pytest
from playwright.sync_api import expect

from tests.kinds import make_kinds

pytestmark = [pytest.mark.browser, pytest.mark.services]
TITLE = "Ra quân nạo vét kênh"


@pytest.fixture
def kinds(live_server):
    return make_kinds()


@pytest.fixture
def page(browser_page, kinds):
    return browser_page


@pytest.fixture
def without_scripts(chromium, live_server, kinds):
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False, locale="vi-VN")
    yield context.new_page()
    context.close()


def tab_to(page, target, most=60):
    """Presses Tab until `target` (a locator) has the focus."""
    for _press in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{target} was not reached with {most} tabs")


def test_an_article_is_found_and_read_with_the_keyboard_alone(page):
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
    page.goto("/")
    tab_to(page, page.locator("input[name=q]:visible").first)
    page.keyboard.type("nao vet kenh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?**")
    tab_to(page, page.locator("main a", has_text=TITLE).first)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(TITLE)


def test_the_focus_is_seen_wherever_it_stands(page):
    """Each stop of the front page has an outline or a shadow of its own while it has the focus."""
    page.goto("/")
    for _press in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement);"
            " return [document.activeElement.tagName, s.outlineStyle, s.outlineWidth, s.boxShadow] }"
        )
        tag, outline, width, shadow = style
        assert tag == "BODY" or (outline != "none" and width != "0px") or shadow != "none", style


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_scrolls_sideways(page, kinds, width):
    page.set_viewport_size({"width": width, "height": 740})
    wide = {}
    for path in kinds.values():
        page.goto(path)
        extra = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if extra > 0:
            wide[path] = extra
    assert wide == {}


def test_every_page_is_quiet(page, kinds):
    """No complaint in the console, no request to another host, no cookie."""
    complaints, hosts = [], set()
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for path in kinds.values():
        page.goto(path, wait_until="networkidle")
    assert complaints == []
    assert hosts == {page.url.split("/")[2]}
    assert page.context.cookies() == []


def test_without_scripts_the_portal_is_searched_filtered_and_asked(without_scripts):
    page = without_scripts
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/")
    page.locator("main input[name=q], header input[name=q]").last.fill("nạo vét kênh")
    page.keyboard.press("Enter")
    page.locator("main a", has_text=TITLE).first.click()
    expect(page.locator("h1")).to_have_text(TITLE)
    page.goto("/hoi-dap/gui-cau-hoi/")
    page.locator("main form button[type=submit]").last.click()
    expect(page.locator("main form")).to_be_visible()


def test_without_scripts_the_menu_leads_to_every_section(without_scripts):
    page = without_scripts
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/")
    page.locator(".menu--narrow summary").click()
    link = page.locator(".menu--narrow a", has_text="Tin tức")
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("h1")).to_contain_text("Tin tức")
