"""Every address of the portal that is not a page."""

from django.urls import include, path, re_path
from django.views.decorators.csrf import csrf_exempt
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import views as sitemaps
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.views import serve

from portal.crawlers import PageSitemap, robots
from portal.health import health

SITEMAPS = {"sitemaps": {"pages": PageSitemap}}

urlpatterns = [
    path("quan-tri/", include("editorial.admin_urls")),
    path("quan-tri/", include(wagtailadmin_urls)),
    path("tai-lieu/", include(wagtaildocs_urls)),
    path("health", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps.index, SITEMAPS | {"sitemap_url_name": "sitemap_part"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.sitemap, SITEMAPS, name="sitemap_part"),
    path("", include("search.urls")),
    path("", include("home.urls")),
    path("", include("assets.urls")),
    path("", include("editorial.urls")),
    # Pages set no cookie, so their forms carry no token: whoever takes one asks where it came from.
    re_path(wagtail_urls.serve_pattern, csrf_exempt(serve), name="wagtail_serve"),
    path("", include(wagtail_urls)),
]
