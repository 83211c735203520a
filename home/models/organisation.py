"""Pages fed from the registers: who belongs where, who leads what (K02, K03, B09).

Nothing about people is typed here, so that one change of staff changes every page.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any, ClassVar

from django.db import models
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Site

from agency.models import Holding, Unit
from agency.tree import UnitNode, flatten, unit_tree
from editorial.blocks import ContentBlocks
from editorial.entries import headings
from editorial.models import Board, EditorialPage, Membership
from search.entries import EntryData


class RegisterPage(EditorialPage):
    """What the two pages share: an introduction, and the part of the agency they show."""

    introduction = StreamField(ContentBlocks(), verbose_name=_("introduction"), blank=True)
    shown_unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("only this unit"),
        help_text=_("Leave empty for the whole agency."),
    )

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "editorial.SectionPage", "home.StandardPage"]
    content_panels: ClassVar[list] = [
        *EditorialPage.opening_panels,
        FieldPanel("introduction"),
        FieldPanel("shown_unit"),
    ]

    class Meta:
        abstract = True


class OrganisationPage(RegisterPage):
    """The organisation chart of today, with contacts."""

    with_contacts = models.BooleanField(_("with addresses and telephones"), default=True)

    is_creatable = True
    in_menus = True
    template = "home/organisation_page.html"
    content_panels: ClassVar[list] = [*RegisterPage.content_panels, FieldPanel("with_contacts")]

    class Meta:
        verbose_name = _("organisation page")
        verbose_name_plural = _("organisation pages")

    def nodes(self) -> list[UnitNode]:
        """The units in force today, nested; three queries whatever their number."""
        site = self.get_site()
        top = unit_tree(site) if site else []
        if self.shown_unit_id is None:
            return top
        return [node for _depth, node in flatten(top) if node.unit.pk == self.shown_unit_id]

    def search_entry(self) -> EntryData:
        nodes = [node for _depth, node in flatten(self.nodes())]
        people = [post.holder.full_name for node in nodes for post in node.posts if post.holder]
        return self.base_entry("page", extra="\n".join([*(node.unit.name for node in nodes), *people]))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        nodes = self.nodes()
        units = [node.unit for _depth, node in flatten(nodes)]
        reachable = [unit for unit in units if unit.address or unit.phone or unit.email]
        return {
            **super().get_context(request, *args, **kwargs),
            "nodes": nodes,
            "reachable": reachable if self.with_contacts else [],
            "addresses": any(unit.address for unit in reachable),
            "emails": any(unit.email for unit in reachable),
        }


class LeadersPage(RegisterPage):
    """The leaders of today: post, fields in charge, units supervised, decision."""

    is_creatable = True
    in_menus = True
    template = "home/leaders_page.html"

    class Meta:
        verbose_name = _("leaders page")
        verbose_name_plural = _("leaders pages")

    def holdings(self) -> list[Holding]:
        """Leading posts and who holds them today, by unit and rank."""
        site = self.get_site()
        rows = Holding.objects.current().leaders().for_site(site) if site else Holding.objects.none()
        if self.shown_unit_id:
            rows = rows.filter(post__unit=self.shown_unit_id)
        rows = rows.by_rank().select_related("person__portrait", "post__unit")
        return list(rows.prefetch_related("supervises", "person__portrait__renditions"))

    def search_entry(self) -> EntryData:
        holdings = self.holdings()
        lines = [f"{holding.person.full_name}, {holding.post.name}" for holding in holdings]
        names = [holding.person.full_name for holding in holdings]
        return self.base_entry("page", headings="\n".join([headings(self), *names]), extra="\n".join(lines))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        groups: dict[Unit, list[Holding]] = {}
        for holding in self.holdings():
            groups.setdefault(holding.post.unit, []).append(holding)
        in_order = sorted(groups.items(), key=lambda group: (group[0].sort_order, group[0].name))
        return {**super().get_context(request, *args, **kwargs), "groups": in_order}


class BoardPage(EditorialPage):
    """The editorial board of today and the teams that help it, as far as they are public (K22, C26)."""

    introduction = StreamField(ContentBlocks(), verbose_name=_("introduction"), blank=True)

    is_creatable = True
    in_menus = True
    template = "home/board_page.html"
    parent_page_types: ClassVar[list[str]] = RegisterPage.parent_page_types
    content_panels: ClassVar[list] = [*EditorialPage.opening_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("editorial board page")
        verbose_name_plural = _("editorial board pages")

    def members(self) -> list[Membership]:
        """Who sits on the public bodies today, by body and rank."""
        rows = Membership.objects.current().filter(board__site=self.get_site(), board__is_public=True)
        posts = Prefetch(
            "person__holdings", Holding.objects.current().by_rank().select_related("post"), to_attr="held"
        )
        return list(rows.by_rank().select_related("person__unit").prefetch_related(posts))

    def search_entry(self) -> EntryData:
        members = self.members()
        lines = [f"{member.person.full_name}, {member.get_role_display()}" for member in members]
        names = [member.person.full_name for member in members]
        return self.base_entry("page", headings="\n".join([headings(self), *names]), extra="\n".join(lines))

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        boards: dict[Board, list[Membership]] = {}
        for member in self.members():
            boards.setdefault(member.board, []).append(member)
        return {**super().get_context(request, *args, **kwargs), "boards": list(boards.items())}


def pages_of_site(site: Site) -> models.QuerySet[EditorialPage]:
    """The live pages of `site` whose content comes from the registers."""
    pages = EditorialPage.objects.live().descendant_of(site.root_page)
    kinds = ("organisationpage", "leaderspage", "boardpage")
    fed = [models.Q(**{f"{kind}__isnull": False}) for kind in kinds]
    return pages.filter(reduce(or_, fed))
