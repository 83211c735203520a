"""Whether what was typed comes back as markup from the public addresses of the search."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from random import Random
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from xml.etree import ElementTree

from bench.hostile import question

if TYPE_CHECKING:
    from django.test import Client

PAGE = "/tim-kiem/"
JSON, RSS, TYPED = f"{PAGE}ket-qua.json", f"{PAGE}ket-qua.rss", f"{PAGE}goi-y.json"
# The parameter that holds the question; the words most often.
PLACES = ("q", "q", "q", "kind", "q", "field", "year", "page", "sort", "literal", "validity")
FEED = {"rss", "channel", "title", "link", "description", "language", "lastBuildDate"} | {
    *("item", "pubDate", "guid", "category")
}
DANGEROUS = re.compile("[<>\"']")
SCHEME = re.compile("[a-z]+:", re.IGNORECASE)
READ, AROUND = 2_000, 4  # letters of a question; of it on both sides of a sign of markup


class Shape(HTMLParser):
    """Which tags a page has, each with the names of its attributes, and by which schemes it leads away."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: set[tuple[str, ...]] = set()
        self.schemes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.add((tag, *sorted(name for name, _value in attrs)))
        links = [value or "" for name, value in attrs if name in {"href", "src", "action"}]
        self.schemes |= {found[0].lower() for link in links if (found := SCHEME.match(link))}


class Mirror:
    """Asks hostile questions by address; what comes back is compared with the answers to honest ones.

    `honest` are words that bring out everything a page can show, some that find, some that do not. Every
    request comes from another network, as throttles count them.
    """

    def __init__(self, client: Client, honest: Sequence[str], pages: Sequence[str] = (PAGE,)) -> None:
        self.client, self.pages, self.networks = client, pages, Random(0)
        usual = [*({"q": words} for words in honest), *self._filtered()]
        self.usual = {page: "".join(self._asked(page, **values) for values in usual) for page in pages}
        self.known = {page: Shape(html) for page, html in self.usual.items()}

    def faults(self, number: int) -> list[str]:
        """What is wrong with the answers to the hostile question of this number: page, JSON, feed, typing."""
        words, place = question(number), PLACES[number % len(PLACES)]
        values = {"q": "chợ"} | {place: words}
        try:
            return [*self._on_page(words, values, number), *self._for_programs(words, values)]
        except (ValueError, ElementTree.ParseError) as error:
            return [f"no answer one can read: {error}"]

    def _on_page(self, words: str, values: Mapping[str, str], number: int) -> Iterator[str]:
        page = self.pages[number // len(PLACES) % len(self.pages)]
        body = self._asked(page, **values)
        shape, known = Shape(body), self.known[page]
        yield from (f"{page}: {part}" for part in shape.parts - known.parts)
        yield from (f"{page}: {scheme}" for scheme in shape.schemes - known.schemes)
        yield from (f"{page}: {piece!r}" for piece in unescaped(words, body, self.usual[page]))

    def _for_programs(self, words: str, values: Mapping[str, str]) -> Iterator[str]:
        listed, typed = self._asked(JSON, **values), self._asked(TYPED, q=words)
        if "results" not in json.loads(listed) or len(json.loads(typed)) != 4:
            yield "JSON says nothing"
        yield from (f"JSON: {sign}" for sign in set(re.findall("[<>&]", listed + typed)))
        feed = ElementTree.fromstring(self._asked(RSS, **values))
        yield from (f"RSS: {tag}" for tag in {part.tag.rpartition("}")[2] for part in feed.iter()} - FEED)

    def _filtered(self) -> Iterator[dict[str, str]]:
        """Everything there is by one value of each filter, by one nothing has, and in another order."""
        offered = json.loads(self._asked(JSON))
        values = {facet["name"]: facet["values"][0]["value"] for facet in offered["facets"]}
        values |= {"kind": offered["kinds"][0]["value"]} if offered["kinds"] else {}
        yield from ({name: value} for name, value in values.items())
        yield from ({"q": "chợ", name: "zzz"} for name in ("field", "kind", "literal", "year", "validity"))
        yield from ({"q": "chợ"} | one for one in ({"sort": "date"}, {"page": "2"}, values))

    def _asked(self, address: str, **values: str) -> str:
        """The answer to what any client may send. Raises `ValueError` where it is no success."""
        network = ".".join(str(part) for part in self.networks.randbytes(4))
        query = urlencode(values, errors="surrogatepass")
        response = self.client.get(f"{address}?{query}", REMOTE_ADDR=network)
        if response.status_code != 200 or response.cookies:
            raise ValueError(f"{address}: {response.status_code} {response.cookies}")
        return response.content.decode()


def unescaped(words: str, body: str, usual: str) -> list[str]:
    """Pieces of `words` around a sign of markup that stand as typed in `body`, and not in `usual` answers."""
    places = [found.start() for found in DANGEROUS.finditer(words[:READ])]
    pieces = {words[max(place - AROUND, 0) : place + AROUND + 1] for place in places}
    return [piece for piece in pieces if len(piece) > AROUND and piece in body and piece not in usual]
