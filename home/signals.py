"""Keeps the index in step with the registers: a change of staff changes what the pages about it say (B09)."""

from __future__ import annotations

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Site

from agency.models import Holding, Person, Post, Unit
from editorial import publication
from editorial.models import Board, Membership
from home.models.organisation import pages_of_site

SITES_OF = {
    Unit: "units",
    Post: "units__posts",
    Holding: "units__posts__holdings",
    Person: "units__posts__holdings__person",
    Board: "boards",
    Membership: "boards__memberships",
}


def refresh_pages(sender: type[Model], instance: Model, raw: bool = False, **kwargs: object) -> None:
    """Queues the entries of the organisation and leaders pages of the sites the row belongs to."""
    if raw:
        return
    for site in Site.objects.filter(**{SITES_OF[sender]: instance.pk}).distinct():
        publication.refresh_later(pages_of_site(site))


def connect() -> None:
    for model in SITES_OF:
        for signal in (post_save, post_delete):
            signal.connect(refresh_pages, sender=model, dispatch_uid=("register pages", model))
