"""Why readers do not find a page by a question."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from agency import policy
from search import kinds
from search.asking.answer import Answer
from search.explanation.words import Words
from search.matching import matches
from search.models import Entry
from search.query import Query


def path_of(address: str) -> str:
    """The path of an address as it is typed or pasted, whole or in part; an address nobody has stays so."""
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return address
    return f"/{unquote(path).strip('/')}/" if path.strip("/") else "/"


def without_entry(user: policy.Account, site: Site, path: str) -> str:
    """Why the page at `path` has no entry; of a page the account may not edit nothing is told."""
    page = Page.objects.filter(url_path=f"{site.root_page.url_path.rstrip('/')}{path}").first()
    if page is None or not page.specific.permissions_for_user(user).can_edit():
        return _(
            "No page at this address is public: it may be a draft, taken down or kept for some, "
            "or the address is mistyped."
        )
    if not page.live:
        return _("The page is not public: it is a draft, or was taken down.")
    if page.get_view_restrictions().exists():
        return _("The page is kept for some people; only what everybody may read is found.")
    return _("Pages of this type are not searched.")


def with_entry(entry: Entry, query: Query, answer: Answer, words: Words | None) -> str:
    """Why a page that is searched is not among the results of `query`."""
    chosen, question = answer.query.steering.chosen, answer.query.question
    if hidden := _hidden(entry):
        return hidden
    if chosen and entry.page_id in chosen.excluded:
        return _("The editors left the page out for this question, in “Chosen results”.")
    if query.kinds and entry.kind not in query.kinds:
        return _("It is of the kind “%(kind)s”, and another kind was chosen.") % {
            "kind": kinds.get(entry.kind).label
        }
    if not question.is_plain and entry.pk in {match.entry_id for match in matches(answer.query).found}:
        return _(
            "It has the words, but not the phrase in quotation marks or the date, or it has what is left out."
        )
    if words is None or not words.there:
        return _("It has none of the words asked for.")
    if answer.weighed is None:
        return _("What was typed is the number of a document; only what has this number is shown.")
    return _(
        "It has too little of the question: %(covered)d %%. A result has at least %(needed)d %%, "
        "or as much of what the best result has."
    ) % {"covered": words.covered, "needed": words.needed}


def _hidden(entry: Entry) -> str:
    now = timezone.now()
    if entry.visible_from and entry.visible_from > now:
        return _("Readers see the page from %(at)s on.") % {"at": _moment(entry.visible_from)}
    if entry.visible_until and entry.visible_until <= now:
        return _("The page expired at %(at)s.") % {"at": _moment(entry.visible_until)}
    return ""


def _moment(at: datetime) -> str:
    return date_format(localtime(at), "H:i d/m/Y")
