"""Keys that only one page of a site may hold (decision 6)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Site

if TYPE_CHECKING:
    from agency.models import User
    from editorial.models.pages import EditorialPage

RESERVATION_LASTS = timedelta(minutes=10)


class KeyTaken(ValidationError):
    """Another page of the site, a draft included, holds the key."""


class KeyClaim(models.Model):
    """*site + kind + key → page*. Without a page it is a reservation by `reserved_by` that lapses."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=255)
    page = models.ForeignKey(Page, models.CASCADE, null=True, related_name="+")
    reserved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reserved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = gettext_lazy("key claim")
        constraints = [models.UniqueConstraint(fields=["site", "kind", "key"], name="one_page_per_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    def is_free(self, user: User | None) -> bool:
        """Whether this is a reservation that `user` made or that has lapsed."""
        lapsed = self.reserved_at < timezone.now() - RESERVATION_LASTS
        return self.page_id is None and (lapsed or self.reserved_by_id == (user and user.pk))


def taken(claim: KeyClaim, field: str) -> KeyTaken:
    """The refusal that names the page which holds the key."""
    if claim.page is None:
        message = _("Someone else is saving “%(key)s” now. Look for their page before trying again.")
    else:
        message = _("“%(key)s” belongs to the page “%(title)s” (no. %(id)s). Open that page and edit it.")
    values = {"key": claim.key, "title": claim.page and claim.page.draft_title, "id": claim.page_id}
    return KeyTaken({field: message % values} if field else message % values)


def claim_for(page: EditorialPage, site: Site, user: User | None) -> KeyClaim:
    """The claim on the key of `page`; the unique index decides between two at once."""
    claim, _created = KeyClaim.objects.select_related("page").get_or_create(
        site=site,
        kind=page.key_kind,
        key=page.claim_key(),
        defaults={"page_id": page.pk, "reserved_by": user},
    )
    return claim


def reserve(page: EditorialPage, site: Site, user: User) -> None:
    """Takes the key of `page` for `user` before the page is saved. Raises `KeyTaken`."""
    if not page.claim_key():
        return
    claim = claim_for(page, site, user)
    if claim.page_id is not None and claim.page_id == page.pk:
        return
    if not claim.is_free(user):
        raise taken(claim, page.key_field)
    KeyClaim.objects.filter(pk=claim.pk).update(reserved_by=user, reserved_at=timezone.now())


def hold(page: EditorialPage) -> None:
    """Binds the key to the saved `page` and lets its other keys go. Raises `KeyTaken`.

    A draft of a live page holds the live key as well, until the draft is published.
    """
    if not page.key_kind or (site := page.get_site()) is None:
        return
    if page.claim_key():
        bind(claim_for(page, site, None), page)
    held = KeyClaim.objects.filter(kind=page.key_kind, page_id=page.pk)
    held.exclude(site=site, key__in=page.claimed_keys()).delete()


def bind(claim: KeyClaim, page: EditorialPage) -> None:
    free = KeyClaim.objects.filter(pk=claim.pk, page=None)
    if claim.page_id != page.pk and not free.update(page_id=page.pk):
        raise taken(claim, page.key_field)
