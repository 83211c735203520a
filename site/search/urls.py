"""Addresses of the public search."""

from django.urls import path

from search import views
from search.learning import visits

urlpatterns = [
    path("tim-kiem/", views.results, name="search"),
    path("tim-kiem/da-mo/", visits.opened, name="search_opened"),
]
