"""A procedure as a task: what the reader needs first, then the official text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

import segno
from django.db.models import F
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Site

from docs.numbers import linking_key
from procedures import doubts
from procedures.models.pages import AGENCY_FIELDS
from search.models import Entry
from search.text import sort_key

if TYPE_CHECKING:
    from django.http import HttpRequest

    from procedures.models import OnlineLevel, Paper, ProcedurePage, Way

LONGEST_FACT = 60
HELD_KEY = "page__editorialpage__documentpage__number_key"


def task(page: ProcedurePage, request: HttpRequest) -> dict[str, Any]:
    """The context of the detail page; each child table is read once."""
    ways, papers = list(page.ways.all()), list(page.papers.select_related("form"))
    return {
        "ways": ways,
        "facts": facts(page, ways),
        "cases": cases(papers),
        "outcomes": page.outcomes.all(),
        "about": about(page),
        "requirements": doubts.told(page.requirements),
        "qr": qr(page.national_url),
        **named(page, request),
    }


def facts(page: ProcedurePage, ways: list[Way]) -> list[dict[str, Any]]:
    """How long, how much, where, how far online."""
    return [
        {"label": _("How long"), "icon": "clock", **several([way.time_told for way in ways])},
        {"label": _("How much"), "icon": "banknote", **fee(page, ways)},
        {"label": _("Where to file"), "icon": "map-pin", "value": page.desk or where(page, ways)},
        {"label": _("Online"), "icon": "monitor-check", **online(page.online_level)},
    ]


def online(level: OnlineLevel | None) -> dict[str, Any]:
    """The level with its reason and the day somebody checked it (V14, V26)."""
    if level is None:
        return {"value": ""}
    day = date_format(level.checked_on, "d/m/Y") if level.checked_on else ""
    checked = _("checked on %(day)s") % {"day": day} if day else ""
    return {"value": level.get_service_display(), "note": "; ".join(filter(None, [level.reason, checked]))}


def several(values: list[str]) -> dict[str, Any]:
    """The first of the distinct values and how many others there are."""
    distinct = list(dict.fromkeys(value for value in values if value))
    if not distinct:
        return {"value": ""}
    others = len(distinct) - 1
    note = ngettext("or %(n)s other, see below", "or %(n)s others, see below", others) % {"n": others}
    return {"value": distinct[0], "note": note if others else ""}


def fee(page: ProcedurePage, ways: list[Way]) -> dict[str, Any]:
    if page.local_fee:
        return {"value": page.local_fee if len(page.local_fee) <= LONGEST_FACT else _("See below")}
    told = several([way.fee_told for way in ways])
    if not told["value"] and any(doubts.names_amount(way.description_told) for way in ways):
        return {"value": _("See below")}
    return told if len(str(told["value"])) <= LONGEST_FACT else {"value": _("See below")}


def where(page: ProcedurePage, ways: list[Way]) -> str:
    place = doubts.told(page.reception_address) or doubts.told(page.executing_agency)
    channels = ", ".join(dict.fromkeys(str(way.get_channel_display()) for way in ways))
    return place if place and len(place) <= LONGEST_FACT else channels


def cases(papers: list[Paper]) -> list[tuple[str, list[Paper]]]:
    """Papers by case, in the order of the source."""
    groups: dict[str, list[Paper]] = {}
    for paper in papers:
        groups.setdefault(paper.case, []).append(paper)
    return list(groups.items())


def named(page: ProcedurePage, request: HttpRequest) -> dict[str, Any]:
    """Legal bases, linked where this site shows the document, and related procedures by name.

    One query finds both, among what the public may read.
    """
    rows = [(row, linking_key(row.number, "")) for row in page.legal_bases.all()]
    found = public_named(page, [key for _row, key in rows if key], Site.find_for_request(request))
    urls = {one["key"]: one["url"] for one in found}
    return {
        "bases": [
            {"number": row.number, "abstract": row.abstract, "url": urls.get(key, "")} for row, key in rows
        ],
        "related": [one for one in found if one["kind"] == "procedure"],
    }


def public_named(page: ProcedurePage, keys: list[str], site: Site | None) -> list[dict[str, Any]]:
    """Related procedures and the documents with these keys, by title.

    Two halves without the site, so that an index answers each; the site is compared afterwards.
    """
    entries = Entry.objects.visible().values("kind", "title", "url", "site", key=F(HELD_KEY))
    related = entries.filter(page__in=page.related_rows.values_list("target_id", flat=True))
    found = related.union(entries.filter(**{f"{HELD_KEY}__in": keys}))
    own = [dict(one) for one in found if site is None or one["site"] == site.pk]
    return sorted(own, key=lambda one: sort_key(one["title"]))


def about(page: ProcedurePage) -> list[dict[str, str]]:
    """The rest of the official fields, those that say something."""
    checked = date_format(page.checked_on, "d/m/Y") if page.checked_on else ""
    pairs = [
        (_("Procedure code"), page.code),
        (_("Announced by decision"), page.decision_number),
        (_("Field of work"), ", ".join(field.name for field in page.fields_of_work.all())),
        (_("Level"), page.shown_levels),
        (_("Who it is for"), page.shown_audience),
        (_("Kind of procedure"), page.get_kind_display()),
        *[
            (capfirst(page._meta.get_field(name).verbose_name), doubts.told(getattr(page, name)))
            for name in AGENCY_FIELDS
        ],
        (_("Decision on the status"), page.status_decision),
        (_("Checked against the national portal on"), checked),
    ]
    return [{"label": str(label), "value": value} for label, value in pairs if value]


@lru_cache(maxsize=1024)
def qr(address: str) -> SafeString:
    """A QR of `address` as SVG, "" without one. The mask is fixed: trying all eight takes most time."""
    if not address:
        return SafeString("")
    code = segno.make(address, micro=False, mask=0)
    return mark_safe(code.svg_inline(scale=3, border=2, svgclass="qr", lineclass=None))  # noqa: S308 segno escapes
