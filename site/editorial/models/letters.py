"""Mail about the work of the board: one row for each letter, whatever becomes of it (decision 16)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Site


class LetterKind(models.TextChoices):
    """What a letter is about."""

    YOUR_TURN = "your-turn", _("A page waits for your decision")
    RETURNED = "returned", _("A page came back")
    PUBLISHED = "published", _("A page was approved or published")
    DELEGATED = "delegated", _("Work was delegated to you")
    RECORDED = "recorded", _("A decision was recorded in your name")
    EMERGENCY = "emergency", _("A page shall be published in an emergency")
    REVIEW = "review", _("An emergency publication waits for its review")
    BEFORE_TERM = "before-term", _("The term is near")
    AT_TERM = "at-term", _("The term has come")
    OVERDUE = "overdue", _("The term is over")
    STOPPED = "stopped", _("A page left approval or lost its hour")
    DIGEST = "digest", _("Summary of the day")

    @property
    def is_news(self) -> bool:
        """Whether nothing is asked of the reader, who may therefore do without."""
        return self is LetterKind.PUBLISHED

    @property
    def is_pressing(self) -> bool:
        """Whether the letter would come too late with the summary of the next day."""
        return self in (LetterKind.AT_TERM, LetterKind.OVERDUE, LetterKind.EMERGENCY, LetterKind.DIGEST)


class LetterState(models.TextChoices):
    WAITING = "waiting", _("Waiting to be sent")
    HELD = "held", _("Kept for the summary of the day")
    SENT = "sent", pgettext_lazy("letter", "Sent")
    FAILED = "failed", _("Could not be sent")
    DROPPED = "dropped", _("Not sent")


class Hindrance(models.TextChoices):
    """Why a letter was not sent, or not yet."""

    NO_ADDRESS = "no-address", _("The account has no e-mail address")
    INACTIVE = "inactive", _("The account is closed")
    UNWANTED = "unwanted", _("The account does not want such mail")
    SETTLED = "settled", _("The matter was settled before it was sent")
    AWAY = "away", _("The mail server cannot be reached")
    DEFERRED = "deferred", _("The mail server asked to try later")
    REFUSED = "refused", _("The mail server refused it")
    BROKEN = "broken", _("It could not be written")


OPEN = (LetterState.WAITING, LetterState.HELD)


class LetterQuerySet(models.QuerySet):
    def due(self, now: datetime) -> LetterQuerySet:
        """Letters whose time to be sent has come, the oldest first."""
        return self.filter(state=LetterState.WAITING, next_try__lte=now).order_by("next_try", "pk")

    def for_digest(self) -> LetterQuerySet:
        """Letters kept for a summary that is not written yet."""
        return self.filter(state=LetterState.HELD, digest=None)


class Letter(models.Model):
    """A letter to one account. `key` says for what: nobody gets two letters for one thing."""

    wagtail_reference_index_ignore = True

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="letters",
        verbose_name=_("recipient"),
    )
    address = models.EmailField(_("e-mail address"), blank=True)
    site = models.ForeignKey(Site, models.SET_NULL, null=True, related_name="+", verbose_name=_("portal"))
    kind = models.CharField(_("kind of letter"), max_length=20, choices=LetterKind)
    key = models.CharField(max_length=200)
    topic = models.CharField(max_length=100, blank=True, db_index=True)
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    link = models.CharField(max_length=500, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=LetterState, default=LetterState.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try = models.DateTimeField(_("next attempt"), default=timezone.now)
    tried_from = models.DateTimeField(_("attempts count from"), default=timezone.now)
    created_at = models.DateTimeField(pgettext_lazy("letter", "written"), default=timezone.now)
    sent_at = models.DateTimeField(pgettext_lazy("letter", "sent"), null=True)
    hindrance = models.CharField(_("what hindered it"), max_length=12, choices=Hindrance, blank=True)
    last_error = models.CharField(
        _("answer of the mail server"), max_length=250, blank=True, help_text=_("Addresses are left out.")
    )
    digest = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="parts", verbose_name=_("summary it went with")
    )

    objects = LetterQuerySet.as_manager()
    site_path = "site"

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-created_at", "-pk"]
        constraints = [models.UniqueConstraint("recipient", "key", name="letter_once_for_each_thing")]
        indexes = [models.Index(fields=["state", "next_try"], name="letter_due")]

    def __str__(self) -> str:
        return self.subject

    @property
    def may_be_retried(self) -> bool:
        """Whether another attempt makes sense: the letter is written, wanted and not on its way."""
        if self.hindrance in (Hindrance.BROKEN, Hindrance.UNWANTED, Hindrance.SETTLED):
            return False
        stopped = self.state in (LetterState.FAILED, LetterState.DROPPED)
        return stopped or (self.state == LetterState.WAITING and bool(self.hindrance))


class Pace(models.TextChoices):
    AT_ONCE = "at-once", _("At once")
    DAILY = "daily", _("Once a day, in one summary")


class NewsPace(models.TextChoices):
    AT_ONCE = "at-once", _("At once")
    DAILY = "daily", _("Once a day, in one summary")
    NEVER = "never", _("Not at all")


FIRST_HOUR, LAST_HOUR = 6, 18


class MailChoice(models.Model):
    """How an account wants its mail; without a row, everything at once."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_choice")
    work = models.CharField(
        _("what I have to do"),
        max_length=10,
        choices=Pace,
        default=Pace.AT_ONCE,
        help_text=_("A term that has come or is over is always told at once."),
    )
    news = models.CharField(
        _("what I am only told"),
        max_length=10,
        choices=NewsPace,
        default=NewsPace.AT_ONCE,
        help_text=_("Such as that a page of mine was approved or published."),
    )
    hour = models.PositiveSmallIntegerField(
        _("hour of the summary"),
        default=8,
        validators=[MinValueValidator(FIRST_HOUR), MaxValueValidator(LAST_HOUR)],
        help_text=_("On working days only; 8 stands for 8 o'clock."),
    )

    class Meta:
        verbose_name = _("choice of mail")
        verbose_name_plural = _("choices of mail")

    def __str__(self) -> str:
        return f"{self.user}: {self.work}, {self.news}"

    @classmethod
    def of(cls, user: Any) -> MailChoice:
        """The choice of `user`, unsaved when none was made."""
        return getattr(user, "mail_choice", None) or cls(user=user)

    def state_for(self, kind: LetterKind) -> LetterState:
        """What becomes of a new letter of this kind."""
        if kind.is_pressing:
            return LetterState.WAITING
        pace = self.news if kind.is_news else self.work
        if pace == NewsPace.NEVER:
            return LetterState.DROPPED
        return LetterState.HELD if pace == Pace.DAILY else LetterState.WAITING
