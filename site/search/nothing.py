"""What helps who found nothing: fewer words with what they find, and ways on that subjects offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from wagtail.models import Site

from search.finding import count
from search.kinds import Label
from search.listing import WORDS, Listing

TRIES = 6  # questions with fewer words that are counted
TOKEN = re.compile(r'-?"[^"]*"|\S+')


@dataclass(frozen=True)
class Fewer:
    """The question without the words `dropped`, and how many results it has."""

    dropped: str
    url: str
    count: int


@dataclass(frozen=True)
class WayOn:
    """A link out of an empty page."""

    label: Label
    url: str


# From the site and the words that found nothing; None where the site has no such place.
Offer = Callable[[Site, str], WayOn | None]
_offers: list[tuple[int, Offer]] = []


def register(offer: Offer, order: int = 100) -> None:
    """Offers a way on; called from `AppConfig.ready`."""
    if offer not in [known for _order, known in _offers]:
        _offers.append((order, offer))


def ways_on(site: Site | None, words: str) -> list[WayOn]:
    """Where else to look or ask, in order."""
    ordered = sorted(_offers, key=lambda pair: pair[0]) if site else []
    return [way for _order, offer in ordered if site and (way := offer(site, words))]


def unfiltered(listing: Listing) -> int:
    """How many results the words have without the filters chosen; 0 when none was."""
    if not listing.chips:
        return 0
    return count(replace(listing.results.query, kinds=(), facets={}))


def fewer(listing: Listing) -> list[Fewer]:
    """The question without one of its words, or of some six parts of it when it is long; those that find."""
    found = []
    for dropped, kept in _shorter(listing.results.query.words):
        number = count(replace(listing.results.query, text=kept))
        found += [Fewer(dropped, listing.address(**{WORDS: kept}), number)] if number else []
    return found


def _shorter(words: str) -> Iterator[tuple[str, str]]:
    """Pairs *(words left out, words kept)*."""
    tokens = TOKEN.findall(words)
    step = -(-len(tokens) // TRIES) or 1
    for start in range(0, len(tokens), step) if len(tokens) > 1 else ():
        kept = tokens[:start] + tokens[start + step :]
        yield " ".join(tokens[start : start + step]), " ".join(kept)
