"""From an address to its page in two queries, however deep it lies (Wagtail takes two a level)."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from wagtail.models import Page

from editorial.reading import restrictions_of


def route(home: Page, request: HttpRequest, components: list[str]) -> Any:
    """The result of the deepest page whose address begins the one asked for. Raises `Http404`."""
    above = line(home, components)
    if not above:
        raise Http404
    page = specific(above.pop())
    page._cached_parent_obj = above[-1] if above else home
    page.pages_above = above
    recall_restrictions(page, [home, *above], request)
    return page.route(request, components[len(above) + 1 :])


def recall_restrictions(page: Any, above: list[Page], request: HttpRequest) -> None:
    """Tells `page` what Wagtail would ask for again; an alias is left to Wagtail."""
    if not any(one.alias_of_id for one in [*above, page]):
        page.known_restrictions = [
            row for row in restrictions_of(request) if page.path.startswith(row.page.path)
        ]


def line(home: Page, components: list[str]) -> list[Page]:
    """The pages below `home` that the address names, topmost first. By slug, which has an index."""
    named = Page.objects.filter(slug__in=components, path__startswith=home.path, depth__gt=home.depth)
    by_address = {page.url_path: page for page in named}
    found, address = [], home.url_path
    for component in components:
        address += f"{component}/"
        if address not in by_address:
            break
        found.append(by_address[address])
    return found


def specific(page: Page) -> Any:
    """`page` as its own type with what its template shows beside its own row."""
    model = page.specific_class or type(page)
    return model._default_manager.select_related(*getattr(model, "shown_with", ())).get(pk=page.pk)
