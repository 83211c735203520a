"""Addresses that open one draft to who holds them. Only digests are kept: the tables open nothing."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.models.stages import StageTaskState

FORGOTTEN_AFTER = timedelta(days=90)
LONGEST_DAYS = 30


def hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


class SecretLink(models.Model):
    """`token` of 256 random bits is told once, when the link is issued."""

    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("made at"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("valid until"), editable=False)

    lifetime: ClassVar[timedelta] = timedelta(days=7)

    class Meta:
        abstract = True

    @classmethod
    def issue(cls, **given: Any) -> str:
        """Makes a link and returns its token; links long dead are forgotten."""
        token, now = secrets.token_urlsafe(32), timezone.now()
        cls._default_manager.filter(expires_at__lt=now - FORGOTTEN_AFTER).delete()
        given.setdefault("expires_at", now + cls.lifetime)
        cls._default_manager.create(token_hash=hashed(token), created_at=now, **given)
        return token

    @classmethod
    def known(cls, token: str) -> Self | None:
        return cls._default_manager.filter(token_hash=hashed(token)).first()

    @property
    def has_expired(self) -> bool:
        return self.expires_at <= timezone.now()


class MailLink(SecretLink):
    """Lets `user` decide once about the text with this digest at this stage (decision 9)."""

    wagtail_reference_index_ignore = True

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    state = models.ForeignKey(StageTaskState, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("link for deciding by mail")
        verbose_name_plural = _("links for deciding by mail")

    def __str__(self) -> str:
        return f"{self.user} → {self.state}"

    def use_up(self) -> bool:
        """Whether this is its one use."""
        fresh = MailLink.objects.filter(pk=self.pk, used_at=None)
        return bool(fresh.update(used_at=timezone.now()))


class PreviewLink(SecretLink):
    """Shows one draft, as it stands when it is opened, to somebody without an account."""

    wagtail_reference_index_ignore = True

    page = models.ForeignKey("editorial.EditorialPage", models.CASCADE, related_name="previews")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )
    reader = models.CharField(
        pgettext_lazy("preview link", "for whom"),
        max_length=150,
        help_text=_("The person or the body that shall read the draft."),
    )
    days = models.PositiveSmallIntegerField(
        _("valid for days"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_DAYS)],
    )
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.reader

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and not self.has_expired

    def revoke(self) -> bool:
        """Ends the link; False when it had ended already."""
        fresh = PreviewLink.objects.filter(pk=self.pk, revoked_at=None)
        return bool(fresh.update(revoked_at=timezone.now()))

    @staticmethod
    def end_of(days: int) -> datetime:
        return timezone.now() + timedelta(days=days)
