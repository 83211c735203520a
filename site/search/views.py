"""The results page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from search.learning.visits import note_question
from search.listing import Listing, Scope
from search.query import DATE, RELEVANCE

PER_PAGE = 10


def results(request: HttpRequest) -> HttpResponse:
    """What the public may read about `q`, with filters that need no script."""
    listing = Listing(request, Scope(per_page=PER_PAGE))
    note_question(request, listing)
    sorts = {"relevance_url": listing.address(sort=""), "date_url": listing.address(sort=DATE)}
    by_date = listing.results.query.sort != RELEVANCE
    return render(request, "search/results.html", {"listing": listing, "by_date": by_date, **sorts})
