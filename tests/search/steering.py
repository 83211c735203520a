"""Pages to be found and what steers them, for the tests of steering."""

from wagtail.models import Page

import search
from search import Query, index
from search.entries import EntryData
from search.models import Curation, ExcludedPage, PromotedPage, Synonym
from tests.builders import make_site


def put(title, *, kind="document", site=None, **fields):
    """A live page with the given entry; returns the page."""
    parent = (site or make_site()).root_page
    page = parent.add_child(instance=Page(title=title, slug=f"trang-{Page.objects.count()}"))
    index.put(page, EntryData(kind=kind, title=title, **fields))
    return page


def results(text, *, site=None, **query):
    return search.find(Query(text, site=site or make_site(), **query))


def titles(text, **query):
    return [hit.entry.title for hit in results(text, **query).hits]


def synonym(words, meanings, *, one_way=False, site=None, **fields):
    """A row of the register; wordings are parted by strokes."""
    words, meanings = words.replace("|", "\n"), meanings.replace("|", "\n")
    return Synonym.objects.create(
        site=site or make_site(), words=words, meanings=meanings, one_way=one_way, **fields
    )


def curation(wordings, promoted=(), excluded=(), *, site=None, **fields):
    """Chosen results for a question."""
    row = Curation.objects.create(site=site or make_site(), wordings=wordings.replace("|", "\n"), **fields)
    for order, page in enumerate(promoted):
        PromotedPage.objects.create(curation=row, page=page, sort_order=order)
    for page in excluded:
        ExcludedPage.objects.create(curation=row, page=page)
    return row
