"""What the editorial board adds to Wagtail's admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page, get_page_models
from wagtail.permissions import register_permission_policy
from wagtail_modeladmin.options import modeladmin_register

from editorial import slug_input  # noqa: F401 - registers itself
from editorial.choosers import person_chooser
from editorial.permissions import DraftPolicy
from editorial.registers import WordLists
from editorial.views.gallery import SectionGalleryView, can_add_section

modeladmin_register(WordLists)
register_permission_policy(Page, DraftPolicy())


@hooks.register("register_admin_viewset")
def choosers() -> list[Any]:
    return [person_chooser]


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    view = SectionGalleryView.as_view()
    return [path("chuyen-muc/mau/<int:parent_id>/", view, name="editorial_section_gallery")]


@hooks.register("register_page_header_buttons")
def section_from_template(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if can_add_section(page, user):
        url = reverse("editorial_section_gallery", args=[page.pk])
        yield Button(_("New section from a template"), url, icon_name="folder-open-1", priority=16)


@hooks.register("before_copy_page")
def refuse_keyed_aliases(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Tells the reason before anything is copied, where the guard would stop half way (decision 6)."""
    if request.method != "POST" or not request.POST.get("alias"):
        return None
    keyed = [model for model in get_page_models() if getattr(model, "key_kind", "")]
    tree = Page.objects.descendant_of(page, inclusive=True) if request.POST.get("copy_subpages") else None
    pages = tree if tree is not None else Page.objects.filter(pk=page.pk)
    if not keyed or not pages.type(*keyed).exists():
        return None
    messages.error(request, _("A page with its own number or code cannot have an alias. Link to it instead."))
    return redirect("wagtailadmin_explore", page.get_parent().pk)
