"""The one place that says whether a page may become public (decisions 7 and 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from editorial.chain.chains import binds, chain_of
from editorial.chain.digest import digest_of
from editorial.chain.refusals import PublicationRefused, SubmissionRefused
from editorial.checks import gate
from editorial.models.decisions import Action, Decision

if TYPE_CHECKING:
    from editorial.models import EditorialPage

Rule = Callable[["EditorialPage"], list[str]]

GRANTS = (Action.PUBLISHED, Action.SCHEDULED, Action.FORCED)
ENDS = (Action.UNPUBLISHED, Action.WITHDRAWN)

_warrant: ContextVar[str] = ContextVar("warrant", default="")


@contextmanager
def warrant(basis: str) -> Iterator[None]:
    """What is saved inside goes public without a decision of the chain: a set-up or an import by an operator.

    `basis` says in a word on what ground.
    """
    token = _warrant.set(basis)
    try:
        yield
    finally:
        _warrant.reset(token)


def is_warranted() -> bool:
    return bool(_warrant.get())


def alias_without_key(page: EditorialPage) -> list[str]:
    """Aliases of keyed types are refused: two addresses would claim one key (decision 6)."""
    if page.alias_of_id and page.key_kind:
        return [_("A page with its own number or code cannot have an alias. Link to the page instead.")]
    return []


def approved(page: EditorialPage) -> list[str]:
    """What goes public is what the chain approved, by its digest; an alias follows its page (decision 8)."""
    if is_warranted() or not becomes_public(page) or not needs_approval(page):
        return []
    digest = digest_of(page)
    if digest == granted(page.pk) or digest == digest_now(page):
        return []
    return [_("This text has not been approved. Send it for approval; it goes live after the last stage.")]


def becomes_public(page: EditorialPage) -> bool:
    return page.live and not (page.alias_of_id and page.alias_of.live)


def needs_approval(page: EditorialPage) -> bool:
    return bool(page.path) and binds(chain_of(page))


def granted(page_id: int) -> str:
    """The digest of the text that may be public: of the newest grant, unless the page was withdrawn since."""
    rows = Decision.objects.filter(page=page_id, action__in=(*GRANTS, *ENDS)).order_by("-at", "-pk")
    last = rows.values_list("action", "digest").first()
    return last[1] if last and last[0] in GRANTS else ""


def digest_now(page: EditorialPage) -> str:
    """The digest of what visitors read now, "" when they read nothing."""
    stored = type(page).objects.filter(pk=page.pk, live=True).first()
    return digest_of(stored) if stored else ""


def held_back(page: EditorialPage) -> list[str]:
    """What a gate holds back passes by no road, an import or a set-up included (C17)."""
    if not becomes_public(page) or digest_of(page) == digest_now(page):
        return []
    return gate.held(page)


RULES: list[Rule] = [alias_without_key, approved, held_back]


def check(page: EditorialPage) -> None:
    """Raises `PublicationRefused` with the reasons of every rule that `page` breaks."""
    if reasons := [reason for rule in RULES for reason in rule(page)]:
        raise PublicationRefused(reasons, page.pk)


def check_submission(page: EditorialPage) -> None:
    """Raises `SubmissionRefused` with what keeps the draft from being sent."""
    if reasons := gate.submission_refusals(page):
        raise SubmissionRefused(reasons, page.pk)


def check_gates(page: EditorialPage) -> None:
    """Raises `PublicationRefused` with what the checks hold against the text of `page`."""
    if reasons := gate.refusals(page):
        raise PublicationRefused(reasons, page.pk)
