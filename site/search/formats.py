"""The results for programs, with the parameters and rights of the page: JSON, RSS and OpenSearch."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from agency import throttle
from search.completion import LONGEST, titles_like
from search.listing import WORDS, Listing, Scope
from search.query import DATE, Group, Hit, Value
from search.suggesting import numbers_like
from search.text import clean

PER_PAGE = 10
NEWEST = 30  # items of a feed
NUMBERS = 4  # of them documents whose number begins so
OFFERED = 8  # suggestions
FRESH = 60  # seconds an answer may be kept: what was taken down is gone after that
TYPED = 300  # seconds a browser keeps suggestions for itself
# Requests of one network a minute: an answer is good for one, and a whole town may type behind one address.
BY_PROGRAMS, WHILE_TYPING = 120, 600
# What no HTML reader takes for a tag, whatever it thinks the answer is.
HARMLESS = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})
NO_XML = str.maketrans({"\ufffe": " ", "\uffff": " "})


@require_safe
@throttle.a_minute(BY_PROGRAMS, "search.json")
@cache_control(public=True, max_age=FRESH)
def results_json(request: HttpRequest) -> HttpResponse:
    """A page of results with its facets; see handbook/developers.md."""
    listing = Listing(request, Scope(per_page=PER_PAGE))
    results, page = listing.results, listing.page
    following = listing.address(page=str(page.next_page_number())) if page.has_next() else ""
    return _json(
        {
            "query": listing.words,
            "total": results.total,
            "page": page.number,
            "pages": results.pages,
            "next": _absolute(request, following and reverse("search_json") + following),
            "results": [_hit(request, hit) for hit in results.hits],
            "kinds": [_value(value) for value in results.kinds],
            "facets": [_facet(group) for group in results.facets if group.values],
        }
    )


@require_safe
@throttle.a_minute(BY_PROGRAMS, "search.rss")
@cache_control(public=True, max_age=FRESH)
def results_rss(request: HttpRequest) -> HttpResponse:
    """The newest of what is found, as a feed one can subscribe to."""
    listing = Listing(request, Scope(per_page=NEWEST, sort=DATE))
    here = request.build_absolute_uri(reverse("search") + listing.address(sort=DATE))
    words = _plain(listing.words[:LONGEST])
    feed = Feed(
        title=_("Search: %(words)s") % {"words": words} if words else _("Search"),
        link=here,
        description=_("The newest results for these words and filters."),
        language=get_language(),
        feed_url=request.build_absolute_uri(),
    )
    for hit in listing.results.hits:
        feed.add_item(**_item(request, hit))
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return _unlisted(response)


@require_safe
@throttle.a_minute(WHILE_TYPING, "search.suggestions")
@cache_control(private=True, max_age=TYPED)
def suggestions(request: HttpRequest) -> HttpResponse:
    """Suggestions as OpenSearch lays down: what was typed, then texts, descriptions and addresses."""
    typed = request.GET.get(WORDS, "")[:LONGEST]
    site = Site.find_for_request(request)
    numbered = numbers_like(typed, site, NUMBERS) if site else []
    found = [*numbered, *titles_like(typed, site, OFFERED)][:OFFERED]
    return _json(
        [
            typed,
            [one.text for one in found],
            [str(one.title) for one in found],
            [_absolute(request, one.url) for one in found],
        ],
        "application/x-suggestions+json",
    )


@require_safe
@cache_control(public=True, max_age=3600)
def opensearch(request: HttpRequest) -> HttpResponse:
    """What a browser needs to offer this portal as a search engine."""
    names = {"html": "search", "rss": "search_rss", "json": "search_json", "typed": "search_suggestions"}
    addresses = {name: request.build_absolute_uri(reverse(view)) for name, view in names.items()}
    kind = "application/opensearchdescription+xml; charset=utf-8"
    return _unlisted(render(request, "search/opensearch.xml", addresses, content_type=kind))


class Feed(Rss201rev2Feed):
    """RSS that says its language to readers of XML, too."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {"xml:lang": self.feed["language"]}


def _json(content: Any, kind: str = "application/json") -> HttpResponse:
    text = json.dumps(content, ensure_ascii=False).translate(HARMLESS)
    return _unlisted(HttpResponse(text.encode("utf-8", "replace"), content_type=f"{kind}; charset=utf-8"))


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response


def _absolute(request: HttpRequest, url: str) -> str | None:
    return request.build_absolute_uri(url) if url else None


def _hit(request: HttpRequest, hit: Hit) -> dict[str, Any]:
    entry, file = hit.entry, hit.file
    return {
        "title": entry.title,
        "url": _absolute(request, hit.url),
        "kind": entry.kind,
        "kind_label": str(hit.kind.label),
        "number": entry.number,
        "date": entry.date.isoformat() if entry.date else None,
        "status": hit.status,
        "status_label": str(hit.status_label),
        "section": [page.title for page in hit.trail],
        "snippet": hit.snippet.text,
        "file": file and {"name": file.name, "url": _absolute(request, file.url), "page": file.page},
    }


def _value(value: Value) -> dict[str, Any]:
    label = str(value.label)
    return {"value": value.value, "label": label, "count": value.count, "selected": value.selected}


def _facet(group: Group) -> dict[str, Any]:
    values = [_value(value) for value in group.values]
    return {"name": group.facet.name, "label": str(group.facet.label), "values": values}


def _item(request: HttpRequest, hit: Hit) -> dict[str, Any]:
    return {
        "title": _plain(hit.entry.title),
        "link": (link := request.build_absolute_uri(hit.url)),
        "unique_id": link,
        "description": _plain(hit.snippet.text),
        "pubdate": _morning(hit.entry.date),
        "categories": [str(hit.kind.label)],
    }


def _plain(text: str) -> str:
    """`text` on one line of signs that XML can hold."""
    return " ".join(clean(text).translate(NO_XML).split())


def _morning(day: date | None) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time.min)) if day else None
