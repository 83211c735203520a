"""Questions that ask for something of a kind: registered by the apps whose entries may have it."""

from __future__ import annotations

import re

from search.text import fold

_patterns: dict[str, re.Pattern[str]] = {}


def register(signal: str, pattern: str) -> None:
    """A question in which `pattern` occurs, folded and in lower case, asks for entries with this signal."""
    _patterns[signal] = re.compile(rf"\b(?:{pattern})\b")


def signals(words: str) -> list[str]:
    """The signals `words` ask for."""
    folded = fold(words).lower()
    return [signal for signal, pattern in _patterns.items() if pattern.search(folded)]
