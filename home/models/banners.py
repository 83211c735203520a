"""Banners (pano): a picture that leads somewhere, at a place, for a time (V03)."""

from __future__ import annotations

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string
from wagtail.models import Site

from agency.models import Dated


class Place(models.TextChoices):
    TOP = "top", _("Under the masthead of every page")
    FRONT = "front", _("On the front page")
    ASIDE = "aside", _("Beside the text")
    FOOT = "foot", _("Above the foot of every page")


class Banner(Dated):
    """Shown on its days, both ends included; statistics count banners as they count pictures."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="banners", verbose_name=_("site"))
    title = models.CharField(_("title"), max_length=150, help_text=_("Only for the register."))
    image = models.ForeignKey(
        get_image_model_string(), models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    alt = models.CharField(
        _("alternative text"), max_length=255, help_text=_("Every word that stands in the picture.")
    )
    url = models.CharField(
        _("leads to"), max_length=500, blank=True, help_text=_("An address, or a path such as /tin-tuc/.")
    )
    place = models.CharField(_("place"), max_length=10, choices=Place, default=Place.FRONT)
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    site_path = "site"

    class Meta(Dated.Meta):
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        ordering = ["place", "sort_order", "pk"]

    def __str__(self) -> str:
        return self.title

    def has_public_files(self) -> bool:
        """A banner's picture is public until its last day, so that it is there on its first."""
        return self.valid_to is None or self.valid_to >= timezone.localdate()


def current_banners(request: HttpRequest | None, place: str) -> list[Banner]:
    """The banners to show at `place` today; one query a request for all places."""
    if request is None:
        return []
    if not hasattr(request, "_banners"):
        rows = Banner.objects.current().filter(site=Site.find_for_request(request))
        request._banners = list(rows.select_related("image").prefetch_related("image__renditions"))
    return [banner for banner in request._banners if banner.place == place]
