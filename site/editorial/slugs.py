"""Addresses made from Vietnamese titles: no accents, short, unique below a parent, never changed later."""

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.models import Page

LONGEST = 80
PORTION = 50


def slug_of(title: str) -> str:
    """`title` in plain Latin letters, at most 80, cut at a word."""
    slug = slugify(anyascii(title))
    return slug if len(slug) <= LONGEST else slug[:LONGEST].rsplit("-", 1)[0]


def free_slug(parent: Page, title: str) -> str:
    """The slug of `title`, with a number behind when another page below `parent` has it."""
    wanted = slug_of(title) or "trang"
    siblings = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1)
    start = 1
    while True:
        numbered = [f"{wanted}-{n}" if n > 1 else wanted for n in range(start, start + PORTION)]
        used = set(siblings.filter(slug__in=numbered).values_list("slug", flat=True))
        if free := next((slug for slug in numbered if slug not in used), ""):
            return free
        start += PORTION
