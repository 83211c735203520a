"""Addresses made from Vietnamese titles: no accents, short, unique below a parent, never changed later."""

from anyascii import anyascii
from django.utils.text import slugify
from wagtail.models import Page

LONGEST = 80


def slug_of(title: str) -> str:
    """`title` in plain Latin letters, at most 80, cut at a word."""
    slug = slugify(anyascii(title))
    return slug if len(slug) <= LONGEST else slug[:LONGEST].rsplit("-", 1)[0]


def free_slug(parent: Page, title: str) -> str:
    """The slug of `title`, with a number behind when another page below `parent` has it."""
    wanted = slug_of(title) or "trang"
    url_path = f"{parent.url_path}{wanted}"
    taken = Page.objects.filter(url_path__startswith=url_path, depth=parent.depth + 1)
    used = set(taken.values_list("slug", flat=True))
    if wanted not in used:
        return wanted
    return next(
        f"{wanted}-{number}" for number in range(2, len(used) + 3) if f"{wanted}-{number}" not in used
    )
