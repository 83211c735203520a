"""Addresses outside the portal that texts link to, and whether they still answer."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

GOOD_FOR = timedelta(days=7)


class LinkQuerySet(models.QuerySet):
    def of(self, urls: set[str]) -> LinkQuerySet:
        return self.filter(digest__in=[digest_of(url) for url in urls])

    def fresh(self) -> LinkQuerySet:
        """Asked for, or looked at, not long ago."""
        return self.filter(at__gt=timezone.now() - GOOD_FOR)


class OutsideLink(models.Model):
    """One address; `problem` is what the last look at it met."""

    class Problem(models.TextChoices):
        MISSING = "missing", _("the page does not exist there any more")
        UNKNOWN = "unknown", _("there is no such server")
        SILENT = "silent", _("the server did not answer")
        REFUSED = "refused", _("the address is not one of the public internet")

    digest = models.CharField(max_length=64, unique=True)
    url = models.TextField(_("address"))
    at = models.DateTimeField(_("looked at"), default=timezone.now)
    problem = models.CharField(_("problem"), max_length=10, choices=Problem, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("address outside the portal")
        verbose_name_plural = _("addresses outside the portal")

    def __str__(self) -> str:
        return self.url

    @classmethod
    def note(cls, url: str, problem: str = "") -> None:
        said = {"url": url, "at": timezone.now(), "problem": problem}
        cls.objects.update_or_create(digest=digest_of(url), defaults=said)


def digest_of(url: str) -> str:
    return sha256(url.encode()).hexdigest()
