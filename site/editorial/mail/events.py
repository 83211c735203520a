"""What happens in the chain, told by mail to whom it concerns: one ear on the stages, one on the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page, Site, TaskState

from agency.models import Person, User
from editorial.chain import deciders, emergency, hands
from editorial.chain.register import register_of
from editorial.chain.texts import text_of
from editorial.mail import letters, notices
from editorial.models import Decision, EditorialPage, PaperDecision, StageTaskState
from editorial.models.decisions import Action

ASKED = (
    *("username", "first_name", "last_name", "email", "is_active"),
    *("person__full_name", "person__email", "person__unit__site__site_name"),
    *("person__unit__site__hostname", "person__unit__site__port", "wagtail_userprofile__preferred_language"),
    *("mail_choice__work", "mail_choice__news", "mail_choice__hour", "deciding_pin__user"),
)
"""What a letter asks of an account."""


def on_stage(instance: StageTaskState, **kwargs: Any) -> None:
    """A stage that opens is told of to those whose turn it is; once it is decided no letter asks any more."""
    if instance.status == TaskState.STATUS_IN_PROGRESS:
        tell_turn(instance)
    else:
        letters.settle(notices.topic_of(instance))


def tell_turn(state: StageTaskState) -> None:
    """Tells everybody whose turn it is and who was not told yet."""
    for user in accounts(deciders.deciders_of(state).users):
        notices.your_turn(state, user)


def accounts(numbers: Iterable[int | None]) -> list[User]:
    """The accounts with what a letter asks of each."""
    wanted = User.objects.filter(pk__in=[number for number in numbers if number])
    related = ("person__unit__site", "wagtail_userprofile", "mail_choice", "deciding_pin")
    return list(wanted.select_related(*related).only(*ASKED))


def on_entry(instance: Decision, created: bool, **kwargs: Any) -> None:
    if created and (tell := TELLING.get(Action(instance.action))):
        tell(instance)


def page_of(entry: Decision) -> EditorialPage | None:
    """The text the entry is about, as it stands in the draft."""
    try:
        return text_of(entry.page_id or 0)
    except Page.DoesNotExist:
        return None


def came_back(entry: Decision) -> None:
    """To the writers and to all who had approved since the text was sent."""
    page = page_of(entry)
    if page is None:
        return
    readers = (hands.writers(page) | approvers(entry)) - {entry.user_id}
    words = {"by": entry.person_name, "reason": entry.reason, "comment": entry.comment}
    notices.returned(page, accounts(readers), key=f"returned:{entry.pk}", **words)


def approvers(entry: Decision) -> set[int]:
    """The accounts that approved since the text was last sent."""
    before = Decision.objects.filter(page=entry.page, pk__lt=entry.pk)
    sent = before.filter(action__in=(Action.SUBMITTED, Action.RESUBMITTED)).order_by("pk").last()
    approved = before.filter(action__in=(Action.APPROVED, Action.PASSED_ON), pk__gt=sent.pk if sent else 0)
    both = approved.values_list("user_id", "paper__signer__user")
    return {user for pair in both for user in pair if user}


def went_out(entry: Decision) -> None:
    """To the writers; who pressed the button knows it."""
    page = page_of(entry)
    if page is None:
        return
    live = entry.action != Action.SCHEDULED
    page = copy(page)
    page.restricted = page.restricted and not live
    readers = hands.writers(page) - {entry.user_id}
    notices.published(page, accounts(readers), key=f"published:{entry.pk}", live=live)


def was_stopped(entry: Decision) -> None:
    """To the writers, to who had approved and to whose turn it was."""
    page = page_of(entry)
    if page is None:
        return
    state = open_stage(entry)
    turn = deciders.deciders_of(state).users if state else set()
    readers = (hands.writers(page) | approvers(entry) | turn) - {entry.user_id}
    timed = entry.action == Action.UNSCHEDULED
    notices.stopped(page, accounts(readers), key=f"stopped:{entry.pk}", by=entry.person_name, timed=timed)


def turn_changed(entry: Decision) -> None:
    """A correction or the desk may have made it somebody else's turn."""
    if state := open_stage(entry):
        tell_turn(state)


def open_stage(entry: Decision) -> StageTaskState | None:
    states = StageTaskState.objects.open().filter(page=entry.page)
    return states.select_related("task", "section").first()


def delegated(entry: Decision) -> None:
    person = Person.objects.filter(pk=entry.data["receiver"]).select_related("user").first()
    if person is None or person.user is None:
        return
    notices.delegated(
        person.user,
        giver=entry.for_name,
        stage=entry.stage,
        period=entry.comment,
        basis=entry.reason,
        key=f"delegated:{entry.pk}",
    )


def emergency_asked(entry: Decision) -> None:
    """To the holders of the other post."""
    page = page_of(entry)
    site = page.get_site() if page else None
    asker = User.objects.filter(pk=entry.user_id or 0).first()
    if page and site and asker:
        for user in accounts(emergency.partners(site, asker)):
            said = {"by": entry.person_name, "reason": entry.comment}
            notices.emergency(page, user, key=f"emergency:{entry.pk}", **said)


def forced(entry: Decision) -> None:
    """To the writers that it is public; to the board that there is something to review."""
    went_out(entry)
    page = page_of(entry)
    site = page.get_site() if page else None
    if site:
        tell_board(site, entry, key=f"review:{entry.pk}")


def tell_board(site: Site, entry: Decision, key: str) -> None:
    """Asks the members of the board, but the two who published, for the review."""
    register = register_of(site)
    members = {register.accounts.get(person) for people in register.board.values() for person in people}
    both = {entry.user_id, entry.data.get("asked_by")}
    for user in accounts(members - both):
        notices.review(entry.title, user, key=key, by=entry.person_name, reason=entry.comment)


def on_paper(instance: PaperDecision, created: bool, **kwargs: Any) -> None:
    """Who signed sees what was recorded in their name."""
    entry, user = instance.entry, instance.signer.user
    page = page_of(entry)
    if page and user and created:
        said = {"by": entry.person_name, "what": entry.get_action_display(), "stage": entry.stage}
        notices.recorded(page, user, key=f"recorded:{entry.pk}", **said)


TELLING: dict[Action, Callable[[Decision], None]] = {
    Action.RETURNED: came_back,
    Action.REFUSED: came_back,
    Action.PUBLISHED: went_out,
    Action.SCHEDULED: went_out,
    Action.EMERGENCY: emergency_asked,
    Action.FORCED: forced,
    Action.CANCELLED: was_stopped,
    Action.UNSCHEDULED: was_stopped,
    Action.EDITED: turn_changed,
    Action.ASSIGNED: turn_changed,
    Action.TAKEN: turn_changed,
    Action.DELEGATED: delegated,
    Action.DELEGATION_CHANGED: delegated,
}


def connect() -> None:
    post_save.connect(on_stage, sender=StageTaskState)
    post_save.connect(on_entry, sender=Decision)
    post_save.connect(on_paper, sender=PaperDecision)
