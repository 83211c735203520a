"""Which visits count: questions people asked, and results they followed."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from wagtail.models import Site

from agency import throttle
from agency.origin import is_own
from search.learning import buffer
from search.learning.words import kept
from search.listing import WORDS, Listing
from search.models import Entry

# One network may be a whole town behind one address; a script asks more.
MOST_AN_HOUR = 600
ROBOT = re.compile(
    r"(?<!cu)bot\b|bot[/_-]|crawl|spider|slurp|scrap|fetch|monitor|uptime|check|preview|headless|phantom|selenium|lighthouse"
    r"|python|curl|wget|java/|go-http|okhttp|axios|libwww|httpclient|scan|nmap|nikto|sqlmap|facebookexternalhit"
    r"|archiver|feed",
    re.IGNORECASE,
)


def is_robot(request: HttpRequest) -> bool:
    """Whether the one who asks says so, says nothing of itself, or only fetches ahead for somebody."""
    name = request.headers.get("User-Agent", "")
    ahead = request.headers.get("Sec-Purpose") or request.headers.get("Purpose") or ""
    return len(name) < 12 or bool(ROBOT.search(name)) or "prefetch" in ahead


def note_question(request: HttpRequest, listing: Listing) -> None:
    """Counts what was asked, in memory: the first page of a bare question, no filters, no further pages."""
    query = listing.results.query
    if request.GET.keys() == {WORDS} and query.site and (words := _countable(request, listing.words)):
        buffer.asked(query.site.pk, words, listing.results.total)


@csrf_exempt
@require_POST
def opened(request: HttpRequest) -> HttpResponse:
    """A browser tells that a result of the question `q` was followed: `entry` is one this site has."""
    if not is_own(request):
        return HttpResponse(status=403)
    site, entry = Site.find_for_request(request), request.POST.get("entry", "")
    number = int(entry) if entry.isdecimal() and len(entry) < 19 else 0
    if site is None or not Entry.objects.visible().filter(site=site, pk=number).exists():
        return HttpResponse(status=404)
    if words := _countable(request, request.POST.get(WORDS, "")):
        buffer.opened(site.pk, words)
    return HttpResponse(status=204)


def _countable(request: HttpRequest, text: str) -> str:
    """The words to count; "" for robots and for networks that ask too much."""
    words = "" if is_robot(request) else kept(text)
    network = throttle.fingerprint(request, "search.counts")
    return "" if not words or throttle.too_many(f"search.counts.{network}", MOST_AN_HOUR) else words
