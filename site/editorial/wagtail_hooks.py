"""What the editorial board adds to Wagtail's admin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.admin.widgets import Button
from wagtail.models import Page, get_page_models
from wagtail.permissions import register_permission_policy
from wagtail_modeladmin.options import modeladmin_register

from editorial import (
    slug_input,  # noqa: F401 - registers itself
    withdrawing,
)
from editorial.account import MailPanel, PinPanel
from editorial.chain import emergency
from editorial.chain.registers import BoardRegisters
from editorial.choosers import person_chooser
from editorial.hiding import BULK_ACTIONS
from editorial.mail import registers as mail_registers
from editorial.mail.registers import MailRegisters
from editorial.models import EditorialPage, StageTaskState
from editorial.permissions import DraftPolicy, hidden_from, sites_overseen
from editorial.registers import WordLists
from editorial.views.assignments import AssignmentTableView
from editorial.views.checks import ChecksView
from editorial.views.decide import DecideView, TextView
from editorial.views.delegations import DelegationsView, EndDelegationView
from editorial.views.editor import editorial_pages
from editorial.views.emergency import EmergenciesView, EmergencyView
from editorial.views.gallery import SectionGalleryView, can_add_section
from editorial.views.papers import PaperView, scan
from editorial.views.previews import PreviewLinksView, RevokePreviewView, may_show
from editorial.views.schedule import ScheduleView
from editorial.views.trail import PageTrailView, TrailExportView, TrailView
from editorial.views.withdrawals import WithdrawView
from editorial.views.work import WorkPanel, WorkView


class OverseersItem(MenuItem):
    """For those who oversee a portal."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(sites_overseen(request.user))


REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)

modeladmin_register(WordLists)
modeladmin_register(BoardRegisters)
register_permission_policy(Page, DraftPolicy())
modeladmin_register(MailRegisters)
for bulk_action in BULK_ACTIONS:
    hooks.register("register_bulk_action", bulk_action, order=100)


@hooks.register("register_admin_viewset")
def choosers() -> list[Any]:
    return [person_chooser, editorial_pages]


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    gallery = SectionGalleryView.as_view()
    return [
        path("chuyen-muc/mau/<int:parent_id>/", gallery, name="editorial_section_gallery"),
        path("ban-bien-tap/bang-phan-cong/", AssignmentTableView.as_view(), name="editorial_assignments"),
        path("nhat-ky/", TrailView.as_view(), name="editorial_trail_list"),
        path("nhat-ky/tai-ve/", TrailExportView.as_view(), name="editorial_trail_export"),
        path("nhat-ky/<int:pk>/", PageTrailView.as_view(), name="editorial_trail"),
        path("viec-cua-toi/", WorkView.as_view(), name="editorial_work"),
        path("viec-cua-toi/<slug:tab>/", WorkView.as_view(), name="editorial_work_tab"),
        path("duyet/<int:pk>/", DecideView.as_view(), name="editorial_decide"),
        path("duyet/<int:pk>/giay/", PaperView.as_view(), name="editorial_paper"),
        path("duyet/ban-quet/<int:pk>/", scan, name="editorial_paper_scan"),
        path("dang-khan/", EmergenciesView.as_view(), name="editorial_emergencies"),
        path("dang-khan/<int:pk>/", EmergencyView.as_view(), name="editorial_emergency"),
        path("uy-quyen/", DelegationsView.as_view(), name="editorial_delegations"),
        path("uy-quyen/<int:pk>/ket-thuc/", EndDelegationView.as_view(), name="editorial_delegation_end"),
        path("go-bai/<int:pk>/", WithdrawView.as_view(), name="editorial_withdraw"),
        path("hen-gio/", ScheduleView.as_view(), name="editorial_schedule"),
        path("kiem-tra/<int:pk>/", ChecksView.as_view(), name="editorial_checks"),
        path("xem-truoc/<int:pk>/", PreviewLinksView.as_view(), name="editorial_previews"),
        path(
            "xem-truoc/<int:pk>/<int:link_id>/thu-hoi/",
            RevokePreviewView.as_view(),
            name="editorial_preview_revoke",
        ),
        path("duyet/<int:pk>/noi-dung/", TextView.as_view(), name="editorial_decide_text"),
    ]


@hooks.register("construct_page_chooser_queryset")
def choosers_show_what_may_be_seen(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    return pages.exclude(pk__in=hidden_from(request.user))


@hooks.register("register_admin_menu_item")
def my_work() -> MenuItem:
    return MenuItem(_("My work"), reverse("editorial_work"), name="work", icon_name="tasks", order=50)


@hooks.register("register_reports_menu_item")
def trail_in_menu() -> MenuItem:
    return MenuItem(_("Trail"), reverse("editorial_trail_list"), name="trail", icon_name="history", order=10)


@hooks.register("register_reports_menu_item")
def schedule_in_menu() -> MenuItem:
    url = reverse("editorial_schedule")
    return OverseersItem(_("Hours and timers"), url, name="schedule", icon_name="calendar", order=20)


@hooks.register("construct_homepage_panels")
def work_comes_first(request: HttpRequest, panels: list[Any]) -> None:
    """My work stands in for what Wagtail says of moderation."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels.append(WorkPanel(request))


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts_before_the_work(request: HttpRequest, items: list[Any]) -> None:
    items.clear()


@hooks.register("insert_global_admin_css")
def styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("editorial/admin.css"))


@hooks.register("register_admin_urls")
def mail_urls() -> list[URLPattern]:
    return [
        path("thu/<int:letter_id>/gui-lai/", mail_registers.retry, name="editorial_letter_retry"),
        path("thu/ma-pin/<int:pin_id>/mo-khoa/", mail_registers.unlock, name="editorial_pin_unlock"),
    ]


@hooks.register("register_account_settings_panel")
def mail_panel(request: HttpRequest, user: Any, profile: Any) -> MailPanel:
    return MailPanel(request, user, profile)


@hooks.register("register_account_settings_panel")
def pin_panel(request: HttpRequest, user: Any, profile: Any) -> PinPanel:
    return PinPanel(request, user, profile)


@hooks.register("register_page_header_buttons")
def section_from_template(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    if can_add_section(page, user):
        url = reverse("editorial_section_gallery", args=[page.pk])
        yield Button(_("New section from a template"), url, icon_name="folder-open-1", priority=16)


@hooks.register("register_page_header_buttons")
def checks_and_trail(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(page.specific_deferred, EditorialPage):
        yield Button(
            _("Checks"), reverse("editorial_checks", args=[page.pk]), icon_name="clipboard-list", priority=17
        )
        yield Button(_("Trail"), reverse("editorial_trail", args=[page.pk]), icon_name="history", priority=18)
        if may_show(user, page.specific):
            previews = reverse("editorial_previews", args=[page.pk])
            yield Button(_("Preview for outsiders"), previews, icon_name="view", priority=19)
        if page.live and page.permissions_for_user(user).can_unpublish():
            withdraw = reverse("editorial_withdraw", args=[page.pk])
            yield Button(_("Withdraw"), withdraw, icon_name="no-view", priority=61)
        if emergency.is_offered(page.specific, user):
            forced = reverse("editorial_emergency", args=[page.pk])
            yield Button(_("Publish in an emergency"), forced, icon_name="warning", priority=60)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def my_work_comes_after_sending(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Where a text that was sent stands; Wagtail has said that it was."""
    sent = request.POST.get("action-submit") and StageTaskState.objects.open().filter(page=page.pk).exists()
    return redirect("editorial_work_tab", "cua-toi") if sent else None


@hooks.register("construct_page_action_menu")
def sending_again_comes_first(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """For a text that was returned; the first button is the one shown."""
    page = context.get("page")
    flow = page.current_workflow_state if page else None
    if flow and flow.status == flow.STATUS_NEEDS_CHANGES:
        items.sort(key=lambda item: item.name != "action-submit")


@hooks.register("on_serve_page", order=100)
def say_that_it_was_withdrawn(serve: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Inside the rules of who may read; only a withdrawn page is served without being public."""

    def serve_or_explain(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        if page.live or not isinstance(page, EditorialPage) or page.withdrawn is None:
            return serve(page, request, args, kwargs)
        return withdrawing.gone(request, page.withdrawn)

    return serve_or_explain


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
