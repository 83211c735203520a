"""The word lists an administrator keeps. They hold for every site, and so does the right to change them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup
from wagtail_modeladmin.views import HistoryView

from agency import policy
from agency.registers.views import RegisterIndexView
from editorial.models import Field, Genre


class WordPermissions(PermissionHelper):
    """Changing needs the permission and to answer for every site; the lists are read in every form anyway."""

    def user_can_create(self, user: Any) -> bool:
        return policy.may(user, "add", self.model) and policy.answers_for_all(user)

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return policy.may(user, "change", self.model) and policy.answers_for_all(user)

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return policy.may(user, "delete", self.model) and policy.answers_for_all(user)


class WordHistoryView(HistoryView):
    def check_action_permitted(self, user: Any) -> bool:
        return self.permission_helper.user_can_list(user)


class WordList(ModelAdmin):
    menu_icon = "tag"
    list_per_page = 50
    permission_helper_class = WordPermissions
    index_view_class = RegisterIndexView
    history_view_class = WordHistoryView


class GenreAdmin(WordList):
    model = Genre
    menu_label = _("Genres")
    list_display = ("name", "slug", "sort_order")


class FieldAdmin(WordList):
    model = Field
    menu_label = _("Fields of work")
    list_display = ("name", "sort_order")
    search_fields = ("name",)


class WordLists(ModelAdminGroup):
    menu_label = _("Word lists")
    menu_icon = "tag"
    menu_order = 900
    items = (GenreAdmin, FieldAdmin)
