"""Makes a site, or completes one that is there; what exists is never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Locale, Site, Workflow
from wagtail.models import Page as WagtailPage

from agency.models import Unit, UnitKind
from docs.types import ensure_types
from editorial.guard import warrant
from editorial.models import EditorialPage, Field, Genre
from home.models import HomePage, SiteIdentity
from portal import roles
from portal.presets import chains, front, synonyms, wagtail_defaults
from portal.presets.sections import SECTIONS
from portal.presets.trees import PRESETS, Node
from portal.presets.words import FIELDS, GENRES


@dataclass(frozen=True)
class Built:
    site: Site
    groups: dict[str, Group]
    workflow: Workflow


CHAIN_OF = {"xa": "ba-buoc", "so": "bon-buoc", "huyen-luu-tru": "hai-bo-phan"}


@transaction.atomic
def build(
    preset: str, name: str, host: str, say: Callable[[str], None] = lambda line: None, chain: str = ""
) -> Built:
    """A site named `name` at `host` with the sections of `preset`, roles and chain. Safe to run again.

    `chain` names one of `portal.presets.chains.CHAINS`, by default what boards of that kind have.
    """
    with warrant("set-up"):
        return assemble(preset, name, host, say, chain)


def assemble(preset: str, name: str, host: str, say: Callable[[str], None], chain: str) -> Built:
    words()
    wagtail_defaults.rename()
    site = site_at(name, host)
    say(f"{site.hostname}: {site.root_page.title}")
    grow(site.root_page.specific, PRESETS[preset], say)
    front.arrange(site.root_page.specific)
    identify(site, name)
    synonyms.install(site)
    groups = roles.sync(site)
    return Built(site, groups, chains.install(site, groups, chain or CHAIN_OF[preset]))


def words() -> None:
    """The genres, fields of work and types of documents every agency starts with."""
    for order, (slug, name) in enumerate(GENRES):
        Genre.objects.get_or_create(slug=slug, defaults={"name": name, "sort_order": order})
    for order, name in enumerate(FIELDS):
        Field.objects.get_or_create(name=name, defaults={"sort_order": order})
    ensure_types()


def site_at(name: str, host: str) -> Site:
    """The site of `host` with a home page of its own; the first one becomes the default."""
    hostname, _colon, port = host.partition(":")
    site = Site.objects.filter(hostname=hostname).first()
    if site and isinstance(site.root_page.specific, HomePage):
        return site
    Locale.objects.get_or_create(language_code="vi")
    if not HomePage.objects.exists():
        wagtail_defaults.remove()
    home = new_home(name, hostname)
    site, _created = Site.objects.update_or_create(
        hostname=hostname,
        defaults={
            "port": int(port or 80),
            "site_name": name,
            "root_page": home,
            "is_default_site": not Site.objects.filter(is_default_site=True).exists(),
        },
    )
    return site


def new_home(name: str, hostname: str) -> HomePage:
    top = WagtailPage.get_first_root_node()
    slug = hostname.replace(".", "-")
    page = HomePage(title=name[:255], official_title=name if len(name) > 255 else "", slug=slug)
    return publish(top, page)


def grow(parent: WagtailPage, branch: tuple[Node, ...], say: Callable[[str], None]) -> None:
    """The pages of `branch` below `parent`; one whose address is taken stays as it is."""
    for node in branch:
        page = parent.get_children().filter(slug=node.page.slug).first()
        if page is None:
            page = plant(parent, node)
            say(f"  {page.url_path}")
        if node.below:
            grow(page.specific, node.below, say)


def plant(parent: WagtailPage, node: Node) -> WagtailPage:
    page = node.page.build()
    return publish(parent, page) if node.page.live else draft(parent, page)


def publish(parent: WagtailPage, page: EditorialPage) -> EditorialPage:
    """Adds `page` and publishes it; what an installation starts with needs no chain."""
    with warrant("set-up"):
        draft(parent, page).save_revision(log_action=True).publish(skip_permission_checks=True)
    page.refresh_from_db()
    return page


def draft(parent: WagtailPage, page: EditorialPage) -> EditorialPage:
    page.live, page.has_unpublished_changes = False, True
    parent.add_child(instance=page)
    page.save_revision()
    return page


def identify(site: Site, name: str) -> None:
    """The agency's name in the masthead, and the unit all others belong to."""
    identity = SiteIdentity.for_site(site)
    if not identity.agency_name:
        identity.agency_name = name
        identity.save()
    if not Unit.objects.filter(site=site).exists():
        Unit.objects.create(site=site, name=name, kind=UnitKind.COMMITTEE)


def offer_gallery() -> None:
    """Puts the sections of the presets into the editors' gallery."""
    from editorial.section_templates import register

    register(*SECTIONS)
