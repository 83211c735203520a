"""The workflow a new site starts with: unit head, moderator, head of the board."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Site, Workflow, WorkflowPage, WorkflowTask

STAGES = (
    ("Lãnh đạo đơn vị cho ý kiến", "truongphong"),
    ("Kiểm duyệt nội dung", "kiemduyet"),
    ("Trưởng Ban biên tập duyệt", "truongban"),
)


@transaction.atomic
def install(site: Site, groups: dict[str, Group]) -> Workflow:
    """The three-stage workflow on the home page of `site`; one already there is left as it is."""
    bound = WorkflowPage.objects.filter(page=site.root_page).select_related("workflow").first()
    if bound:
        return bound.workflow
    workflow = Workflow.objects.create(name=f"Duyệt ba bước – {site.site_name or site.hostname}")
    for order, (name, role) in enumerate(STAGES):
        task = GroupApprovalTask.objects.create(name=name)
        task.groups.add(groups[role])
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    WorkflowPage.objects.create(workflow=workflow, page=site.root_page)
    return workflow
