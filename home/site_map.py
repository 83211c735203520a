"""The site map as a tree of text: sections and standing pages, and how much each holds (C32 art. 16)."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.db.models.functions import Length, Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page, Site

from editorial.models import EditorialPage


@dataclass
class Branch:
    """A page of the map; `count` is the number of public items right below that the map leaves out."""

    page: EditorialPage
    count: int = 0
    below: list[Branch] = field(default_factory=list)


STANDING = (
    Q(sectionpage__isnull=False)
    | Q(standardpage__isnull=False)
    | Q(organisationpage__isnull=False)
    | Q(leaderspage__isnull=False)
)


def tree(root: Page) -> list[Branch]:
    """Branches below `root`; three queries whatever the amount of content."""
    public = EditorialPage.objects.descendant_of(root).live().exclude(Page.objects.private_q())
    branches = {page.path: Branch(page) for page in public.filter(STANDING).order_by("path")}
    for path, number in item_counts(public):
        if path in branches:
            branches[path].count = number
    top: list[Branch] = []
    for path, branch in branches.items():
        above = branches.get(path[: -Page.steplen])
        (above.below if above else top).append(branch)
    return top


def item_counts(public) -> list[tuple[str, int]]:
    """Pairs *(path of the parent, number of items right below)*."""
    parent = Substr("path", 1, Length("path") - Page.steplen)
    counted = public.exclude(STANDING).order_by().annotate(parent=parent).values("parent")
    return list(counted.annotate(number=Count("pk")).values_list("parent", "number"))


def site_map(request: HttpRequest) -> HttpResponse:
    site = Site.find_for_request(request)
    return render(request, "home/sitemap.html", {"tree": tree(site.root_page) if site else []})
