"""What a person reads on a screen of the admin, and which of it is English."""

import json
import re
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext, override

from portal import messages as own

OVERRIDES = settings.SITE / "locale" / "wagtail"
PACKAGES = [
    "wagtail",
    "wagtail.admin",
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
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z](?!\w)|{\w*}|</?\w[^>]*>|&\w+;")
FROM_FIELD_NAMES = {"Page"}  # Labels that Wagtail makes from names in its code; no catalogue reaches them.
SAME_IN_BOTH = {"English", "IPv4", "IPv6", "…", ":"}


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
    return frozenset(text for text in texts if not placeholders(text))


@cache
def own_texts() -> dict[str, bool]:
    """Every text of ours without placeholder, as a page has it, and whether it reads otherwise in Vietnamese.

    What the catalogue still lacks shows in English too, but that is for its own check to say.
    """
    texts = {text for message in own.extract() if message.id for text in forms(message.id)}
    with override("vi"):
        return {capfirst(text): gettext(text) != text for text in texts if not placeholders(text)}


def english_on(texts: set[str]) -> set[str]:
    ours = own_texts()
    kept = SAME_IN_BOTH | FROM_FIELD_NAMES
    return {text for text in texts - kept if ours.get(text, text in english_texts())}


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
    """All texts in the data from which the browser draws the side bar or the blocks of a page."""
    named = entry if isinstance(entry, dict) else {}
    shown = {named[name] for name in ("label", "helpText", "description") if isinstance(named.get(name), str)}
    parts = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
    return shown.union(*map(labels, parts))


def block_texts(html: str) -> set[str]:
    """What the browser says about the blocks an editor may add."""
    fields = BeautifulSoup(html, "html.parser").select("[data-w-block-data-value]")
    return {
        capfirst(text) for field in fields for text in labels(json.loads(field["data-w-block-data-value"]))
    }


def side_bar(html: str) -> dict:
    """The data from which the browser draws the menu."""
    return json.loads(BeautifulSoup(html, "html.parser").find(id="wagtail-sidebar-props").string)


def addresses(entry) -> set[str]:
    """Where the entries of the menu lead."""
    shown = {entry["url"]} if isinstance(entry, dict) and entry.get("url") else set()
    parts = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
    return shown.union(*map(addresses, parts))
