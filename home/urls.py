"""Addresses of this app that are not pages."""

from django.conf import settings
from django.urls import path

from home.gallery import gallery

urlpatterns = [path("gallery/", gallery)] if settings.DEBUG else []
