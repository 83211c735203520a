"""The number a leader decides with where no account is logged in: by a link in a mail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TRIES = 5
LOCKED_FOR = timedelta(minutes=30)
TRIES_IN_ALL = 15
"""Wrong tries in a row after which only the administrator, or a new PIN, opens the lock."""


class WrongPin(Exception):
    """The number is not that of the account, or there is none."""


class PinLocked(WrongPin):
    """Too many wrong numbers. `until` is when it opens by itself, None when it does not."""

    def __init__(self, pin: DecidingPin) -> None:
        super().__init__()
        self.until = None if pin.is_locked_for_good else pin.locked_until


class DecidingPin(models.Model):
    """The PIN of an account: kept as passwords are, locked after wrong tries."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="deciding_pin", verbose_name=_("account")
    )
    hash = models.CharField(max_length=200)
    set_at = models.DateTimeField(pgettext_lazy("PIN", "set"), default=timezone.now)
    wrong_tries = models.PositiveSmallIntegerField(_("wrong tries in a row"), default=0)
    locked_until = models.DateTimeField(_("locked until"), null=True)

    site_path = "user__person__unit__site"

    class Meta:
        verbose_name = _("PIN for deciding by mail")
        verbose_name_plural = _("PINs for deciding by mail")
        ordering = ["user__username"]

    def __str__(self) -> str:
        return str(self.user)

    @property
    def is_locked_for_good(self) -> bool:
        return self.wrong_tries >= TRIES_IN_ALL

    @property
    def is_locked(self) -> bool:
        return self.is_locked_for_good or (self.locked_until or timezone.now()) > timezone.now()

    def unlock(self) -> None:
        self.wrong_tries, self.locked_until = 0, None
        self.save(update_fields=["wrong_tries", "locked_until"])

    @classmethod
    def assign(cls, user: Any, number: str) -> None:
        """Gives `user` a new PIN and opens the lock."""
        fresh = {"hash": make_password(number), "set_at": timezone.now()}
        cls.objects.update_or_create(user=user, defaults={**fresh, "wrong_tries": 0, "locked_until": None})

    @classmethod
    def verify(cls, user: Any, number: str) -> None:
        """Raises `WrongPin`, or `PinLocked`, unless `number` is the PIN of `user`.

        The try is counted, and the lock closed, before the number is looked at: many tries at once get no
        further than one after another. Takes the same time whether or not the account has a PIN.
        """
        known = cls.objects.filter(user=user).first()
        if known is None:
            make_password(number)
            raise WrongPin
        taken = known._take_a_try()
        right = check_password(number, known.hash)
        known.refresh_from_db()
        if taken and right:
            known.unlock()
        else:
            raise PinLocked(known) if known.is_locked else WrongPin

    def _take_a_try(self) -> bool:
        """Counts a try, and locks when it is the last; False when the PIN is locked already."""
        now = timezone.now()
        closing = When(wrong_tries__in=range(TRIES - 1, TRIES_IN_ALL, TRIES), then=Value(now + LOCKED_FOR))
        tries = DecidingPin.objects.filter(
            Q(locked_until=None) | Q(locked_until__lte=now), pk=self.pk, wrong_tries__lt=TRIES_IN_ALL
        )
        return bool(tries.update(wrong_tries=F("wrong_tries") + 1, locked_until=Case(closing, default=None)))
