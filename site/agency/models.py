"""Who we are: accounts, persons, units, posts and who holds them (decision 4)."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.images import get_image_model_string
from wagtail.models import Site


class User(AbstractUser):
    """An account that logs in. A person without an account is a `Person` only."""


class DatedQuerySet(models.QuerySet):
    """Rows that hold from `valid_from` to `valid_to`, both inclusive and both optional."""

    def current(self, on: date | None = None):
        """Rows in force on the day `on` (default: today)."""
        day = on or timezone.localdate()
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )


class Dated(models.Model):
    valid_from = models.DateField(_("from"), null=True, blank=True)
    valid_to = models.DateField(_("to"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True


class UnitKind(models.TextChoices):
    """Kinds of body in the whole political system (V02)."""

    PARTY = "dang", _("Party committee")
    COUNCIL = "hdnd", _("People's Council")
    COMMITTEE = "ubnd", _("People's Committee")
    FRONT = "mttq", _("Fatherland Front")
    UNION = "doan-the", _("Socio-political organisation")
    DEPARTMENT = "phong", _("Division or office")
    SERVICE = "su-nghiep", _("Public service unit")
    SCHOOL = "truong-hoc", _("School")
    HEALTH = "y-te", _("Health station")
    POLICE = "cong-an", _("Police")
    MILITARY = "quan-su", _("Military command")
    VILLAGE = "thon", _("Village or residential group")
    OTHER = "khac", _("Other")


class Unit(Dated):
    """A body of the agency, placed in a tree, with its history (K02, V02, C19)."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="units", verbose_name=_("site"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=UnitKind, default=UnitKind.DEPARTMENT)
    name = models.CharField(_("name"), max_length=255)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    sort_order = models.PositiveIntegerField(_("order"), default=0)
    functions = RichTextField(_("functions and duties"), blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    email = models.EmailField(_("official e-mail"), blank=True)
    focal_point = models.ForeignKey(
        "Person", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("focal point")
    )
    former_names = models.TextField(_("former names"), blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name=_("succeeded by"))
    legal_basis = models.CharField(_("legal basis"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody who writes, decides or answers; may have an account (decision 4)."""

    class Kind(models.TextChoices):
        OFFICIAL = "can-bo", _("Official")
        COLLABORATOR = "cong-tac-vien", _("Collaborator")
        OUTSIDE = "ngoai", _("Outside author")

    full_name = models.CharField(_("full name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OFFICIAL)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("unit")
    )
    user = models.OneToOneField(
        User, models.SET_NULL, null=True, blank=True, related_name="person", verbose_name=_("account")
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
    mailbox = models.EmailField(_("mailbox articles are sent from"), blank=True)
    biography = RichTextField(_("short biography"), blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name


class Post(Dated):
    """An office in a unit, whoever holds it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name=_("unit"))
    name = models.CharField(_("name of the post"), max_length=150)
    rank = models.PositiveIntegerField(_("rank"), default=10, help_text=_("1 is the highest; sorts people."))
    is_head = models.BooleanField(_("head of the unit"), default=False)
    is_leader = models.BooleanField(_("shown among the agency's leaders"), default=False)
    deputises_for = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="deputies", verbose_name=_("deputises for")
    )

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["rank", "name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})"


class Holding(Dated):
    """Who holds a post, by which decision, from when to when (B09)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings", verbose_name=_("person"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings", verbose_name=_("post"))
    decision_number = models.CharField(_("decision number"), max_length=60, blank=True)
    duties = RichTextField(_("fields in charge"), blank=True)
    supervises = models.ManyToManyField(
        Unit, blank=True, related_name="supervised_by", verbose_name=_("units supervised")
    )

    class Meta:
        verbose_name = _("holding of a post")
        verbose_name_plural = _("holdings of posts")
        ordering = ["post__rank", "-valid_from"]

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"
