"""Accounts and persons: a person writes, decides or answers, and only some log in (decision 4)."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string

from agency.models.units import Unit


class User(AbstractUser):
    """An account that logs in. A person without an account is a `Person` only."""


class Person(models.Model):
    """Somebody who writes, decides or answers; may have an account (decision 4)."""

    class Kind(models.TextChoices):
        OFFICIAL = "can-bo", _("Official")
        COLLABORATOR = "cong-tac-vien", _("Collaborator")
        OUTSIDE = "ngoai", _("Outside author")

    full_name = models.CharField(_("full name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OFFICIAL)
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="people",
        verbose_name=_("unit"),
        help_text=_("Leave empty for an outside author."),
    )
    user = models.OneToOneField(
        User,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("account"),
        help_text=_("Only accounts not yet linked to a person are offered."),
    )
    portrait = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("portrait"),
    )
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    email = models.EmailField(_("official e-mail"), blank=True)
    mailbox = models.EmailField(
        _("mailbox articles are sent from"),
        blank=True,
        help_text=_("Articles mailed from this address are taken as this person's."),
    )
    biography = RichTextField(_("short biography"), blank=True)

    site_path = "unit__site"
    open_without_site = True
    """Outside authors belong to no unit and may be kept by every site."""

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name
