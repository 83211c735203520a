"""Cleaning what a row says, the same for every exchange format."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Any

import nh3
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from editorial.imports.mapping import RowRefused

LONGEST_TEXT = 500_000
TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "h2", "h3", "h4", "a", "sup", "sub"}
DATE_FORMS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
UNPRINTABLE = frozenset({"Cc", "Co", "Cs", "Cn"})


def is_unprintable(letter: str) -> bool:
    """Control signs, private-use glyphs and lone surrogates; line ends and tabs stay."""
    return letter not in "\n\t" and unicodedata.category(letter) in UNPRINTABLE


def clean_text(raw: Any) -> str:
    """NFC text without unprintable signs, line ends as `\\n`, at most two in a row."""
    text = unicodedata.normalize("NFC", str(raw if raw is not None else "").replace("\r\n", "\n"))
    text = "".join(letter for letter in text.replace("\r", "\n") if not is_unprintable(letter))
    return re.sub(r"\n{3,}", "\n\n", text).strip()[:LONGEST_TEXT]


def clean_line(raw: Any) -> str:
    """`clean_text` on one line, single spaces."""
    return " ".join(clean_text(raw).split())


def text_notes(field: str, raw: Any) -> list[str]:
    """What `clean_text` took away from `raw`, in words for the report."""
    text = str(raw if raw is not None else "")
    notes = []
    if any(is_unprintable(letter) for letter in text if letter != "\r"):
        notes.append(_("%(field)s: signs that cannot be printed were removed") % {"field": field})
    if len(text) > LONGEST_TEXT:
        notes.append(_("%(field)s: cut at %(length)s signs") % {"field": field, "length": LONGEST_TEXT})
    return notes


def safe_html(raw: Any) -> str:
    """Rich text with the marks editors may use; plain text becomes paragraphs, scripts go."""
    text = clean_text(raw)
    if not re.search(r"</?[a-zA-Z][^>]*>", text):
        return linebreaks(text, autoescape=True) if text else ""
    return nh3.clean(
        text, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel=None
    )


def day(raw: Any, field: str) -> date | None:
    """A date written yyyy-mm-dd or dd/mm/yyyy; None without one. Raises `RowRefused` on an impossible one."""
    text = clean_line(raw)[:30]
    if not text:
        return None
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text.split("T")[0], form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise RowRefused(field, _("“%(value)s” is not a date. Write it as dd/mm/yyyy.") % {"value": text})


def listed(raw: Any) -> list[Any]:
    """A list, from a list, a JSON list in a cell or words with semicolons or line ends between."""
    if raw is None or raw == "":
        return []
    if isinstance(raw, list | tuple):
        return list(raw)
    text = str(raw).strip()
    if text.startswith("["):
        try:
            return list(json.loads(text))
        except (ValueError, RecursionError):
            pass
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def shortened(title: str, length: int = 255) -> str:
    """The short label of a long official title, cut at a word."""
    return title if len(title) <= length else title[: length - 1].rsplit(" ", 1)[0] + "…"


def web_address(raw: Any) -> str:
    """The address of a web page, "" when it is none or too long."""
    text = clean_line(raw)
    return text if text.startswith(("http://", "https://")) and len(text) <= 500 else ""


def markdown_free(raw: Any) -> str:
    """Text without the stars and hashes some exporters leave."""
    return re.sub(r"^#+ *|\*\*", "", clean_text(raw), flags=re.MULTILINE)
