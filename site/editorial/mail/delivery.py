"""Sending letters: each is claimed before it is sent, so that two senders send it once (decision 16)."""

from __future__ import annotations

import logging
import re
import smtplib
from collections import Counter
from datetime import datetime, timedelta

from django.core.mail import get_connection
from django.utils import timezone
from django_tasks import task

from editorial.mail.composing import message_of
from editorial.mail.recipients import address_of, hindrance_of
from editorial.models.letters import Hindrance, Letter, LetterState

logger = logging.getLogger(__name__)

BATCH = 100
LEASE = timedelta(minutes=10)
"""How long a claimed letter is left alone: far longer than `EMAIL_TIMEOUT` lets a sender take."""
FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=3)
"""A server that is away over a week-end loses nothing."""
PERMANENT = range(500, 600)
ADDRESS = re.compile(r"\S+@\S+")


@task()
def deliver() -> None:
    """Sends every letter whose time has come, and comes back for those that must wait."""
    if again := Round().run().again:
        for moment in again if deliver.get_backend().supports_defer else ():
            deliver.using(run_after=moment).enqueue()


class Round:
    """One go through the letters that are due, over one connection.

    `done` counts the letters by their state afterwards; `again` says when those that must wait are due.
    Once the mail server is found away the others are not tried, so that a job lasts one time-out, not many.
    """

    def __init__(self) -> None:
        self.connection = get_connection()
        self.away: Exception | None = None
        self.done: Counter[str] = Counter()
        self.again: set[datetime] = set()

    def run(self) -> Round:
        try:
            while batch := list(Letter.objects.due(timezone.now()).select_related("recipient")[:BATCH]):
                for letter in batch:
                    if claim(letter):
                        self.carry(letter)
                        self.done[letter.state] += 1
        finally:
            self.hang_up()
        return self

    def carry(self, letter: Letter) -> None:
        """Sends a claimed letter, or notes why not."""
        if hindrance := hindrance_of(letter.recipient):
            finish(letter, LetterState.DROPPED, hindrance)
        elif self.is_away():
            self.postpone(letter, Hindrance.AWAY, self.away)
        else:
            self.transmit(letter)

    def is_away(self) -> bool:
        """Whether the server does not answer; asked once."""
        if self.away is None:
            try:
                self.connection.open()
            except (OSError, smtplib.SMTPException) as error:
                logger.warning("the mail server is away: %s", described(error))
                self.away = error
        return self.away is not None

    def transmit(self, letter: Letter) -> None:
        letter.address = address_of(letter.recipient)
        try:
            self.connection.send_messages([message_of(letter)])
        except Exception as error:  # noqa: BLE001 (each mail system fails in its own way)
            self.hang_up()
            self.fail(letter, error)
        else:
            finish(letter, LetterState.SENT)

    def fail(self, letter: Letter, error: Exception) -> None:
        if is_permanent(error):
            finish(letter, LetterState.FAILED, Hindrance.REFUSED, error)
        else:
            self.postpone(letter, Hindrance.DEFERRED, error)

    def postpone(self, letter: Letter, hindrance: Hindrance, error: Exception | None) -> None:
        if timezone.now() - letter.tried_from > GIVE_UP_AFTER:
            finish(letter, LetterState.FAILED, hindrance, error)
            return
        letter.next_try = timezone.now() + pause_after(letter.attempts)
        letter.hindrance, letter.last_error = hindrance, described(error)
        letter.save(update_fields=["next_try", "hindrance", "last_error"])
        self.again.add(letter.next_try.replace(second=0, microsecond=0) + timedelta(minutes=1))

    def hang_up(self) -> None:
        """Ends the connection; after a failure the next letter gets a fresh one."""
        try:
            self.connection.close()
        except (OSError, smtplib.SMTPException) as error:
            logger.info("the connection to the mail server ended badly: %s", described(error))


def claim(letter: Letter) -> bool:
    """Whether this sender, and no other, may send the letter now."""
    seen = Letter.objects.filter(pk=letter.pk, state=LetterState.WAITING, attempts=letter.attempts)
    letter.attempts += 1
    return bool(seen.update(attempts=letter.attempts, next_try=timezone.now() + LEASE))


def finish(letter: Letter, state: LetterState, hindrance: str = "", error: Exception | None = None) -> None:
    """Notes the end of a letter, and of those that went with it as a summary."""
    letter.state, letter.hindrance, letter.last_error = state, hindrance, described(error)
    letter.sent_at = timezone.now() if state == LetterState.SENT else None
    letter.save(update_fields=["state", "hindrance", "last_error", "sent_at", "address"])
    letter.parts.update(state=state, hindrance=hindrance, sent_at=letter.sent_at)


def try_again(letter: Letter) -> bool:
    """Queues a letter that was not sent, or waits after a failure; False when it is neither."""
    if not letter.may_be_retried:
        return False
    now = timezone.now()
    same = Letter.objects.filter(pk=letter.pk, state=letter.state)
    fresh = {"state": LetterState.WAITING, "attempts": 0, "next_try": now, "tried_from": now}
    return bool(same.update(hindrance="", last_error="", **fresh))


def pause_after(attempts: int) -> timedelta:
    """How long to wait after that many attempts: 1, 2, 4 … minutes, at most an hour."""
    return min(FIRST_PAUSE * 2 ** min(attempts - 1, 10), LONGEST_PAUSE)


def is_permanent(error: Exception) -> bool:
    """Whether trying again cannot help: the letter or its reader is refused, not the portal."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code in PERMANENT for code, _text in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code in PERMANENT
    return not isinstance(error, OSError | smtplib.SMTPException)


def described(error: Exception | None) -> str:
    """The error without addresses, short enough for a column."""
    if error is None:
        return ""
    code, text = answer_of(error)
    said = text.decode(errors="replace") if isinstance(text, bytes) else text
    return ADDRESS.sub("…", f"{code} {said}".strip())[:250]


def answer_of(error: Exception) -> tuple[object, bytes | str]:
    """The code and the words of the mail server, else of the error."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next(iter(error.recipients.values()))
    if isinstance(error, smtplib.SMTPResponseException):
        return error.smtp_code, error.smtp_error
    return type(error).__name__, str(error)
