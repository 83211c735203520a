"""Masking the personal data in a draft: the numbers lose all but their ends (6.4)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup, NavigableString

from editorial.chain.digest import NOT_TEXT
from editorial.checks import personal
from editorial.checks.subject import KEYS

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


def masked(page: EditorialPage) -> EditorialPage:
    """The draft with what the gate would stop starred out; files are left as they are."""
    content = page.serializable_data()
    return page.with_content_json(
        {name: value if name in NOT_TEXT | KEYS else starred(value) for name, value in content.items()}
    )


def starred(value: Any) -> Any:
    if isinstance(value, str):
        return starred_text(value)
    if isinstance(value, dict):
        return {name: part if name in KEYS else starred(part) for name, part in value.items()}
    return [starred(part) for part in value] if isinstance(value, list) else value


def starred_text(value: str) -> str:
    if value.startswith(("[", "{")) and (blocks := as_blocks(value)) is not None:
        return json.dumps(starred(blocks), ensure_ascii=False)
    return starred_markup(value) if "<" in value else star(value)


def as_blocks(value: str) -> Any:
    try:
        found = json.loads(value)
    except ValueError:
        return None
    return found if isinstance(found, list | dict) else None


def starred_markup(value: str) -> str:
    """Rich text, word by word between its tags; untouched where nothing is found."""
    soup = BeautifulSoup(value, "html.parser")
    found = [(words, star(str(words))) for words in soup.find_all(string=True)]
    changed = [(words, said) for words, said in found if said != str(words)]
    for words, said in changed:
        words.replace_with(NavigableString(said))
    return str(soup) if changed else value


def star(text: str) -> str:
    """Left as it was typed where nothing is found; `personal.mask` composes the letters anew."""
    return personal.mask(text) if any(finding.blocking for finding in personal.find(text)) else text
