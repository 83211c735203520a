from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.admin.apps import WagtailAdminAppConfig
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted
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


class AdminConfig(WagtailAdminAppConfig):
    """Wagtail's administration without its mail about approval, which goes to whole groups."""

    def ready(self) -> None:
        from wagtail.models import WorkflowState

        super().ready()
        signals = {
            "submitted": workflow_submitted,
            "rejected": workflow_rejected,
            "approved": workflow_approved,
        }
        for name, signal in signals.items():
            uid = f"workflow_state_{name}_email_notification"
            if not signal.disconnect(sender=WorkflowState, dispatch_uid=uid):
                raise RuntimeError(f"Wagtail no longer connects {uid}")
