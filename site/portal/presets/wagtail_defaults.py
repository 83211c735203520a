"""What Wagtail's own migrations put into an empty database and a portal has no use for."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Site, Workflow

APPROVAL = "Moderators approval"


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
