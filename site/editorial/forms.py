"""The form of every editorial page."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, Site

from agency.models import Unit
from assets import drafts, usage


def site_of(parent: Page | None) -> Site | None:
    return parent.get_site() if parent else None


class EditorialPageForm(WagtailAdminPageForm):
    """Takes the key of a keyed page while validating, so that the slower of two editors is told at once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "unit" in self.fields:
            self.offer_units()

    def offer_units(self) -> None:
        """A collaborator writes in the own unit only, which is filled in for everybody (K29)."""
        from editorial import permissions

        own = permissions.person_of(self.for_user) if self.for_user else None
        if own and own.unit and not self.instance.pk and not self.instance.unit_id:
            self.initial.setdefault("unit", own.unit_id)
            self.initial["unit"] = self.initial["unit"] or own.unit_id
            if not self.initial.get("author"):
                self.initial["author"] = own.pk
        if self.for_user and not permissions.writes_for_all(self.for_user, self.instance, self.parent_page):
            mine = {own.unit_id if own else None, self.instance.unit_id} - {None}
            self.fields["unit"].queryset = Unit.objects.filter(pk__in=mine)
            self.fields["unit"].required = bool(mine)

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if self.for_user and not drafts.sees_all(self.for_user, self.files_used()):
            self.add_error(None, _("The text uses a file that you may not see. Choose another file."))
        if self.will_save and self.instance.key_kind and (site := self.site()):
            self.reserve_key(site)
        return not self.errors

    def files_used(self) -> set[usage.FileKey]:
        """The files of the text and its rows as they were sent: a number typed by hand opens no file."""
        rows = [form.instance for formset in self.formsets.values() for form in formset.forms]
        return {key for owner in (self.instance, *rows) for key in usage.references(owner)}

    @property
    def will_save(self) -> bool:
        """False in a preview, which must not take a key; only the views that save pass a subscription."""
        return self.subscription is not None

    def site(self) -> Site | None:
        return self.instance.get_site() if self.instance.pk else site_of(self.parent_page)

    def reserve_key(self, site: Site) -> None:
        from editorial.models import claims

        try:
            claims.reserve(self.instance, site)
        except ValidationError as error:
            self.add_error(None, error)
