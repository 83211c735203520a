"""Public pages as a reader's browser has them, and what they cost."""

from __future__ import annotations

from datetime import datetime, timedelta

from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

POSTED = timezone.make_aware(datetime(2026, 3, 4, 8, 5))


def soup(client: Client, url: str, **asked: object) -> BeautifulSoup:
    response = client.get(url, asked)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def words(node: Tag | None) -> str:
    """The text of `node` on one line, "" for none."""
    return " ".join(node.text.split()) if node else ""


def titles(shown: BeautifulSoup, heading: str) -> list[str]:
    """What stands beside the text under `heading`, in its order."""
    found = [block for block in shown.select(".titles") if words(block.h2) == heading]
    return [words(link) for block in found for link in block.select("a")]


def posted(page: Page, days: int = 0) -> Page:
    """The page as if posted that many days after `POSTED` and not changed since."""
    page = type(page).objects.get(pk=page.pk)
    page.first_published_at = page.last_published_at = POSTED + timedelta(days=days)
    page.save()
    return page


def cost(client: Client, url: str) -> int:
    """How many queries one reading takes when the caches are warm."""
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)
