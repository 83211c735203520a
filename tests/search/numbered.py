"""Pages with numbers, for the tests of numbers."""

from datetime import date

from wagtail.models import Page

import search
from search import Query, index
from search.entries import EntryData
from tests.builders import make_site


def put(number="", title="Văn bản", day=date(2026, 1, 1), *, kind="document", site=None, **fields):
    """A live page whose entry has this number; returns the page."""
    parent = (site or make_site()).root_page
    page = parent.add_child(instance=Page(title="Trang", slug=f"trang-{Page.objects.count()}"))
    index.put(page, EntryData(kind=kind, title=title, number=number, date=day, **fields))
    return page


def found(text, **query):
    """The numbers of the results, or the titles of those without one."""
    return [hit.entry.number or hit.entry.title for hit in search.find(Query(text, **query)).hits]
