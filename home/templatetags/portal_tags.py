"""What every page of the theme needs: the site, its menus, the way to the page. Constant queries each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page as PaginatorPage
from django.db.models import F, Q
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, Site, get_page_models

from agency.models import Holding, Person
from editorial.models import EditorialPage
from editorial.models.sections import MenuPlace
from editorial.reading import Reading
from home.models import Banner, SiteIdentity
from home.models.banners import current_banners

MENU_LENGTH = 7
WEEKDAYS = [
    pgettext_lazy("in the head of a letter", "Monday"),
    pgettext_lazy("in the head of a letter", "Tuesday"),
    pgettext_lazy("in the head of a letter", "Wednesday"),
    pgettext_lazy("in the head of a letter", "Thursday"),
    pgettext_lazy("in the head of a letter", "Friday"),
    pgettext_lazy("in the head of a letter", "Saturday"),
    pgettext_lazy("in the head of a letter", "Sunday"),
]

register = template.Library()


def site_of(request: HttpRequest | None) -> Site | None:
    return Site.find_for_request(request) if request is not None else None


@register.simple_tag(takes_context=True)
def identity(context: dict[str, Any]) -> SiteIdentity:
    """The identity of the site that is asked for; an unsaved one where nothing is set up."""
    site = site_of(context.get("request"))
    if site is None:
        return SiteIdentity(agency_name=settings.WAGTAIL_SITE_NAME)
    found = SiteIdentity.for_request(context["request"])
    found.agency_name = found.agency_name or site.site_name or settings.WAGTAIL_SITE_NAME
    return found


def menu_pages(request: HttpRequest | None) -> list[EditorialPage]:
    """Public pages with a place in a menu, in the order of the tree; one reading for each request."""
    site = site_of(request)
    if site is None:
        return []
    if not hasattr(request, "_menu_pages"):
        wanted = Q(sectionpage__menu_place__gt="") | Q(show_in_menus=True)
        types = [model for model in get_page_models() if getattr(model, "in_menus", False)]
        pages = Reading(site.root_page, request).public(EditorialPage).type(*types).filter(wanted)
        request._menu_pages = list(pages.annotate(place=F("sectionpage__menu_place")).order_by("path"))
    return request._menu_pages


@register.simple_tag(takes_context=True)
def menu(context: dict[str, Any]) -> list[EditorialPage]:
    """At most seven entries: sections placed in the main menu and pages ticked "show in menus"."""
    pages = menu_pages(context.get("request"))
    return [page for page in pages if page.place == MenuPlace.MAIN or page.show_in_menus][:MENU_LENGTH]


@register.simple_tag(takes_context=True)
def footer_menu(context: dict[str, Any]) -> list[EditorialPage]:
    return [page for page in menu_pages(context.get("request")) if page.place == MenuPlace.FOOTER]


@register.simple_tag(takes_context=True)
def banners(context: dict[str, Any], place: str) -> list[Banner]:
    """The banners of `place` whose days include today."""
    return current_banners(context.get("request"), place)


@register.simple_tag(takes_context=True)
def is_here(context: dict[str, Any], entry: Page) -> str:
    """The value of aria-current for a menu entry: "page", "true" above the page shown, else ""."""
    shown = context.get("page")
    if not isinstance(shown, Page) or not shown.path:
        return ""
    if shown.path == entry.path:
        return "page"
    return "true" if shown.path.startswith(entry.path) else ""


@register.simple_tag(takes_context=True)
def ancestors(context: dict[str, Any]) -> list[Page] | None:
    """Pages between the front page and the page shown; None on the front page and where no page is shown."""
    site, shown = site_of(context.get("request")), context.get("page")
    if site is None or not isinstance(shown, Page) or shown.pk == site.root_page_id:
        return None
    if not shown.path:
        return []
    if hasattr(shown, "pages_above"):
        return shown.pages_above
    above = EditorialPage.objects.ancestor_of(shown).filter(depth__gt=site.root_page.depth)
    return list(above.order_by("depth"))


@register.simple_tag
def today_in_words() -> str:
    """Today as official letters write it (Decree 30/2020): days under 10, January and February with a 0."""
    return date_in_words(timezone.localdate())


@register.filter
def date_in_words(day: date | datetime | None) -> str:
    """A date with its weekday, as in the head of an official letter."""
    if day is None:
        return ""
    day = timezone.localtime(day).date() if isinstance(day, datetime) else day
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    words = {"weekday": WEEKDAYS[day.weekday()], "day": f"{day.day:02}", "month": month, "year": day.year}
    return _("%(weekday)s, %(day)s/%(month)s/%(year)s") % words


@register.simple_tag
def page_numbers(page: PaginatorPage) -> Iterator[int | str]:
    """Numbers around the page shown, gaps as an ellipsis."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def file_kind(name: str) -> str:
    """The kind of a file from its name: "mau.docx" gives "DOCX"."""
    return name.rsplit(".", 1)[-1].upper() if "." in name else ""


@register.simple_tag(takes_context=True)
def page_address(context: dict[str, Any], number: int, name: str = "") -> str:
    """The address shown, whatever its other parameters, with another page number."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    query[name or "page"] = str(number)
    return f"?{query.urlencode()}"


@register.simple_tag
def holdings_of(person: Person) -> list[Holding]:
    """The posts `person` holds today, the highest first."""
    return list(person.holdings.current().select_related("post", "post__unit"))
