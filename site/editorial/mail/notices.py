"""The letters of the board: to whom what is told about a page. A restricted draft is never named in mail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from agency.models import User
from editorial.mail import letters
from editorial.mail.composing import Words
from editorial.models.letters import LetterKind
from editorial.outside import deciding

if TYPE_CHECKING:
    from editorial.models import EditorialPage

Facts = list[tuple[Words, Words]]


def topic_of(state: Any) -> str:
    """What the letters about one passage of a page through one stage have in common."""
    return f"stage:{state.pk}"


def your_turn(state: Any, user: User) -> None:
    """To one who may decide the stage of `state`."""
    about_stage(state, user, LetterKind.YOUR_TURN, _("Waiting for you: {title}"))


def about_stage(
    state: Any, user: User, kind: LetterKind, subject: Words, notes: Iterable[Words] = ()
) -> None:
    """Tells `user` of a stage, once for each kind of letter; dropped when the stage ends before."""
    page = state.page
    facts = [*facts_of(page), (_("Stage"), state.task.name), (_("Term"), moment(state.due_at))]
    context = {**about(page), "facts": facts, "action": _("Read and decide"), "notes": list(notes)}
    context["link"] = deciding.place_in_letter(state, user)
    topic = topic_of(state)
    template = kind.replace("-", "_")
    letters.send(user, kind, named(subject, page), template, context, key=f"{kind}:{topic}", topic=topic)


def returned(
    page: EditorialPage, readers: Iterable[User], *, key: str, by: str, reason: str = "", comment: str = ""
) -> None:
    """To the author and those who had approved: `by` sent the page back, why, and in which words."""
    facts = [*facts_of(page), (_("Returned by"), by), (_("Reason"), reason)]
    quote = "" if page.restricted else comment
    context = {**about(page), "facts": facts, "quote": quote, "action": _("See what is to be changed")}
    for user in readers:
        letters.send(
            user, LetterKind.RETURNED, named(_("Returned: {title}"), page), "returned", context, key=key
        )


def published(page: EditorialPage, readers: Iterable[User], *, key: str, live: bool) -> None:
    """To those who worked on the page: it was approved, or is public when `live`."""
    subject = _("Published: {title}") if live else _("Approved: {title}")
    link = page.full_url if live else edit_url(page)
    action = _("See the page") if live else _("Open in the portal")
    context = {**about(page), "live": live, "facts": facts_of(page), "link": link, "action": action}
    for user in readers:
        letters.send(user, LetterKind.PUBLISHED, named(subject, page), "published", context, key=key)


def recorded(page: EditorialPage, user: User, *, key: str, by: str, what: Words, stage: str) -> None:
    """To one in whose name `by` has recorded a decision on paper."""
    facts = [*facts_of(page), (_("Stage"), stage), (_("Decision"), what), (_("Recorded by"), by)]
    link = reverse("editorial_trail", args=[page.pk])
    context = {**about(page), "facts": facts, "link": link, "action": _("See the paper in the trail")}
    letters.send(
        user,
        LetterKind.RECORDED,
        named(_("Recorded in your name: {title}"), page),
        "recorded",
        context,
        key=key,
    )


def emergency(page: EditorialPage, user: User, *, key: str, by: str, reason: str) -> None:
    """To a holder of the other post: `by` asks to publish `page` at once."""
    facts = [*facts_of(page), (_("Asked by"), by)]
    quote = "" if page.restricted else reason
    link = reverse("editorial_emergency", args=[page.pk])
    context = {**about(page), "facts": facts, "quote": quote, "link": link, "action": _("Read and decide")}
    subject = named(_("Emergency, your word is needed: {title}"), page)
    letters.send(user, LetterKind.EMERGENCY, subject, "emergency", context, key=key)


def review(title: str, user: User, *, key: str, by: str, reason: str) -> None:
    """To a member of the board: what `by` has published in an emergency is to be reviewed."""
    facts: Facts = [(_("Published by"), by)]
    link = reverse("editorial_emergencies")
    context = {"title": title, "facts": facts, "quote": reason, "link": link, "action": _("Review")}
    subject = format_lazy(_("To be reviewed: {title}"), title=title)
    letters.send(user, LetterKind.REVIEW, subject, "review", context, key=key)


def stopped(page: EditorialPage, readers: Iterable[User], *, key: str, by: str, timed: bool) -> None:
    """To those who worked on the page: it left approval or, when `timed`, lost its hour.

    What a check found stays in the portal.
    """
    subject = _("Not published at its hour: {title}") if timed else _("Taken out of approval: {title}")
    facts = [*facts_of(page), (_("Cancelled by"), by)]
    link = reverse("editorial_trail", args=[page.pk])
    context = {**about(page), "timed": timed, "facts": facts, "link": link, "action": _("See the trail")}
    for user in readers:
        letters.send(user, LetterKind.STOPPED, named(subject, page), "stopped", context, key=key)


def delegated(user: User, *, giver: str, stage: Words, period: str, basis: str, key: str) -> None:
    """To one who decides in the place of `giver` from now on."""
    facts: Facts = [(_("Stage"), stage), (_("Period"), period), (_("Basis"), basis)]
    context = {
        "giver": giver,
        "facts": facts,
        "link": reverse("wagtailadmin_home"),
        "action": _("Open my work"),
    }
    subject = format_lazy(_("{giver} has delegated decisions to you"), giver=giver)
    letters.send(user, LetterKind.DELEGATED, subject, "delegated", context, key=key)


def about(page: EditorialPage) -> dict[str, Any]:
    return {"title": title_of(page), "link": edit_url(page)}


def named(subject: Any, page: EditorialPage) -> Words:
    """`subject`, translated when the letter is written, with the title in the place of `{title}`."""
    return format_lazy(subject, title=title_of(page))


def title_of(page: EditorialPage) -> Words:
    return _("a restricted draft") if page.restricted else page.full_title


def facts_of(page: EditorialPage) -> Facts:
    """What tells one page from another; nothing of a restricted draft."""
    if page.restricted:
        return []
    section = page.section
    return [
        (_("Section"), section.title if section else ""),
        (_("Contributing unit"), page.unit.name if page.unit else ""),
        (_("Author"), page.author.full_name if page.author else ""),
    ]


def edit_url(page: EditorialPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def moment(at: datetime | None) -> str:
    return date_format(localtime(at), "H:i d/m/Y") if at else ""
