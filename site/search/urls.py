"""Addresses of the public search."""

from django.urls import path

from search import formats, views
from search.learning import visits

urlpatterns = [
    path("tim-kiem/", views.results, name="search"),
    path("tim-kiem/da-mo/", visits.opened, name="search_opened"),
    path("tim-kiem/ket-qua.json", formats.results_json, name="search_json"),
    path("tim-kiem/ket-qua.rss", formats.results_rss, name="search_rss"),
    path("tim-kiem/goi-y.json", formats.suggestions, name="search_suggestions"),
    path("opensearch.xml", formats.opensearch, name="opensearch"),
]
