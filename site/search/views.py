"""The results page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from search import cards, nothing
from search.learning.visits import note_question
from search.listing import Listing, Scope
from search.query import DATE, RELEVANCE

PER_PAGE = 10


def results(request: HttpRequest) -> HttpResponse:
    """What the public may read about `q`, with filters that need no script."""
    listing = Listing(request, Scope(per_page=PER_PAGE))
    note_question(request, listing)
    context = {
        "listing": listing,
        "by_date": listing.results.query.sort != RELEVANCE,
        "relevance_url": listing.address(sort=""),
        "date_url": listing.address(sort=DATE),
        "rss_url": reverse("search_rss") + listing.address(sort=""),
        "json_url": reverse("search_json") + listing.address(),
        **(_answered(listing) if listing.results.hits else _unanswered(listing)),
    }
    return render(request, "search/results.html", context)


def _answered(listing: Listing) -> dict[str, Any]:
    return {"card": cards.best(listing.results)}


def _unanswered(listing: Listing) -> dict[str, Any]:
    words = listing.results.query.words
    return {
        "unfiltered": nothing.unfiltered(listing),
        "fewer": nothing.fewer(listing),
        "ways_on": nothing.ways_on(listing.results.query.site, words),
    }
