"""The parent of every page with content (decision 2)."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.models import Page, Site
from wagtail.models.pages import ShowInMenusMixin
from wagtail.search import index
from wagtail.url_routing import RouteResult

from agency.models import Person, Unit
from assets import drafts
from editorial import entries, guard, publication
from editorial.forms import EditorialPageForm
from editorial.models import claims
from editorial.models.corrections import Withdrawal, date_corrections
from editorial.models.credits import CreditRole
from editorial.models.taxonomy import Field, Genre
from editorial.slugs import slug_of
from search.entries import EntryData

# What Wagtail saves on a page's row without touching what the public reads.
BOOKKEEPING = frozenset(
    {
        "wagtail_admin_comments",
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
    }
)


class Licence(models.TextChoices):
    OWN = "own", _("Our own work")
    REPRINT = "reprint", _("Reprinted, source named")
    PERMITTED = "permitted", _("Reprinted with permission")
    OFFICIAL = "official", _("Official text, not protected")


class EditorialPage(Page):
    """Content with a unit, an author, credits and a way through moderation.

    A subclass supplies `search_entry()`; a keyed one `key_kind`, `key_field` and `claim_key()`.
    """

    official_title = models.TextField(
        _("full official title"),
        blank=True,
        help_text=_("Only when it is longer than the title above; readers see the full one."),
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("One or two sentences, shown in lists."))
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("contributing unit")
    )
    author = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("author")
    )
    genre = models.ForeignKey(
        Genre, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("genre")
    )
    fields_of_work = ParentalManyToManyField(
        Field, blank=True, related_name="pages", verbose_name=_("fields of work")
    )
    source_name = models.CharField(_("source"), max_length=255, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, default=Licence.OWN)
    review_date = models.DateField(_("to be reviewed on"), null=True, blank=True)
    figures_source = models.CharField(
        _("source of the figures"),
        max_length=255,
        blank=True,
        help_text=_("The unit or the report that confirms the figures in the text."),
    )
    change_note = models.CharField(
        _("change note"),
        max_length=255,
        blank=True,
        help_text=_("What changed, in plain words."),
    )
    restricted = models.BooleanField(
        _("restricted draft"),
        default=False,
        help_text=_("Until it is published, only those who decide about it may see it."),
    )

    key_kind: ClassVar[str] = ""
    key_field: ClassVar[str] = ""
    # Whether an editor may put a page of this type into the menus.
    in_menus: ClassVar[bool] = False
    # Relations the public template shows, read together with the page.
    shown_with: ClassVar[tuple[str, ...]] = ("unit", "author", "withdrawal")
    base_form_class = EditorialPageForm
    is_creatable = False
    subpage_types: ClassVar[list[str] | None] = []
    search_fields = [
        *Page.search_fields,
        index.SearchField("official_title"),
        index.SearchField("summary"),
        index.FilterField("unit"),
    ]

    opening_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldPanel("official_title"),
        FieldPanel("summary"),
    ]
    content_panels: ClassVar[list] = opening_panels
    promote_panels: ClassVar[list] = Page.promote_panels[:1]
    editorial_panels: ClassVar[list] = [
        FieldRowPanel([FieldPanel("unit"), FieldPanel("author")]),
        FieldRowPanel([FieldPanel("genre"), FieldPanel("review_date")]),
        InlinePanel("credits", heading=_("Credits"), label=_("credit")),
        FieldPanel("fields_of_work"),
        MultiFieldPanel(
            [FieldPanel("licence"), FieldRowPanel([FieldPanel("source_name"), FieldPanel("source_url")])],
            heading=_("Source and licence"),
        ),
        FieldPanel("figures_source"),
        FieldPanel("change_note"),
        InlinePanel("corrections", heading=_("Corrections"), label=_("correction")),
        FieldPanel("restricted"),
    ]

    class Meta:
        verbose_name = _("page with content")
        verbose_name_plural = _("pages with content")

    @classmethod
    def get_edit_handler(cls) -> Any:
        """Tabs from the panel lists, so that a page type only lists panels."""
        menus = ShowInMenusMixin.promote_panels if cls.in_menus else []
        promotion = [*cls.promote_panels, *menus, *cls.settings_panels]
        tabs = [
            ObjectList(cls.content_panels, heading=_("Content")),
            ObjectList(cls.editorial_panels, heading=_("Editing")),
            ObjectList(promotion, heading=_("Promotion")),
        ]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class).bind_to_model(cls)

    @property
    def full_title(self) -> str:
        return self.official_title or self.title

    @cached_property
    def section(self) -> Page | None:
        """The page right above, which readers know as the section."""
        return self.get_parent()

    def credit_lines(self) -> list[tuple[str, str]]:
        """Pairs *(roles, names)* in the order of `CreditRole`, for "Tin: … Ảnh: …" or "Tin, ảnh: …" (V30).

        The author stands for the text unless a credit names who wrote it (C24).
        """
        credits = list(self.credits.select_related("person"))
        named = {role: [c.shown_name for c in credits if c.role == role] for role in CreditRole}
        if self.author and not named[CreditRole.TEXT]:
            named[CreditRole.TEXT] = [self.author.full_name]
        roles: dict[str, list[str]] = {}
        for role, people in named.items():
            if people:
                roles.setdefault(", ".join(people), []).append(self.role_label(role))
        return [
            (", ".join([first, *map(str.lower, more)]), people) for people, (first, *more) in roles.items()
        ]

    def role_label(self, role: CreditRole) -> str:
        """Who wrote it is named by the genre: "Tin: …", "Phóng sự: …"."""
        return self.genre.name if role == CreditRole.TEXT and self.genre else str(role.label)

    def claim_key(self) -> str:
        """The canonical key of this page, "" when it has none."""
        return ""

    def claimed_keys(self) -> set[str]:
        """The key typed now and, while a draft of a live page differs, the one the public reads."""
        keys = {self.claim_key()}
        if self.live and self.pk and (stored := type(self).objects.filter(pk=self.pk).first()):
            keys.add(stored.claim_key())
        return keys - {""}

    def search_entry(self) -> EntryData | None:
        """What the public index holds of this page; None keeps it out."""
        return None

    def entry_changes_on(self) -> date | None:
        """The next day from which the entry says something else though nobody saves the page."""
        return None

    def base_entry(self, kind: str, **given: Any) -> EntryData:
        """An entry filled from the common fields; see `editorial.entries.base_entry`."""
        return entries.base_entry(self, kind, **given)

    def is_public(self) -> bool:
        """Whether any visitor may read the page now."""
        return self.live and not self.expired and publication.is_open(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves, and in the same transaction keeps guard, claims, index and files in step (decision 7)."""
        updated = kwargs.get("update_fields")
        if updated is not None and set(updated) <= BOOKKEEPING:
            super().save(*args, **kwargs)
            return
        with transaction.atomic():
            guard.check(self)
            new = date_corrections(self) if self.live else []
            super().save(*args, **kwargs)
            claims.hold(self)
            publication.sync(self)
            publication.tell_corrections(self, new)

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        """A draft claims its key as soon as it is saved (decision 6), and shows whose hands are in it."""
        from editorial.chain import changing
        from editorial.checks import outside
        from editorial.checks.subject import Subject

        with transaction.atomic():
            claims.hold(self)
            change = changing.note(self, kwargs.get("user"))
            revision = super().save_revision(*args, **kwargs)
            publication.seal(self)
            drafts.note(self, keep=self.restricted or (self.live and not self.is_public()))
            if change:
                changing.tell(change, revision.pk)
                outside.look_later(Subject(self).addresses)
            return revision

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """A page without an address gets one in plain letters; Wagtail's own would lose the đ."""
        if not self.slug and (self.path or hasattr(self, "_cached_parent_obj")):
            self.slug: str = self._get_autogenerated_slug(slug_of(self.title) or "trang")
        super().full_clean(*args, **kwargs)

    def get_workflow(self) -> Any:
        """The stages arranged for this section and type; see `editorial.chain.chains`."""
        from editorial.chain.chains import chain_of

        chain = chain_of(self)
        return chain.workflow if chain and chain.workflow and chain.workflow.active else None

    @property
    def has_workflow(self) -> bool:
        return self.get_workflow() is not None

    def route(self, request: Any, path_components: list[str]) -> Any:
        """The address of a text that was taken down with an explanation still answers, with that alone."""
        if not path_components and not self.live and self.withdrawn:
            return RouteResult(self)
        return super().route(request, path_components)

    @cached_property
    def withdrawn(self) -> Withdrawal | None:
        """What readers are told instead of the text, if it was withdrawn; an alias tells the same."""
        if self.alias_of_id:
            return Withdrawal.objects.filter(page=self.alias_of_id).first()
        return getattr(self, "withdrawal", None)

    def permissions_for_user(self, user: Any) -> Any:
        """The one tester of what an account may do with a page (decision 9)."""
        from editorial.permissions import ChainPermissionTester

        return ChainPermissionTester(user, self)

    def get_view_restrictions(self) -> Any:
        """Those the request has read already, else asked anew."""
        known = getattr(self, "known_restrictions", None)
        return super().get_view_restrictions() if known is None else known

    def get_site(self) -> Site | None:
        return super().get_site() if self.pk or self.path else None

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "section": self.section}
