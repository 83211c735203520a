"""Whose hands are in a text: the record the rule of four eyes is kept by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone

from agency.models import Person, User
from agency.request_memory import remember
from editorial.models.credits import CreditRole
from editorial.models.stages import Hand

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage


def note_writers(page: EditorialPage, submitter: Any = None) -> None:
    """Keeps who wrote `page`: its owner, its author, who is credited with the text, who sends it."""
    for user in writers(page) | ({submitter.pk} if submitter else set()):
        Hand.objects.update_or_create(page_id=page.pk, user_id=user, defaults={"part": Hand.Part.WROTE})
    for person in credited(page):
        if not person.user_id:
            Hand.objects.get_or_create(page_id=page.pk, person=person, defaults={"part": Hand.Part.WROTE})


def keep_as_writers(page_id: int) -> None:
    """Whoever changed the text before it was first sent wrote it too."""
    Hand.objects.filter(page=page_id, part=Hand.Part.CHANGED).update(part=Hand.Part.WROTE)


def writers(page: EditorialPage) -> set[int]:
    accounts = {person.user_id for person in credited(page)}
    return {user for user in accounts | {page.owner_id} if user}


def credited(page: EditorialPage) -> list[Person]:
    """The author and who is credited with the text."""
    people = [page.author, *(row.person for row in page.credits.all() if row.role == CreditRole.TEXT)]
    return [person for person in people if person]


def writing_persons(page: EditorialPage) -> set[int]:
    """Numbers of the persons who wrote `page`, those without an account too."""
    return {person.pk for person in credited(page)}


def note_change(page_id: int, user: User) -> None:
    """Keeps that `user` changed the text; who wrote it stays its writer."""
    Hand.objects.get_or_create(
        page_id=page_id, user=user, defaults={"part": Hand.Part.CHANGED, "since": timezone.now()}
    )


def corrected_by(user: User) -> set[int]:
    """Numbers of the pages `user` changed and nobody has decided about since; read once in a request."""
    rows = Hand.objects.filter(user=user.pk, part=Hand.Part.CHANGED)
    return remember(("corrected", user.pk), lambda: set(rows.values_list("page_id", flat=True)))


def wash(page_id: int, decided_by: User) -> None:
    """Somebody has decided: whoever changed the text before has been seen by other eyes."""
    Hand.objects.filter(page=page_id, part=Hand.Part.CHANGED).exclude(user=decided_by).delete()


def let_go(page_id: int) -> None:
    """The text is published: the next version begins with nobody's hands in it but its writers'."""
    Hand.objects.filter(page=page_id).delete()
