"""Posts and who holds them, by which decision, from when to when (K03, K22, B09)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import Site

from agency.models.dated import Dated, DatedQuerySet
from agency.models.people import Person
from agency.models.units import Unit


class PostQuerySet(DatedQuerySet):
    depends_on = ("unit__",)

    def for_site(self, site: Site):
        return self.filter(unit__site=site)


class Post(Dated):
    """An office in a unit, whoever holds it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="posts", verbose_name=_("unit"))
    name = models.CharField(_("name of the post"), max_length=150)
    rank = models.PositiveIntegerField(_("rank"), default=10, help_text=_("1 is the highest; sorts people."))
    is_head = models.BooleanField(
        _("head of the unit"),
        default=False,
        help_text=_("A unit has one head, one person at a time."),
    )
    is_leader = models.BooleanField(
        _("leader of the agency"), default=False, help_text=_("Shown on the page of the leaders.")
    )
    deputises_for = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="deputies",
        verbose_name=_("deputises for"),
        help_text=_("The post this one stands in for, such as the head's."),
    )

    objects = PostQuerySet.as_manager()  # type: ignore[misc]
    site_path = "unit__site"

    class Meta(Dated.Meta):
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["rank", "name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})"

    def clean(self) -> None:
        super().clean()
        if self.unit_id is None:
            return
        self._check_one_head()
        self._check_deputy()

    def _check_one_head(self) -> None:
        if not self.is_head:
            return
        other = Post.objects.filter(unit=self.unit_id, is_head=True).overlapping(self).first()
        if other:
            message = _("“%(post)s” is already the head of this unit at that time.")
            raise ValidationError({"is_head": ValidationError(message, params={"post": other.name})})

    def _check_deputy(self) -> None:
        if self.deputises_for is None:
            return
        if self.deputises_for.unit.site_id != self.unit.site_id:
            raise ValidationError({"deputises_for": _("That post belongs to another portal.")})
        if self.pk and self._stands_behind(self.deputises_for):
            raise ValidationError({"deputises_for": _("Posts cannot deputise for each other in a circle.")})

    def _stands_behind(self, post: Post) -> bool:
        chain = dict(Post.objects.filter(deputises_for__isnull=False).values_list("pk", "deputises_for"))
        seen: set[int] = set()
        at: int | None = post.pk
        while at and at not in seen:
            if at == self.pk:
                return True
            seen.add(at)
            at = chain.get(at)
        return False

    def holder(self, on: date | None = None) -> Person | None:
        """Who holds the post on the day `on` (default: today); the longest-serving when several do."""
        holding = self.holdings.current(on).by_rank().first()
        return holding.person if holding else None


class HoldingQuerySet(DatedQuerySet):
    depends_on = ("post__", "post__unit__")

    def for_site(self, site: Site):
        return self.filter(post__unit__site=site)

    def leaders(self):
        """Holdings of the posts shown among the agency's leaders."""
        return self.filter(post__is_leader=True)

    def by_rank(self):
        """The highest post first, then the longest-serving; person, post and unit come along."""
        order = ("post__rank", F("valid_from").asc(nulls_first=True), "person__full_name", "pk")
        return self.select_related("person", "post__unit").order_by(*order)


class Holding(Dated):
    """Who holds a post, by which decision, from when to when (B09)."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings", verbose_name=_("person"))
    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings", verbose_name=_("post"))
    decision_number = models.CharField(
        _("decision number"), max_length=60, blank=True, help_text=_("Decision of appointment or assignment.")
    )
    duties = RichTextField(_("fields in charge"), blank=True)
    supervises = models.ManyToManyField(
        Unit, blank=True, related_name="supervised_by", verbose_name=_("units supervised")
    )

    objects = HoldingQuerySet.as_manager()  # type: ignore[misc]
    site_path = "post__unit__site"

    class Meta(Dated.Meta):
        verbose_name = _("holding of a post")
        verbose_name_plural = _("holdings of posts")
        ordering = ["post__rank", "-valid_from"]

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"

    def clean(self) -> None:
        super().clean()
        if self.post_id is None or self.person_id is None:
            return
        if self.shared_with().filter(person=self.person_id).exists():
            raise ValidationError({"person": _("This person already holds the post at that time.")})
        if self.post.is_head:
            self._check_sole_head()

    def _check_sole_head(self) -> None:
        other = self.shared_with().select_related("person").first()
        if other:
            message = _("%(person)s heads the unit at that time. Enter the last day of that holding first.")
            raise ValidationError({"post": ValidationError(message, params={"person": other.person})})

    def shared_with(self) -> HoldingQuerySet:
        """Other holdings of the same post that share at least one day with this one."""
        return Holding.objects.filter(post=self.post_id).overlapping(self)
