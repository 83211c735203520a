"""Words a page is filed under; editors keep both tables (decision 2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Genre(models.Model):
    """The kind of piece: tin, bài, phóng sự … (C06)."""

    slug = models.SlugField(_("identifier"), unique=True)
    name = models.CharField(_("name"), max_length=100, unique=True)
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("genre")
        verbose_name_plural = _("genres")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name


class Field(models.Model):
    """A field of work, lĩnh vực (K10)."""

    name = models.CharField(_("name"), max_length=150, unique=True)
    sort_order = models.PositiveIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("field of work")
        verbose_name_plural = _("fields of work")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name
