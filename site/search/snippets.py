"""The passage of an entry that answers best, its words marked as the page writes them."""

from __future__ import annotations

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.text import fold, folded, normalise

WINDOW = 220
FURTHEST = 60_000
MOST_MATCHES = 400


def snippet(text: str, words: list[str]) -> SafeString:
    """About `WINDOW` signs around the densest place, matches in `<mark>`; the beginning when none matches."""
    text = " ".join(text[:FURTHEST].split())
    places = matches(text, words)
    start = best_start([place.start() for place in places])
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = min(len(text), start + WINDOW)
    end = text.find(" ", end) if text.find(" ", end) != -1 else len(text)
    body = marked(text, places, start, end)
    return mark_safe(("… " if start else "") + body + (" …" if end < len(text) else ""))  # noqa: S308


def highlighted(text: str, words: list[str]) -> SafeString:
    """The whole of a short text with its matches marked."""
    return mark_safe(marked(text, matches(text, words), 0, len(text)))  # noqa: S308


def matches(text: str, words: list[str]) -> list[re.Match[str]]:
    """Where the words stand, accents or not; folding keeps every sign in its place."""
    plain = sorted(
        {folded(word) for word in words if len(word) > 1 or len(words) == 1}, key=len, reverse=True
    )
    if not plain:
        return []
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, plain))})(?![^\W_])")
    found = pattern.finditer(fold(same_length(text)))
    return [match for match, _number in zip(found, range(MOST_MATCHES), strict=False)]


def same_length(text: str) -> str:
    """Normalised text when that keeps every sign in its place, else only its small letters."""
    normal = normalise(text)
    return (
        normal if len(normal) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def best_start(starts: list[int]) -> int:
    """Where the window with the most matches begins."""
    if not starts:
        return 0
    counts = [sum(start <= other < start + WINDOW for other in starts) for start in starts[:100]]
    return max(0, starts[counts.index(max(counts))] - 30)


def marked(text: str, places: list[re.Match[str]], start: int, end: int) -> str:
    out, at = [], start
    for place in places:
        if start <= place.start() and place.end() <= end:
            out += [
                escape(text[at : place.start()]),
                f"<mark>{escape(text[place.start() : place.end()])}</mark>",
            ]
            at = place.end()
    return "".join([*out, escape(text[at:end])])
