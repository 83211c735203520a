"""The two word lists an administrator keeps."""

from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup

from editorial.models import Field, Genre


class GenreAdmin(ModelAdmin):
    model = Genre
    menu_label = _("Genres")
    menu_icon = "tag"
    list_display = ("name", "slug", "sort_order")
    list_per_page = 50


class FieldAdmin(ModelAdmin):
    model = Field
    menu_label = _("Fields of work")
    menu_icon = "tag"
    list_display = ("name", "sort_order")
    search_fields = ("name",)
    list_per_page = 50


class WordLists(ModelAdminGroup):
    menu_label = _("Word lists")
    menu_icon = "tag"
    menu_order = 900
    items = (GenreAdmin, FieldAdmin)
