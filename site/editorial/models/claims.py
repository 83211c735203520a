"""Keys that only one page of a site may hold (decision 6)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Site

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage

RESERVATION_LASTS = timedelta(minutes=1)


class KeyTaken(ValidationError):
    """Another page of the site, a draft included, holds the key."""


class KeyClaim(models.Model):
    """*site + kind + key → page*. Without a page it is a reservation, for one form, that lapses."""

    wagtail_reference_index_ignore = True

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=255)
    page = models.ForeignKey(Page, models.CASCADE, null=True, related_name="+")
    reserved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = gettext_lazy("key claim")
        constraints = [models.UniqueConstraint(fields=["site", "kind", "key"], name="one_page_per_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"

    def retake(self) -> bool:
        """Takes over a reservation that has lapsed; of two at once only one does."""
        lapsed = KeyClaim.objects.filter(
            pk=self.pk, page=None, reserved_at__lt=timezone.now() - RESERVATION_LASTS
        )
        return bool(lapsed.update(reserved_at=timezone.now()))


def taken(claim: KeyClaim, page: EditorialPage) -> KeyTaken:
    """The refusal that names the page which holds the key, unless it is a restricted draft."""
    if claim.page is None:
        message = _("Someone else is saving “%(key)s” now. Look for their page before trying again.")
    elif not claim.page.live and claim.page.specific_deferred.restricted:
        message = _("“%(key)s” belongs to a draft that only its chain may see. Ask the editorial board.")
    else:
        message = _("“%(key)s” belongs to the page “%(title)s” (no. %(id)s). Open that page and edit it.")
    field = page.key_field
    key = getattr(page, field, "") or claim.key
    values = {"key": key, "title": claim.page and claim.page.draft_title, "id": claim.page_id}
    return KeyTaken({field: message % values} if field else message % values)


def claim_for(page: EditorialPage, site: Site) -> tuple[KeyClaim, bool]:
    """The claim on the key of `page` and whether it is new; the unique index decides between two at once."""
    return KeyClaim.objects.select_related("page").get_or_create(
        site=site,
        kind=page.key_kind,
        key=page.claim_key(),
        defaults={"page_id": page.pk},
    )


def reserve(page: EditorialPage, site: Site) -> None:
    """Takes the key of `page` before the page is saved. Raises `KeyTaken`."""
    if not page.claim_key():
        return
    claim, is_new = claim_for(page, site)
    is_own = claim.page_id is not None and claim.page_id == page.pk
    if not (is_new or is_own or claim.retake()):
        raise taken(claim, page)


def hold(page: EditorialPage) -> None:
    """Binds the key to the saved `page` and lets its other keys go. Raises `KeyTaken`.

    A draft of a live page holds the live key as well, until the draft is published.
    """
    if not page.key_kind or (site := page.get_site()) is None:
        return
    if page.claim_key():
        bind(claim_for(page, site)[0], page)
    held = KeyClaim.objects.filter(kind=page.key_kind, page_id=page.pk)
    held.exclude(site=site, key__in=page.claimed_keys()).delete()


def bind(claim: KeyClaim, page: EditorialPage) -> None:
    free = KeyClaim.objects.filter(pk=claim.pk, page=None)
    if claim.page_id != page.pk and not free.update(page_id=page.pk):
        raise taken(claim, page)
