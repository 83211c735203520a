"""When each of the commands that a timer starts ran last."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Timer(models.TextChoices):
    PUBLISH = "publish_due", _("Publishes and takes down at the hour set")
    LETTERS = "send_letters", _("Sends the mail that waits")
    REMIND = "remind", _("Reminds of terms")
    DIGESTS = "send_digests", _("Writes the summaries of the day")
    COUNTS = "merge_query_counts", _("Makes months of the old counts of questions")
    SEARCH = "feed_search", _("Tells the search server what it missed")


EVERY = {
    Timer.PUBLISH: timedelta(minutes=1),
    Timer.LETTERS: timedelta(minutes=15),
    Timer.REMIND: timedelta(minutes=15),
    Timer.DIGESTS: timedelta(hours=1),
    Timer.COUNTS: timedelta(days=1),
    Timer.SEARCH: timedelta(minutes=1),
}
"""How often each runs, by the units of `deploy/systemd` or by `run_timers`."""
MISSED = 3
"""After so many runs that did not come something is wrong with the timer."""
SLACK = timedelta(seconds=30)


class TimerRun(models.Model):
    """The last run of one command."""

    name = models.CharField(max_length=20, choices=Timer, unique=True)
    at = models.DateTimeField(_("last run"), default=timezone.now)

    class Meta:
        verbose_name = _("run of a timer")
        verbose_name_plural = _("runs of the timers")

    def __str__(self) -> str:
        return f"{self.name}: {self.at}"

    @property
    def is_late(self) -> bool:
        return timezone.now() - self.at > MISSED * EVERY[Timer(self.name)]

    @classmethod
    def due(cls) -> list[Timer]:
        """Those whose time has come."""
        last = dict(cls.objects.values_list("name", "at"))
        soon = timezone.now() + SLACK
        return [timer for timer in Timer if timer not in last or last[timer] + EVERY[timer] <= soon]

    @classmethod
    def note(cls, name: Timer) -> None:
        """Keeps that the command has just ended well."""
        cls.objects.update_or_create(name=name, defaults={"at": timezone.now()})
