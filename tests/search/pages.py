"""Pages with the entries a test gives them, and the titles a question finds."""

from wagtail.models import Page

import search
from search import Query, index
from search.entries import EntryData
from tests.builders import make_site


def put(title="Trang", *, kind="document", site=None, **fields):
    """A live page with the given entry; returns the page."""
    parent = (site or make_site()).root_page
    page = parent.add_child(instance=Page(title="Trang", slug=f"trang-{Page.objects.count()}"))
    index.put(page, EntryData(kind=kind, title=title, **fields))
    return page


def titles(text="", **query):
    return [hit.entry.title for hit in search.find(Query(text, **query)).hits]
