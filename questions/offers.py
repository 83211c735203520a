"""The way on for who found nothing: asking the agency, with the words filled in."""

from __future__ import annotations

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from wagtail.models import Site

from questions.models import AnswerListPage
from search.nothing import WayOn

WORDS = "tieu-de"  # of the question to come, in the address of the form
LONGEST = 200


def way_on(site: Site, words: str) -> WayOn | None:
    """The form to ask."""
    sections = AnswerListPage.objects.descendant_of(site.root_page).live().public()
    page = sections.order_by("depth", "path").first()
    if page is None:
        return None
    filled = "?" + urlencode({WORDS: words[:LONGEST]}) if words else ""
    return WayOn(_("Ask the agency a question"), page.get_url() + page.reverse_subpage("ask") + filled)
