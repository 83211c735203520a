"""What an administrator arranges: the board, who answers for what, delegations, chains, reasons, checks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin import display
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail_modeladmin.options import ModelAdminGroup

from agency.registers.base import Register, dates_panel
from agency.registers.filters import InForceFilter
from agency.registers.forms import RegisterForm
from editorial.checks import gate
from editorial.models import (
    Assignment,
    Board,
    Chain,
    CheckRule,
    Delegation,
    EditorialPage,
    Membership,
    ReturnReason,
)
from editorial.registers import WordList


class BoardRegister(Register):
    model = Board
    menu_icon = "group"
    menu_label = _("Bodies")
    base_url_path = "ban-bien-tap/to-chuc"
    list_display = ("name", "kind", "decision_number", "period")
    list_export = ("name", "kind", "decision_number", "valid_from", "valid_to", "is_public", "site")
    export_filename = "ban-bien-tap"
    list_filter = (InForceFilter, "kind")
    search_fields = ("name", "decision_number")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("site")]),
                    FieldPanel("decision_number"),
                    FieldPanel("is_public"),
                    dates_panel(),
                ],
                heading=_("Editorial body"),
            )
        ],
        base_form_class=RegisterForm,
    )


class MembershipRegister(Register):
    model = Membership
    menu_icon = "user"
    menu_label = _("Members")
    base_url_path = "ban-bien-tap/thanh-vien"
    list_display = ("person", "board", "role", "decision_number", "period")
    list_export = ("person", "board", "role", "decision_number", "valid_from", "valid_to")
    export_filename = "thanh-vien-ban-bien-tap"
    list_filter = (InForceFilter, "board", "role")
    search_fields = ("person__full_name", "decision_number")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("board"),
                    FieldPanel("person"),
                    FieldPanel("role"),
                    FieldPanel("decision_number"),
                    dates_panel(),
                ],
                heading=_("Member"),
            )
        ],
        base_form_class=RegisterForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).by_rank().select_related("person", "board__site")


class AssignmentForm(RegisterForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = self.fields["membership"].queryset
        self.fields["membership"].queryset = members.by_rank()


class AssignmentRegister(Register):
    model = Assignment
    menu_icon = "clipboard-list"
    menu_label = _("Assignments")
    base_url_path = "ban-bien-tap/phan-cong"
    index_template_name = "editorial/registers/assignments.html"
    list_display = ("member", "duty", "unit", "section", "basis", "period")
    list_export = ("member", "duty", "unit", "section", "basis", "valid_from", "valid_to")
    export_filename = "bang-phan-cong"
    list_filter = (InForceFilter, "duty")
    search_fields = ("membership__person__full_name", "unit__name", "section__title", "basis")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("membership"),
                    FieldPanel("duty"),
                    FieldPanel("unit"),
                    FieldPanel("section"),
                    FieldPanel("basis"),
                    dates_panel(),
                ],
                heading=_("Assignment"),
            )
        ],
        base_form_class=AssignmentForm,
    )

    def get_queryset(self, request: Any) -> Any:
        rows = super().get_queryset(request)
        return rows.select_related("membership__person", "membership__board__site", "unit__site", "section")

    @display(description=_("member"), ordering="membership__person__full_name")
    def member(self, row: Assignment) -> str:
        return str(row.membership)


class DelegationRegister(Register):
    """Nothing is taken away from the one who delegates; who decided for whom stands on every decision."""

    model = Delegation
    menu_icon = "user"
    menu_label = _("Delegations")
    base_url_path = "ban-bien-tap/uy-quyen"
    list_display = ("giver", "receiver", "stage_name", "basis", "period")
    list_export = ("giver", "receiver", "stage_name", "basis", "valid_from", "valid_to")
    export_filename = "uy-quyen"
    list_filter = (InForceFilter,)
    search_fields = ("giver__full_name", "receiver__full_name", "basis")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("giver"),
                    FieldPanel("receiver"),
                    FieldPanel("stage"),
                    FieldPanel("basis"),
                    dates_panel(),
                ],
                heading=_("Delegation"),
            )
        ],
        base_form_class=RegisterForm,
    )

    def get_queryset(self, request: Any) -> Any:
        rows = super().get_queryset(request)
        return rows.select_related("giver__unit__site", "receiver", "stage")

    @display(description=_("stage"))
    def stage_name(self, row: Delegation) -> str:
        return row.stage.name if row.stage else str(_("every stage"))


class ChainForm(RegisterForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [model for model in EditorialPage.__subclasses__() if not model._meta.abstract]
        types = ContentType.objects.get_for_models(EditorialPage, *leaves(kinds))
        field = self.fields["page_type"]
        field.queryset = ContentType.objects.filter(pk__in=[row.pk for row in types.values()])
        field.label_from_instance = name_of_type


def leaves(models: list[type]) -> list[type]:
    """These models and all that build on them."""
    return models + [leaf for model in models for leaf in leaves(model.__subclasses__())]


def name_of_type(row: ContentType) -> str:
    model = row.model_class()
    return str(model._meta.verbose_name) if model else row.model


class ChainRegister(Register):
    model = Chain
    menu_icon = "tasks"
    menu_label = _("Chains of approval")
    base_url_path = "ban-bien-tap/quy-trinh"
    list_display = ("section", "kind", "stages", "resumes")
    list_export = ("section", "kind", "stages", "resumes", "site")
    export_filename = "quy-trinh-duyet"
    search_fields = ("section__title", "workflow__name")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("site"),
                    FieldPanel("section"),
                    FieldPanel("page_type"),
                    FieldPanel("workflow"),
                    FieldPanel("resumes"),
                ],
                heading=_("Chain of approval"),
            )
        ],
        base_form_class=ChainForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("section", "page_type", "workflow")

    @display(description=_("kind of page"))
    def kind(self, row: Chain) -> str:
        return name_of_type(row.page_type) if row.page_type else str(_("every kind"))

    @display(description=_("stages"))
    def stages(self, row: Chain) -> str:
        return str(row)


class ReasonRegister(WordList):
    model = ReturnReason
    menu_icon = "undo"
    menu_label = _("Reasons for a return")
    base_url_path = "ban-bien-tap/ly-do-tra-lai"
    list_display = ("name", "sort_order", "is_active")
    search_fields = ("name",)


class CheckRuleForm(RegisterForm):
    check_slug = forms.ChoiceField(label=_("Check"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["check_slug"].choices = weighable()


def weighable() -> list[tuple[str, Any]]:
    """The checks whose weight a row may change; a gate stays shut."""
    return [(check.slug, check.label) for check in gate.checks() if not check.gate]


class CheckRuleRegister(WordList):
    model = CheckRule
    menu_icon = "glasses"
    menu_label = _("Rules of the checks")
    base_url_path = "ban-bien-tap/quy-tac-kiem-tra"
    list_display = ("check", "kind", "level")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("check_slug"), FieldPanel("genre"), FieldPanel("level")],
                heading=_("Rule of a check"),
            )
        ],
        base_form_class=CheckRuleForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("genre")

    @display(description=_("check"), ordering="check_slug")
    def check(self, row: CheckRule) -> str:
        return str(dict(weighable()).get(row.check_slug, row.check_slug))

    @display(description=_("genre"))
    def kind(self, row: CheckRule) -> str:
        return row.genre.name if row.genre else str(_("every genre"))


class BoardRegisters(ModelAdminGroup):
    menu_label = _("Editorial board")
    menu_icon = "group"
    menu_order = 260
    items = (
        *(BoardRegister, MembershipRegister, AssignmentRegister, DelegationRegister),
        *(ChainRegister, ReasonRegister, CheckRuleRegister),
    )
