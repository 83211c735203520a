"""The registers of what editors steer, and of what is to be written, in the admin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.admin import SimpleListFilter, display
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.forms import Textarea
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail_modeladmin.options import ModelAdminGroup

from agency import policy
from agency.registers.base import Register, dates_panel
from agency.registers.filters import InForceFilter
from agency.registers.forms import RegisterForm
from agency.registers.views import RegisterCreateView
from search.explanation.view import NAME, may_explain
from search.learning.models import QueryCount, WantedText
from search.models import Entry
from search.steering.models import Curation, Synonym, lines

LINES = Textarea({"rows": 3})
LISTED = 3  # wordings or pages named in a cell of a list


class PrefilledCreateView(RegisterCreateView):
    """The form of a new row, with what the address says in the fields that the register names `prefilled`."""

    def get_initial(self) -> dict[str, Any]:
        given = {name: self.request.GET.get(name, "")[:255] for name in self.model_admin.prefilled}
        return super().get_initial() | {name: value for name, value in given.items() if value}


class WantedCreateView(PrefilledCreateView):
    """Remembers who wants the text."""

    def get_instance(self) -> WantedText:
        instance = super().get_instance()
        instance.wanted_by = self.request.user
        return instance


def few(texts: list[str]) -> str:
    """The first of `texts`, and how many more there are."""
    more = len(texts) - LISTED
    shown = "; ".join(texts[:LISTED])
    return _("%(shown)s and %(more)d more") % {"shown": shown, "more": more} if more > 0 else shown


class SteeringRegister(Register):
    create_view_class = PrefilledCreateView
    prefilled: tuple[str, ...] = ("words", "site")


class SynonymRegister(SteeringRegister):
    model = Synonym
    menu_icon = "resubmit"
    menu_label = gettext_lazy("Synonyms")
    base_url_path = "tim-kiem/tu-dong-nghia"
    list_display = ("typed", "direction", "sought", "is_active", "site")
    list_export = ("words", "meanings", "one_way", "is_active", "note", "site")
    export_filename = "tu-dong-nghia"
    list_filter = ("one_way", "is_active")
    search_fields = ("words", "meanings", "note")
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("words", widget=LINES),
                    FieldPanel("meanings", widget=LINES),
                    FieldPanel("one_way"),
                    FieldPanel("is_active"),
                ],
                heading=gettext_lazy("Words that are looked for together"),
            ),
            FieldPanel("note"),
            FieldPanel("site"),
        ],
        base_form_class=RegisterForm,
    )

    @display(description=gettext_lazy("words typed"), ordering="words")
    def typed(self, row: Synonym) -> str:
        return few(lines(row.words))

    @display(description=gettext_lazy("is also looked for"))
    def sought(self, row: Synonym) -> str:
        return few(lines(row.meanings))

    @display(description=gettext_lazy("direction"), ordering="one_way")
    def direction(self, row: Synonym) -> str:
        return _("one way →") if row.one_way else _("both ways ↔")


class CurationForm(RegisterForm):
    """Pages are named once, and only those of the portal that readers can see now."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        chosen = [row for name in ("promoted", "excluded") for row in self._rows(name)]
        if not chosen:
            self.add_error(None, _("Choose at least one page that comes first or that never comes."))
        pages = [row["page"] for row in chosen]
        for page in {page for page in pages if pages.count(page) > 1}:
            self.add_error(None, _("“%(page)s” is chosen twice.") % {"page": page})
        new = [row["page"] for row in chosen if not row["id"] or row["id"].page_id != row["page"].pk]
        for page in _hidden(new, data.get("site")):
            self.add_error(
                None, _("“%(page)s” is not a page of this portal that readers see.") % {"page": page}
            )
        return data

    def _rows(self, name: str) -> list[dict[str, Any]]:
        formset = self.formsets[name]
        if not formset.is_valid():
            raise ValidationError(_("Choose a page in every row, or remove the row."))
        return [form.cleaned_data for form in formset.forms if _is_kept(form)]


def _is_kept(form: Any) -> bool:
    return bool(form.cleaned_data.get("page")) and not form.cleaned_data.get("DELETE")


def _hidden(pages: Iterable[Any], site: Any) -> list[Any]:
    """Those of `pages` that readers of `site` do not see now."""
    pages = list(pages)
    seen = Entry.objects.visible().filter(site=site, page__in=pages).values_list("page_id", flat=True)
    public = set(seen)
    return [page for page in pages if page.pk not in public]


class CurationRegister(SteeringRegister):
    model = Curation
    menu_icon = "pick"
    menu_label = gettext_lazy("Chosen results")
    base_url_path = "tim-kiem/ket-qua-chon"
    prefilled = ("wordings", "site")
    list_display = ("question", "first", "never", "period", "site")
    list_export = ("wordings", "first", "never", "valid_from", "valid_to", "note", "site")
    export_filename = "ket-qua-chon"
    list_filter = (InForceFilter,)
    search_fields = ("wordings", "note")
    edit_handler = ObjectList(
        [
            FieldPanel("wordings", widget=LINES),
            HelpPanel(template="search/admin/curation_explained.html"),
            InlinePanel("promoted", [FieldPanel("page")], heading=gettext_lazy("Pages that come first")),
            InlinePanel("excluded", [FieldPanel("page")], heading=gettext_lazy("Pages that never come")),
            dates_panel(),
            FieldPanel("note"),
            FieldPanel("site"),
        ],
        base_form_class=CurationForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Curation]:
        return super().get_queryset(request).prefetch_related("promoted__page", "excluded__page")

    def get_inspect_view_fields(self) -> list[str]:
        return ["wordings", "promoted", "excluded", "valid_from", "valid_to", "note", "site"]

    @display(description=gettext_lazy("search words"), ordering="wordings")
    def question(self, row: Curation) -> str:
        return few(lines(row.wordings))

    @display(description=gettext_lazy("comes first"))
    def first(self, row: Curation) -> str:
        return few([str(chosen) for chosen in row.promoted.all()])

    @display(description=gettext_lazy("never comes"))
    def never(self, row: Curation) -> str:
        return few([str(chosen) for chosen in row.excluded.all()])

    def warnings(self, instance: Model) -> list[str]:
        text = _("“%(page)s” is not public now; readers do not see it here until it is.")
        pages = [chosen.page for chosen in instance.promoted.all()]
        return [text % {"page": page} for page in _hidden(pages, instance.site)]


class OpenFilter(SimpleListFilter):
    """What is still to be written, or done."""

    title = gettext_lazy("state")
    parameter_name = "open"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("yes", gettext_lazy("To write")), ("no", gettext_lazy("Done"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        wanted = {"yes": True, "no": False}.get(self.value() or "")
        return queryset if wanted is None else queryset.filter(done_on__isnull=wanted)


class WantedTextRegister(SteeringRegister):
    model = WantedText
    menu_icon = "edit"
    menu_label = gettext_lazy("Things to write")
    base_url_path = "tim-kiem/can-viet"
    create_view_class = WantedCreateView
    list_display = ("words", "wanted", "wanted_by", "done", "site")
    list_export = ("words", "note", "wanted_by", "wanted_at", "done_on", "site")
    export_filename = "can-viet"
    list_filter = (OpenFilter,)
    search_fields = ("words", "note")
    edit_handler = ObjectList(
        [FieldPanel("words"), FieldPanel("note"), FieldPanel("done_on"), FieldPanel("site")],
        base_form_class=RegisterForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[WantedText]:
        return super().get_queryset(request).select_related("wanted_by")

    @display(description=gettext_lazy("wanted since"), ordering="wanted_at")
    def wanted(self, row: WantedText) -> str:
        return date_format(localtime(row.wanted_at), "d/m/Y")

    @display(description=gettext_lazy("done on"), ordering="done_on")
    def done(self, row: WantedText) -> str:
        return date_format(row.done_on, "d/m/Y") if row.done_on else _("to write")


class ReportItem(MenuItem):
    """For those who may read the counts."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy.may(request.user, "view", QueryCount)


class ExplanationItem(MenuItem):
    """For those who may ask why search answers so."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_explain(request.user)


class SearchRegisters(ModelAdminGroup):
    """The reports first: they say what there is to do."""

    menu_label = gettext_lazy("Search by readers")
    menu_icon = "search"
    menu_item_name = "reader-search"
    menu_order = 270
    items = (SynonymRegister, CurationRegister, WantedTextRegister)

    def get_submenu_items(self) -> list[MenuItem]:
        label = gettext_lazy("What readers search for")
        report = ReportItem(label, reverse("search_asked"), name="search-asked", icon_name="list-ol", order=0)
        explained = ExplanationItem(
            gettext_lazy("Explain a result"),
            reverse(NAME),
            name="search-explained",
            icon_name="help",
            order=1,
        )
        return [report, explained, *super().get_submenu_items()]
