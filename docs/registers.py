"""The registers of types and issuers in the admin, and the choice of an issuer in forms."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail_modeladmin.options import ModelAdminGroup

from agency.registers.search import FoldedSearch
from docs.models import DocumentType, Issuer
from editorial.registers import WordList


class DocumentTypeAdmin(WordList):
    model = DocumentType
    menu_label = _("Types of documents")
    menu_icon = "list-ul"
    list_display = ("name", "code", "family", "reader_class", "sort_order")
    list_filter = ("family", "reader_class")
    search_fields = ("name", "code")
    search_handler_class = FoldedSearch


class IssuerAdmin(WordList):
    model = Issuer
    menu_label = _("Issuers")
    menu_icon = "group"
    list_display = ("name", "symbol", "ended")
    search_fields = ("name", "symbol")
    search_handler_class = FoldedSearch


class DocumentRegisters(ModelAdminGroup):
    menu_label = _("Registers of documents")
    menu_icon = "doc-full"
    menu_order = 890
    items = (DocumentTypeAdmin, IssuerAdmin)


class IssuerChooserViewSet(ChooserViewSet):
    model = Issuer
    icon = "group"
    choose_one_text = _("Choose an issuer")
    choose_another_text = _("Choose another issuer")
    edit_item_text = _("Edit this issuer")
    form_fields = ("name", "symbol")
    per_page = 20


issuer_chooser = IssuerChooserViewSet("issuer_chooser")
