"""The inbox of questions in the admin."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from agency import policy
from agency.registers.base import Register, RegisterPermissions
from agency.registers.views import RegisterInspectView
from questions.models import Question


class InboxPermissions(RegisterPermissions):
    """Nobody writes a question in the admin; reading one needs the right to, since it holds personal data."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_inspect_obj(self, user: Any, obj: Question) -> bool:
        return policy.may_do(user, "view", obj)


class QuestionInspectView(RegisterInspectView):
    """The question with its sender, its files and the button that makes a public answer of it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        editable = self.permission_helper.user_can_edit_obj(self.request.user, self.instance)
        return {
            **context,
            "question": self.instance,
            "files": self.instance.files.all(),
            "edit_url": self.url_helper.get_action_url("edit", self.instance.pk) if editable else "",
        }


class QuestionAdmin(Register):
    model = Question
    menu_label = _("Questions received")
    menu_icon = "help"
    menu_order = 250
    list_display = ("code", "title", "field", "created_at", "status", "unit")
    list_filter = ("status", "field", "unit")
    search_fields = ("code", "title", "content")
    list_select_related = ("field", "unit", "site")
    inspect_view_class = QuestionInspectView
    inspect_template_name = "questions/admin/inspect.html"
    permission_helper_class = InboxPermissions
    panels = (
        FieldRowPanel([FieldPanel("status"), FieldPanel("unit"), FieldPanel("field")]),
        FieldPanel("reply"),
        FieldPanel("note"),
    )
