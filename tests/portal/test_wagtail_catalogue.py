"""Wagtail's admin speaks Vietnamese: every text an editor meets, from the packages' catalogues or ours."""

import json
import re
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext, override
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from agency.models import User
from portal.messages import missing as own_texts_missing
from tests.builders import make_site, make_user

OVERRIDES = settings.SITE / "locale" / "wagtail"
PACKAGES = [
    "wagtail",
    "wagtail.admin",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.documents",
    "wagtail.embeds",
    "wagtail.images",
    "wagtail.locales",
    "wagtail.search",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.users",
    "wagtail_modeladmin",
    "wagtailmedia",
    "taggit",
    "django.conf",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
]
DOMAINS = ["django", "djangojs"]
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z](?!\w)|{\w*}|</?\w[^>]*>|&\w+;")
FROM_FIELD_NAMES = {"Page"}  # Labels that Wagtail makes from names in its code; no catalogue reaches them.
SAME_IN_BOTH = {"English", "IPv4", "IPv6", "…", ":"}
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


def read(path: Path) -> Catalog:
    if not path.exists():
        return Catalog(locale="vi")
    with path.open("rb") as file:
        return read_po(file, locale="vi")


def package_catalogue(package: str, language: str, domain: str) -> Catalog:
    folder = Path(find_spec(package).submodule_search_locations[0])
    return read(folder / "locale" / language / "LC_MESSAGES" / f"{domain}.po")


@cache
def overrides(domain: str) -> Catalog:
    return read(OVERRIDES / "vi" / "LC_MESSAGES" / f"{domain}.po")


def forms(text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def messages(catalog: Catalog) -> list[Message]:
    return [message for message in catalog if message.id]


def is_translated(message: Message | None) -> bool:
    return bool(message and not message.fuzzy and message.string and all(forms(message.string)))


def placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


@cache
def english_texts() -> frozenset[str]:
    """Every text of the packages that stands on a page as it is: without placeholder, other in Vietnamese."""
    catalogs = [package_catalogue(package, "en", "django") for package in PACKAGES]
    texts = chain.from_iterable(forms(message.id) for catalog in catalogs for message in messages(catalog))
    return frozenset(text for text in texts if not placeholders(text)) - SAME_IN_BOTH - FROM_FIELD_NAMES


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("package", PACKAGES)
def test_every_text_is_translated(package, domain):
    own, ours = package_catalogue(package, "vi", domain), overrides(domain)
    texts = messages(package_catalogue(package, "en", domain))
    untranslated = [
        message.id
        for message in texts
        if not is_translated(ours.get(message.id, message.context))
        and not is_translated(own.get(message.id, message.context))
    ]
    assert texts or domain == "djangojs"
    assert untranslated == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_overrides_are_finished(domain):
    unfinished = [message.id for message in messages(overrides(domain)) if not is_translated(message)]
    assert messages(overrides(domain))
    assert unfinished == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_and_markup_survive_translation(domain):
    changed = [
        (message.id, message.string)
        for message in messages(overrides(domain))
        if placeholders(forms(message.string)[0]) != placeholders(forms(message.id)[-1])
    ]
    assert changed == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_spaces_around_a_text_survive_translation(domain):
    def edges(text: str) -> tuple[bool, bool]:
        return text[0].isspace(), text[-1].isspace()

    changed = [
        message.id
        for message in messages(overrides(domain))
        if edges(forms(message.string)[0]) != edges(forms(message.id)[0])
    ]
    assert changed == []


@cache
def own_english() -> frozenset[str]:
    """What our own catalogues still lack shows in English too, but that is for their check to say."""
    with override("vi"):
        return frozenset(capfirst(text) for text in own_texts_missing() if gettext(text) == text)


def english_on(texts: set[str]) -> set[str]:
    return texts & english_texts() - own_english()


def visible_texts(html: str) -> set[str]:
    """What a person reads or has read out: text, and the attributes that name a control."""
    soup = BeautifulSoup(html, "html.parser")
    for unseen in soup(["script", "style", "code"]):
        unseen.extract()
    named = (
        tag.get(name) for tag in soup.find_all(True) for name in ("aria-label", "title", "placeholder", "alt")
    )
    return {" ".join(text.split()) for text in chain(soup.stripped_strings, named) if text}


def labels(entry) -> set[str]:
    """All labels in the data from which the browser draws the side bar."""
    own = {entry["label"]} if isinstance(entry, dict) and "label" in entry else set()
    parts = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
    return own.union(*map(labels, parts))


@pytest.fixture
def administrator(client, db):
    make_site()
    client.force_login(make_user(is_superuser=True, is_staff=True))
    return client


def test_menu_is_vietnamese(administrator):
    html = administrator.get(reverse("wagtailadmin_home")).text
    side_bar = labels(json.loads(BeautifulSoup(html, "html.parser").find(id="wagtail-sidebar-props").string))
    assert {"Báo cáo", "Thiết lập", "Ảnh"} <= side_bar
    assert english_on(side_bar) == set()


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


def test_decision_about_a_page_is_vietnamese(administrator, page_in_moderation):
    html = administrator.get(reverse("wagtailadmin_pages:edit", args=[page_in_moderation.pk])).text
    assert {"Duyệt và đăng", "Trả lại", "Hủy quy trình duyệt"} <= visible_texts(html)


def test_login_is_vietnamese(visitor):
    texts = visible_texts(visitor.get(reverse("wagtailadmin_login")).text)
    assert "Mật khẩu" in texts
    assert english_on(texts) == set()
