"""What Wagtail's own migrations put into an empty database and a portal has no use for."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override
from wagtail.models import Collection, GroupApprovalTask, Page, Site, Workflow

APPROVAL = "Moderators approval"
TOP = "Root"
ACTIONS = {
    "add": gettext_noop("Add: %(model)s"),
    "change": gettext_noop("Change: %(model)s"),
    "delete": gettext_noop("Delete: %(model)s"),
    "view": gettext_noop("See: %(model)s"),
    "choose": gettext_noop("Choose: %(model)s"),
}


def remove() -> None:
    """Takes away the welcome page with its site, the two groups and the one-step workflow on the root.

    What is in use stays: pages below the welcome page, members of a group, a workflow that ran.
    """
    welcome = Page.objects.filter(depth=2, slug="home", content_type__model="page", numchild=0)
    Site.objects.filter(root_page__in=welcome).delete()
    for page in welcome:
        page.delete()
    Group.objects.filter(name__in=("Moderators", "Editors"), user=None).delete()
    Workflow.objects.filter(name=APPROVAL, workflow_states=None).delete()
    GroupApprovalTask.objects.filter(name=APPROVAL, workflow_tasks=None).delete()


@override(settings.LANGUAGE_CODE)
def rename() -> None:
    """Names in the portal's language for what the database holds in English: the two roots, the permissions.

    A name an administrator chose stays.
    """
    Page.objects.filter(depth=1, title=TOP).update(title=_("All portals"), draft_title=_("All portals"))
    Collection.objects.filter(depth=1, name=TOP).update(name=_("All files"))
    permissions = list(Permission.objects.select_related("content_type"))
    for permission in permissions:
        permission.name = name_of(permission)
    Permission.objects.bulk_update(permissions, ["name"])


def name_of(permission: Permission) -> str:
    """The name of a permission Django made for a model; that of any other as the catalogues have it."""
    model = permission.content_type.model_class()
    pattern = ACTIONS.get(permission.codename.partition("_")[0])
    if model is None or pattern is None or not permission.name.startswith("Can "):
        return _(permission.name)
    return _(pattern) % {"model": model._meta.verbose_name}
