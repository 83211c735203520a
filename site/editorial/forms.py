"""The form of every editorial page."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page, Site


def site_of(parent: Page | None) -> Site | None:
    return parent.get_site() if parent else None


class EditorialPageForm(WagtailAdminPageForm):
    """Takes the key of a keyed page while validating, so that the slower of two editors is told at once."""

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        if self.will_save and self.instance.key_kind and (site := self.site()):
            self.reserve_key(site)
        return not self.errors

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
