"""Titles offered while one types, with the keyboard alone and as a screen reader is told."""

import pytest
from playwright.sync_api import expect

from tests.kinds import make_kinds

pytestmark = [pytest.mark.browser, pytest.mark.services]
TITLE = "Ra quân nạo vét kênh"


@pytest.fixture
def page(live_server, browser_page):
    make_kinds()
    browser_page.goto("/tim-kiem/")
    return browser_page


@pytest.fixture
def asked(page):
    """The addresses suggestions were asked from."""
    addresses = []
    page.on("request", lambda request: "goi-y.json" in request.url and addresses.append(request.url))
    return addresses


def test_a_title_is_chosen_with_the_keyboard_alone(page, asked, complaints):
    field = page.locator("#results-search")
    field.focus()
    expect(field).to_have_attribute("role", "combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("nao vet", delay=30)
    options = page.get_by_role("option")
    expect(options).to_have_count(1)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox")).to_have_attribute("id", field.get_attribute("aria-controls"))
    expect(page.locator("form.search--large [role=status]")).to_have_text("Số gợi ý: 1")
    assert len(asked) == 1
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("nao vet")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(TITLE)
    assert complaints == []


def test_enter_without_a_choice_searches(page):
    page.locator("#results-search").focus()
    page.keyboard.type("nao vet")
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=nao+vet")


def test_nothing_is_asked_while_a_syllable_is_being_composed(page, asked):
    field = page.locator("#results-search")
    field.focus()
    field.evaluate(
        """field => {
            field.dispatchEvent(new CompositionEvent("compositionstart"));
            field.value = "nao vet";
            field.dispatchEvent(new InputEvent("input", { isComposing: true }));
        }"""
    )
    page.wait_for_timeout(500)
    assert asked == []
    field.evaluate("field => field.dispatchEvent(new CompositionEvent('compositionend'))")
    expect(page.get_by_role("option")).to_have_count(1)
    assert len(asked) == 1
