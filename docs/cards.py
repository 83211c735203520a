"""The card of a document above the results of a search."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Page

from docs.models import DocumentPage
from docs.reading import shown
from search.cards import Card


def card(page: Page, words: str) -> Card | None:
    """Whether it is in force, who issued it and when; the first file or the page."""
    if not isinstance(page, DocumentPage):
        return None
    pairs = [
        (_("Validity"), page.validity().label),
        (_("Issuer"), page.issuer and page.issuer.name),
        (_("Issued on"), shown(page.issue_date)),
        (_("Expired from"), shown(page.expiry_date))
        if page.expiry_date
        else (_("In force from"), shown(page.start)),
    ]
    facts = [{"label": label, "value": value} for label, value in pairs if value]
    url = page.get_url()
    return Card(page.full_title, url, facts, (_("Read the document"), url), page.name)
