"""The best answer first: what a visitor came for, when a hit is clearly meant. Subjects make the cards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wagtail.models import Page

from search.kinds import Label
from search.packing import opening
from search.query import RELEVANCE, Hit, Results
from search.text import syllables

FIRST = 3  # hits among which one may be meant by its whole name
FILLERS = frozenset({"so", "ma"})  # "quyết định số 12": words that belong to no name
BETWEEN = re.compile(r"[\n,;]")


@dataclass(frozen=True)
class Card:
    """`facts` as `components/facts.html` takes them; `action` is the words and the address of one link."""

    title: str
    url: str
    facts: Sequence[Mapping[str, Any]]
    action: tuple[Label, str]
    kind: Label = ""


# From the live page and the words asked for; None when the page has nothing to say.
Maker = Callable[[Page, str], Card | None]
_makers: dict[str, Maker] = {}
_finders: dict[str, Maker] = {}


def register(kind: str, maker: Maker) -> None:
    """`maker` makes the card of a page of this kind that is clearly meant; called from `AppConfig.ready`."""
    _makers[kind] = maker


def register_finder(kind: str, finder: Maker) -> None:
    """`finder` sees itself whether something in a page of this kind is meant, such as a person in a list."""
    _finders[kind] = finder


def best(results: Results) -> Card | None:
    """The card above the hits of a first page in order of relevance without filters, if one is due."""
    query = results.query
    if (
        not query.words
        or query.page > 1
        or query.sort != RELEVANCE
        or query.kinds
        or any(query.facets.values())
    ):
        return None
    cards = (_card(hit, results.hits, query.words) for hit in results.hits[:FIRST])
    return next(filter(None, cards), None)


def _card(hit: Hit, hits: Sequence[Hit], words: str) -> Card | None:
    if hit.entry.page is None:
        return None
    if hit.kind.slug in _makers and _is_meant(hit, hits, words):
        return _makers[hit.kind.slug](hit.entry.page.specific, words)
    if hit.kind.slug in _finders:
        return _finders[hit.kind.slug](hit.entry.page.specific, words)
    return None


def _is_meant(hit: Hit, hits: Sequence[Hit], words: str) -> bool:
    """Its whole title, other name or number was typed; or it comes first and alone has all words."""
    typed = [word for word in folded(words) if word not in FILLERS]
    rivals = [other for other in hits if other is not hit and other.kind == hit.kind]
    if any(typed == name for name in _names(hit)):
        return not any(typed == name for other in rivals for name in _names(other))
    return (
        hit is hits[0]
        and len(typed) > 1
        and _has_all(hit, typed)
        and not any(_has_all(other, typed) for other in rivals)
    )


def folded(text: str) -> list[str]:
    """The syllables of `text` without accents."""
    return [syllable.folded for syllable in syllables(text)]


def _names(hit: Hit) -> list[list[str]]:
    """What the hit is called."""
    keywords = opening(hit.entry.text.packed, 0).keywords
    return [
        folded(name) for name in (hit.entry.title, hit.entry.number, *BETWEEN.split(keywords)) if name.strip()
    ]


def _has_all(hit: Hit, typed: Iterable[str]) -> bool:
    return set(typed) <= {word for name in _names(hit) for word in name}
