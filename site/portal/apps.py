from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PortalConfig(AppConfig):
    name = "portal"
    default = True
    verbose_name = _("Portal")

    def ready(self) -> None:
        from portal.presets.build import offer_gallery

        offer_gallery()


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's views of accounts with our bounds."""

    user_viewset = "portal.accounts.UserViewSet"
