"""Addresses of this app that are not pages."""

from django.conf import settings
from django.urls import path

from home.gallery import gallery
from home.site_map import site_map

urlpatterns = [path("so-do-trang/", site_map, name="site_map")]
if settings.DEBUG:
    urlpatterns += [path("gallery/", gallery, name="gallery")]
