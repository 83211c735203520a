"""Addresses of files: the checked view of private ones; public ones when no web server stands in front."""

from django.urls import path

from assets import serving

urlpatterns = [
    path("tep/<path:name>", serving.checked_file, name="assets_file"),
    path("media/<path:name>", serving.public_file, name="assets_public_file"),
]
