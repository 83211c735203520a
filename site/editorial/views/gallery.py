"""Starting a section from the gallery of templates (K20)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from editorial import permissions
from editorial.models import SectionPage
from editorial.section_templates import GALLERY, SectionTemplate
from editorial.slugs import free_slug


class SectionGalleryView(WagtailAdminTemplateMixin, TemplateView):
    """Shows the templates that fit below a page and makes a draft of the chosen one."""

    template_name = "editorial/section_gallery.html"
    page_title = gettext_lazy("New section from a template")
    header_icon = "folder-open-1"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not can_add_section(self.parent, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def parent(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["parent_id"]).specific

    def fitting(self) -> list[SectionTemplate]:
        allowed = {model._meta.label for model in type(self.parent).allowed_subpage_models()}
        return [template for template in GALLERY.values() if template.model in allowed]

    def get_page_subtitle(self) -> str:
        return self.parent.get_admin_display_title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "templates": self.fitting(), "parent_page": self.parent}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        chosen = {template.slug: template for template in self.fitting()}.get(
            request.POST.get("template", "")
        )
        if chosen is None:
            messages.error(request, _("Choose one of the templates."))
            return self.get(request, *args, **kwargs)
        page = self.create(chosen)
        messages.success(request, _("The section is a draft. Check it, then send it through moderation."))
        return redirect("wagtailadmin_pages:edit", page.pk)

    def create(self, template: SectionTemplate) -> SectionPage:
        page = template.build(live=False, has_unpublished_changes=True, owner=self.request.user)
        page.slug = free_slug(self.parent, template.title)
        person = permissions.person_of(self.request.user)
        page.unit = person.unit if person else None
        self.parent.add_child(instance=page)
        page.save_revision(user=self.request.user, log_action=True)
        return page


def can_add_section(parent: Page, user: Any) -> bool:
    """Whether `user` may add pages below `parent` and sections fit there."""
    fits = SectionPage in type(parent.specific).allowed_subpage_models()
    return fits and parent.permissions_for_user(user).can_add_subpage()
