"""What search engines may read: robots.txt and the sitemap of all public pages."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from portal.settings.security import ADMIN_PREFIX

HOUR = 3600
CLOSED = (ADMIN_PREFIX, "/tim-kiem/", "/tep/")


@cache_control(max_age=HOUR, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read, except search results, the administration and checked files."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED), ""]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


class PageSitemap(Sitemap):
    """The live pages of the site asked that everyone may read, 5,000 to a file."""

    limit = 5_000

    def items(self) -> QuerySet[Page]:
        """Base rows only: an address and a date need nothing of the page's own type."""
        root = self.get_wagtail_site().root_page
        return root.get_descendants(inclusive=True).live().public().order_by("path")

    def get_latest_lastmod(self) -> datetime | None:
        return self.items().aggregate(newest=Max("last_published_at"))["newest"]
