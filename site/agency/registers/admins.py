"""The five registers and their place in the menu."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib.admin import display
from django.db.models import OuterRef, Prefetch, Subquery
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail_modeladmin.options import ModelAdminGroup

from agency import policy
from agency.models import CalendarDay, Holding, Person, Post, Unit
from agency.registers.base import Register, dates_panel
from agency.registers.filters import InForceFilter, PostUnitFilter, UnitFilter, YearFilter
from agency.registers.forms import RegisterForm
from agency.working_days import public_holidays

DEEPEST_INDENT = 6


def holder_name(**link) -> Subquery:
    """The name of who holds the post today, or heads the unit; `link` ties the holding to the outer row."""
    rows = Holding.objects.current().filter(**link).by_rank()
    return Subquery(rows.values("person__full_name")[:1])


class UnitRegister(Register):
    model = Unit
    menu_icon = "list-ul"
    menu_label = _("Units")
    base_url_path = "to-chuc/don-vi"
    list_display = ("name", "kind", "head_name", "phone", "period")
    list_export = (
        *("name", "short_name", "kind", "parent", "head_name", "focal_point", "address", "phone", "email"),
        *("valid_from", "valid_to", "former_names", "legal_basis"),
    )
    export_filename = "don-vi"
    list_filter = (InForceFilter, "kind")
    search_fields = ("name", "short_name", "former_names")
    ordering = ("site", "tree_position")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("short_name"),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("site")]),
                    FieldRowPanel([FieldPanel("parent"), FieldPanel("sort_order")]),
                ],
                heading=_("Unit"),
            ),
            FieldPanel("functions"),
            MultiFieldPanel(
                [
                    FieldPanel("address"),
                    FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                    FieldPanel("focal_point"),
                ],
                heading=_("Contacts"),
            ),
            MultiFieldPanel(
                [
                    dates_panel(),
                    FieldPanel("legal_basis"),
                    FieldPanel("former_names"),
                    FieldPanel("successors", widget=CheckboxSelectMultiple),
                ],
                heading=_("History"),
                classname="collapsed",
            ),
        ],
        base_form_class=RegisterForm,
    )

    def get_queryset(self, request):
        rows = policy.visible(request.user, Unit.objects.in_tree_order())
        head = holder_name(post__unit=OuterRef("pk"), post__is_head=True)
        return rows.select_related("site", "parent", "focal_point").annotate(head_name=head)

    @display(description=_("head of the unit"))
    def head_name(self, unit: Any) -> str:
        return unit.head_name or ""

    def get_extra_class_names_for_field_col(self, obj, field_name):
        indented = field_name == "name" and obj.depth
        return [f"register-depth-{min(obj.depth, DEEPEST_INDENT)}"] if indented else []


class PersonRegister(Register):
    model = Person
    menu_icon = "user"
    menu_label = _("Persons")
    base_url_path = "to-chuc/can-bo"
    list_display = ("full_name", "posts_held", "unit", "kind", "user")
    list_export = ("full_name", "kind", "unit", "posts_held", "phone", "email", "mailbox", "user")
    export_filename = "can-bo"
    list_filter = (UnitFilter, "kind")
    search_fields = ("full_name", "email", "mailbox")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("full_name"),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("unit")]),
                    FieldPanel("user"),
                ],
                heading=_("Person"),
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]), FieldPanel("mailbox")],
                heading=_("Contacts"),
            ),
            MultiFieldPanel([FieldPanel("portrait"), FieldPanel("biography")], heading=_("On the portal")),
        ],
        base_form_class=RegisterForm,
    )

    def get_queryset(self, request):
        held = Prefetch("holdings", Holding.objects.current().by_rank(), to_attr="held")
        return super().get_queryset(request).select_related("unit__site", "user").prefetch_related(held)

    @display(description=_("posts held today"))
    def posts_held(self, person: Any) -> str:
        return "; ".join(holding.post.name for holding in person.held)


class PostRegister(Register):
    model = Post
    menu_icon = "tag"
    menu_label = _("Posts")
    base_url_path = "to-chuc/chuc-vu"
    list_display = ("name", "unit", "holder_name", "rank", "marks", "period")
    list_export = (
        *("name", "unit", "holder_name", "rank", "is_head", "is_leader", "deputises_for"),
        *("valid_from", "valid_to"),
    )
    export_filename = "chuc-vu"
    list_filter = (InForceFilter, "is_leader", UnitFilter)
    search_fields = ("name", "unit__name")
    ordering = ("unit__sort_order", "unit__name", "rank", "name")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldRowPanel([FieldPanel("unit"), FieldPanel("rank")]),
                    FieldPanel("is_head"),
                    FieldPanel("is_leader"),
                    FieldPanel("deputises_for"),
                ],
                heading=_("Post"),
            ),
            dates_panel(),
        ],
        base_form_class=RegisterForm,
    )

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("unit__site", "deputises_for__unit")
        return rows.annotate(holder_name=holder_name(post=OuterRef("pk")))

    @display(description=_("held today by"))
    def holder_name(self, post: Any) -> str:
        return post.holder_name or ""

    @display(description=_("place in the agency"))
    def marks(self, post: Post) -> str:
        chosen = [(post.is_head, _("head of the unit")), (post.is_leader, _("leader of the agency"))]
        return capfirst("; ".join(str(mark) for holds, mark in chosen if holds))


class HoldingRegister(Register):
    model = Holding
    menu_icon = "clipboard-list"
    menu_label = _("Holdings of posts")
    base_url_path = "to-chuc/giu-chuc-vu"
    list_display = ("person", "post_name", "unit_name", "decision_number", "period")
    list_export = (
        *("person", "post_name", "unit_name", "decision_number", "valid_from", "valid_to", "duties"),
    )
    export_filename = "giu-chuc-vu"
    list_filter = (InForceFilter, PostUnitFilter)
    search_fields = ("person__full_name", "post__name", "post__unit__name", "decision_number")
    ordering = ("post__rank", "-valid_from")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("person"), FieldPanel("post"), FieldPanel("decision_number"), dates_panel()],
                heading=_("Holding of a post"),
            ),
            MultiFieldPanel(
                [FieldPanel("duties"), FieldPanel("supervises", widget=CheckboxSelectMultiple)],
                heading=_("Assignment"),
            ),
        ],
        base_form_class=RegisterForm,
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "post__unit__site")

    @display(description=_("post"))
    def post_name(self, holding: Holding) -> str:
        return holding.post.name

    @display(description=_("unit"))
    def unit_name(self, holding: Holding) -> str:
        return holding.post.unit.name

    def warnings(self, instance):
        text = _("%(person)s holds the same post at that time.")
        return [text % {"person": other.person} for other in instance.shared_with().by_rank()[:5]]


class CalendarRegister(Register):
    model = CalendarDay
    menu_icon = "calendar-alt"
    menu_label = _("Working-day calendar")
    base_url_path = "to-chuc/lich-lam-viec"
    index_template_name = "agency/registers/calendar.html"
    list_display = ("day", "kind", "reason", "legal_basis", "where")
    list_export = ("date", "kind", "reason", "legal_basis", "site")
    export_filename = "lich-lam-viec"
    list_filter = (YearFilter, "kind")
    search_fields = ("reason", "legal_basis")
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("date"), FieldPanel("kind")], heading=_("Special day")),
            MultiFieldPanel(
                [FieldPanel("reason"), FieldPanel("legal_basis"), FieldPanel("site")], heading=_("Reason")
            ),
        ],
        base_form_class=RegisterForm,
    )

    def holidays_ahead(self) -> list[tuple[str, Mapping[date, str]]]:
        """The public holidays of this year and the two that follow."""
        first = timezone.localdate().year
        return [(str(year), public_holidays(year)) for year in range(first, first + 3)]

    @display(description=_("date"), ordering="date")
    def day(self, row: CalendarDay) -> str:
        return row.date.strftime("%d/%m/%Y")

    @display(description=_("portal"))
    def where(self, row: CalendarDay) -> str:
        return str(row.site or _("Every portal"))


class AgencyRegisters(ModelAdminGroup):
    menu_label = _("Organisation and staff")
    menu_icon = "group"
    menu_order = 250
    items = (UnitRegister, PersonRegister, PostRegister, HoldingRegister, CalendarRegister)
