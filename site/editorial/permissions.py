"""Who may see and do what with a page: the one tester and the one rule of drafts (decision 9, K29)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.locks import BasicLock
from wagtail.models import Page, Site
from wagtail.models.pages import PagePermissionTester
from wagtail.permission_policies.pages import PagePermissionPolicy

from agency.models import Person, User
from agency.request_memory import remember
from editorial.chain import deciders, work
from editorial.chain.chains import binds, binds_below, chain_for
from editorial.chain.register import Register, register_of
from editorial.guard import needs_approval
from editorial.models.board import Membership
from editorial.models.decisions import Decision
from editorial.models.pages import EditorialPage

HIGHEST = (Membership.Role.HEAD, Membership.Role.STANDING_DEPUTY)


def person_of(user: Any) -> Person | None:
    """The person behind an account."""
    return remember(("person", user.pk), lambda: Person.objects.filter(user=user.pk).first())


def sites_on_board(user: Any, *roles: str) -> list[Site]:
    """The sites on whose board the person behind `user` sits today, in one of `roles` or in any."""
    person = person_of(user)
    if person is None:
        return []
    return [site for site in every_site() if sits(register_of(site), person.pk, roles)]


def every_site() -> list[Site]:
    wanted = ("hostname", "port", "site_name", "is_default_site", "root_page__path")
    return remember("sites", lambda: list(Site.objects.select_related("root_page").only(*wanted)))


def sits(register: Register, person: int, roles: tuple[str, ...]) -> bool:
    return any(person in people for role, people in register.board.items() if not roles or role in roles)


def visible_drafts(user: Any) -> Q:
    """The condition on `EditorialPage` that `user` may read the newest text of the page.

    All officials read what is published; who wrote a draft, its chain, its unit and the board read the draft;
    a restricted one is read by who wrote it and its chain alone.
    """
    return read_anyway(user) | in_the_chain(user)


def read_anyway(user: Any) -> Q:
    """The part of it that asks no stage: what is published, what `user` wrote, what colleagues read."""
    wrote = Q(owner=user.pk) | Q(author__user=user.pk) | Q(latest_revision__user=user.pk)
    published = Q(live=True, has_unpublished_changes=False)
    return wrote | Q(restricted=False) & (published | colleagues(user))


def in_the_chain(user: Any) -> Q:
    """The other part: what waits for `user`, and what he once decided about."""
    return Q(pk__in=work.waiting_for(user).values("page")) | Q(pk__in=decided_by(user))


def decided_by(user: Any) -> QuerySet:
    """Numbers of the pages `user` once decided about."""
    return Decision.objects.filter(user=user.pk, page__isnull=False).exclude(stage="").values("page_id")


def colleagues(user: Any) -> Q:
    """Drafts of the own unit, and of the site on whose board the account sits or whose pages it runs."""
    if user.is_superuser:
        return ~Q(pk__in=[])
    person = person_of(user)
    unit = person.unit if person else None
    wanted = Q(unit__in=register_of(unit.site_id).taken_over(unit.pk)) if unit else Q(pk__in=[])
    for path in paths_run_by(user):
        wanted |= Q(path__startswith=path)
    return wanted


def paths_run_by(user: Any) -> list[str]:
    """Where `user` sees every draft that is not restricted: on the board, or with the right to publish."""
    board = [site.root_page.path for site in sites_on_board(user)]
    rights = PagePermissionPolicy().get_cached_permissions_for_user(user)
    return board + [row.page.path for row in rights if row.permission.codename == "publish_page"]


def sites_overseen(user: Any) -> list[Site]:
    """The portals on which `user` sees what every unit sends."""
    if user.is_superuser:
        return every_site()
    return remember(("overseen", user.pk), lambda: sites_below(paths_run_by(user)))


def sites_below(paths: list[str]) -> list[Site]:
    return [site for site in every_site() if site.root_page.path.startswith(tuple(paths))]


def may_read(user: Any, page: EditorialPage) -> bool:
    """The same of one page; lists ask it of every row."""
    if page.owner_id == user.pk:
        return True
    return page.pk not in remember(("unread", user.pk), lambda: set(unread_by(user)))


def unread_by(user: Any) -> QuerySet:
    """Numbers of the pages whose newest text `user` may not read."""
    closed = remember(("closed", user.pk), lambda: closed_to(user, EditorialPage.objects.all()))
    return closed.values_list("pk", flat=True)


def closed_to(user: Any, pages: QuerySet) -> QuerySet:
    """Those of `pages`; the chain, which is dear to ask, is asked only where it may open something."""
    closed = pages.exclude(read_anyway(user))
    return closed.exclude(in_the_chain(user)) if closed.exists() else pages.none()


def hidden_from(user: Any) -> QuerySet:
    """Numbers of the pages no list of the administration shows `user`: drafts he may not read.

    What visitors read stays in the lists, under the title they read, unless its change is restricted.
    """
    return unread_by(user).filter(Q(live=False) | Q(restricted=True))


def writes_for_all(user: Any, page: EditorialPage, parent: Page | None) -> bool:
    """Whether `user` may write for any unit: who may change other people's pages there, or decides."""
    place = parent or page
    if user.is_superuser or "change" in PagePermissionTester(user, place).permissions:
        return True
    return bool(page.pk) and deciders.holds(page, user)


class DraftPolicy(PagePermissionPolicy):
    """Wagtail's policy for pages, with the rule of drafts: explorer, choosers, reports and search ask it."""

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        return self.seen(user, super().explorable_instances(user))

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Page]:
        return self.seen(user, super().instances_user_has_any_permission_for(user, actions))

    def seen(self, user: Any, pages: QuerySet[Page]) -> QuerySet[Page]:
        return pages.exclude(pk__in=hidden_from(user))


class ChainPermissionTester(PagePermissionTester):
    """Wagtail's tester with the rules of the chain; every road of the administration asks it."""

    page: EditorialPage
    user: User

    def can_edit(self) -> bool:
        return super().can_edit() and self.can_read()

    def can_read(self) -> bool:
        """Whether the newest text of the page may be read."""
        return may_read(self.user, self.page)

    def can_view_revisions(self) -> bool:
        return super().can_view_revisions() and self.can_read()

    def can_publish(self) -> bool:
        """By hand only where no chain holds: what a chain binds goes live by its last stage."""
        return super().can_publish() and not needs_approval(self.page) and self.can_read()

    def can_publish_subpage(self) -> bool:
        return super().can_publish_subpage() and not binds_below(self.page.path)

    def can_unpublish(self) -> bool:
        """Also while a change of the page stands in the chain: what is wrong comes down at once."""
        return self.page.live and not self.is_locked_by_hand() and self.runs_public()

    def is_locked_by_hand(self) -> bool:
        lock = self.page.get_lock()
        return isinstance(lock, BasicLock) and lock.for_user(self.user)

    def can_set_view_restrictions(self) -> bool:
        known = self.page.live or self.can_read()
        return not self.page_is_root and known and self.runs_public()

    def can_unschedule(self) -> bool:
        return not self.page_is_root and self.runs_public()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """A portal keeps its front page: with it would go the portal."""
        if not super().can_delete(ignore_bulk) or self.is_front():
            return False
        return self.can_read() and not self.in_others_hands()

    def is_front(self) -> bool:
        return any(site.root_page_id == self.page.pk for site in every_site())

    def can_move_to(self, destination: Page) -> bool:
        """What no chain has approved does not stay public by moving to where one binds (decision 8)."""
        if not super().can_move_to(destination) or not self.can_move():
            return False
        bound = binds(chain_for(destination.path, self.page.content_type_id))
        return not bound or needs_approval(self.page) or not self.shows_anything()

    def shows_anything(self) -> bool:
        return self.page.get_descendants(inclusive=True).live().exists()

    def can_lock(self) -> bool:
        return super().can_lock() and self.can_read()

    def runs_public(self) -> bool:
        """Taking down needs the level that puts up: the right to publish, or to head the board."""
        if not self.user.is_active:
            return False
        return self.user.is_superuser or "publish" in self.permissions or self.heads_board()

    def heads_board(self) -> bool:
        sites = sites_on_board(self.user, *HIGHEST)
        return any(self.page.path.startswith(site.root_page.path) for site in sites)

    def in_others_hands(self) -> bool:
        """Whether somebody else decides about the page now."""
        return self.page.pk in work.pages_at_a_stage() and not deciders.holds(self.page, self.user)
