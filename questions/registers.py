"""The inbox of questions in the admin."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import InspectView

from agency import policy
from questions.models import Question


class InboxPermissions(PermissionHelper):
    """Nobody writes a question in the admin; the rest is asked of the one policy (decision 3)."""

    def user_can_list(self, user: Any) -> bool:
        return policy.may_list(user, Question)

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_inspect_obj(self, user: Any, obj: Question) -> bool:
        return policy.may_see(user, obj)

    def user_can_edit_obj(self, user: Any, obj: Question) -> bool:
        return policy.may_do(user, "change", obj)

    def user_can_delete_obj(self, user: Any, obj: Question) -> bool:
        return policy.may_do(user, "delete", obj)


class QuestionInspectView(InspectView):
    """The question with its sender, its files and the button that makes a public answer of it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "question": self.instance, "files": self.instance.files.all()}


class QuestionAdmin(ModelAdmin):
    model = Question
    menu_label = _("Questions received")
    menu_icon = "help"
    menu_order = 250
    list_display = ("code", "title", "field", "created_at", "status", "unit")
    list_filter = ("status", "field", "unit")
    list_per_page = 30
    search_fields = ("code", "title", "content")
    list_select_related = ("field", "unit")
    inspect_view_enabled = True
    inspect_view_class = QuestionInspectView
    inspect_template_name = "questions/admin/inspect.html"
    permission_helper_class = InboxPermissions
    panels = (
        FieldRowPanel([FieldPanel("status"), FieldPanel("unit"), FieldPanel("field")]),
        FieldPanel("reply"),
        FieldPanel("note"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Question]:
        return policy.visible(request.user, super().get_queryset(request))
