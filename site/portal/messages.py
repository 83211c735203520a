"""The catalogues of our texts: found in code and templates, merged, compiled and checked with Babel alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_javascript
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "site" / "locale"
LANGUAGES = ("vi", "en")
HEADER = "# The texts of Cổng. `make messages` brings this file in step with the source."
FOLDERS = [*sorted(path.parent for path in ROOT.glob("*/apps.py")), ROOT / "site"]

METHODS = [
    ("**/migrations/**.py", "ignore"),
    ("**/templates/**.html", "portal.messages:extract_template"),
    ("**/templates/**.txt", "portal.messages:extract_template"),
    ("**/templates/**.xml", "portal.messages:extract_template"),
    ("**.py", "python"),
]
STRING_PREFIX = re.compile(r"(?<=[(,\s])u(?=['\"])")
KEYWORDS: dict[str, tuple | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def extract_template(fileobj, keywords, comment_tags, options):
    """Babel's extraction method for Django templates.

    Django rewrites a template as a run of `gettext(...)` calls between blanked-out text; that is no Python,
    but the lexer Babel has for JavaScript reads the calls and steps over the rest.
    """
    source = templatize(fileobj.read().decode(), origin=getattr(fileobj, "name", None))
    source = STRING_PREFIX.sub("", source)
    return extract_javascript(BytesIO(source.encode()), keywords, comment_tags, {"encoding": "utf-8"})


def extract() -> Catalog:
    """Every text of ours that wants a translation, without line numbers, sorted when written."""
    catalog = Catalog(project="Cổng", charset="utf-8")
    for folder in FOLDERS:
        found = extract_from_dir(folder, METHODS, keywords=KEYWORDS, comment_tags=("Translators:",))
        for _file, _line, message, comments, context in found:
            catalog.add(message, auto_comments=comments, context=context)
    return catalog


def update() -> None:
    """Brings the catalogues of the site in step with the source; the apps' own are taken in and removed."""
    template = extract()
    for language in LANGUAGES:
        *own, main = sources(language)
        write(merged(template, language, [read(path) for path in (main, *own)]), main)
        for path in own:
            remove(path)


def merged(template: Catalog, language: str, known: list[Catalog]) -> Catalog:
    """The texts of `template` with the translations `known` has; dated as the first of them."""
    catalog = Catalog(language, header_comment=HEADER, project="Cổng", fuzzy=False)
    catalog.creation_date = known[0].creation_date
    for message in template:
        if message.id:
            catalog[message.id] = translated(message, known)
    return catalog


def remove(path: Path) -> None:
    """Deletes a catalogue, what was compiled from it and the folders it leaves empty."""
    path.with_suffix(".mo").unlink(missing_ok=True)
    path.unlink()
    for folder in path.parents[:3]:
        if not any(folder.iterdir()):
            folder.rmdir()


def translated(message: Message, known: list[Catalog]) -> Message:
    """`message` with the first translation that a catalogue of `known` has for it."""
    held = (catalog.get(message.id, message.context) for catalog in known)
    same_form = (old for old in held if old and bool(old.pluralizable) == bool(message.pluralizable))
    done = next((old for old in same_form if complete(old.string) and not old.fuzzy), None)
    string = done.string if done else message.string
    return Message(message.id, string, auto_comments=message.auto_comments, context=message.context)


def missing(language: str = "vi") -> list[str]:
    """The texts in the source that no catalogue of `language` translates, as a person would look for them."""
    known = [read(path) for path in sources(language)]
    wanted = (message for message in extract() if message.id)
    return sorted(str(message.id) for message in wanted if not complete(translated(message, known).string))


def complete(string) -> bool:
    """Whether a translation, or every plural form of one, says something."""
    return bool(string) and all(string)


def sources(language: str) -> list[Path]:
    """The catalogues of `language`, the apps' own first, the site's last."""
    own = (path for folder in FOLDERS for path in sorted(folder.glob(f"**/locale/{language}/**/django.po")))
    return [path for path in own if path != main_catalogue(language)] + [main_catalogue(language)]


def main_catalogue(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> Catalog:
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def write(catalog: Catalog, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, no_location=True, sort_output=True)


def compile_stale() -> None:
    """Compiles every catalogue that is newer than what was compiled from it."""
    for path in catalogues():
        target = path.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < path.stat().st_mtime:
            with target.open("wb") as file:
                write_mo(file, read(path))


def catalogues() -> Iterator[Path]:
    """Every catalogue in the tree, also those for texts of Wagtail's."""
    for folder in FOLDERS:
        yield from sorted(folder.glob("**/locale/**/*.po"))
