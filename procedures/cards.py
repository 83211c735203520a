"""The card of a procedure above the results of a search."""

from __future__ import annotations

from django.utils.translation import gettext as _
from wagtail.models import Page

from procedures.models import ProcedurePage
from procedures.reading import facts
from search.cards import Card


def card(page: Page, words: str) -> Card | None:
    """How long, how much and where to file; the button of the page itself."""
    if not isinstance(page, ProcedurePage):
        return None
    url = page.get_url()
    action = (_("See papers and steps"), url)
    if page.national_url and page.online_level and page.online_level.can_be_filed_online:
        action = (_("File online on the national portal"), page.national_url)
    return Card(page.full_title, url, facts(page, list(page.ways.all())), action, _("Procedure"))
