"""Writing letters: with the deed they tell of, in its transaction; sending comes after the commit."""

from __future__ import annotations

import logging
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import translation

from agency.models import User
from editorial.mail import delivery
from editorial.mail.composing import Words, Written, write
from editorial.mail.recipients import address_of, hindrance_of, language_of, name_of, site_of
from editorial.models.letters import OPEN, Hindrance, Letter, LetterKind, LetterState, MailChoice

logger = logging.getLogger(__name__)


def send(
    user: User,
    kind: str,
    subject: Words,
    template: str,
    context: dict[str, Any],
    *,
    key: str,
    topic: str = "",
) -> None:
    """Writes a letter to `user` with the words of `editorial/mail/<template>.txt`, to be sent on commit.

    What `context` may hold says `composing.write`; `subject` may be lazy. A second letter with the same `key`
    is not written. `topic` names what the letter is about, for `settle`. Never raises: a letter
    that cannot be written is kept as failed and reported to the administrator.
    """
    try:
        with transaction.atomic():
            letter = _write(user, LetterKind(kind), subject, template, context, key, topic)
    except IntegrityError:
        return  # written a moment ago by somebody else
    except Exception:  # the deed stands, whatever its letter
        logger.exception("letter %s to account %s could not be kept", key, user.pk)
        return
    if letter and letter.state == LetterState.WAITING:
        transaction.on_commit(delivery.deliver.enqueue, robust=True)


def settle(topic: str) -> int:
    """Drops the letters on `topic` that are not sent yet: the thing is done. Returns their number."""
    unsent = Letter.objects.filter(topic=topic, state__in=OPEN, digest=None)
    return unsent.update(state=LetterState.DROPPED, hindrance=Hindrance.SETTLED)


def _write(
    user: User,
    kind: LetterKind,
    subject: Words,
    template: str,
    context: dict[str, Any],
    key: str,
    topic: str,
) -> Letter | None:
    if Letter.objects.filter(recipient=user, key=key).exists():
        return None
    letter = Letter(recipient=user, address=address_of(user), kind=kind, key=key, topic=topic)
    letter.state, letter.hindrance = _fate(user, kind)
    letter.site = site_of(user)
    _fill(letter, user, subject, template, context)
    letter.save(force_insert=True)
    return letter


def _fill(letter: Letter, user: User, subject: Words, template: str, context: dict[str, Any]) -> None:
    """Puts the words into the letter; what cannot be written is a failed letter, not a failed deed."""
    try:
        with translation.override(language_of(user)), transaction.atomic():
            portal = letter.site.site_name if letter.site else ""
            written = write(subject, template, context, reader_name=name_of(user), portal=portal)
    except Exception as error:
        logger.exception("letter %s could not be written", letter.key)
        letter.state, letter.hindrance = LetterState.FAILED, Hindrance.BROKEN
        letter.last_error = type(error).__name__
        written = Written(subject=template, text="", html="", link="")
    letter.subject, letter.text, letter.html, letter.link = written


def _fate(user: User, kind: LetterKind) -> tuple[str, str]:
    """The first state of a letter and, when it is dropped, why."""
    if hindrance := hindrance_of(user):
        return LetterState.DROPPED, hindrance
    state = MailChoice.of(user).state_for(kind)
    return state, Hindrance.UNWANTED if state == LetterState.DROPPED else ""
