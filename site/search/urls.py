"""Addresses of the public search."""

from django.urls import path

from search import views

urlpatterns = [path("tim-kiem/", views.results, name="search")]
