"""The editorial board: who sits on it, who answers for what (K19, K22, K23, B02, C26, T15, V15)."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Site

from agency.models import Dated, DatedQuerySet, Person, Unit


class Board(Dated):
    """A body that runs the portal: the board itself, its help team, its operating team (C26)."""

    class Kind(models.TextChoices):
        BOARD = "ban-bien-tap", _("Editorial board")
        HELP = "to-giup-viec", _("Help team")
        OPERATING = "to-van-hanh", _("Operating team")

    site = models.ForeignKey(Site, models.CASCADE, related_name="boards", verbose_name=_("portal"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.BOARD)
    name = models.CharField(_("name"), max_length=255)
    decision_number = models.CharField(
        _("decision number"), max_length=60, blank=True, help_text=_("Decision that established the body.")
    )
    is_public = models.BooleanField(_("shown on the portal"), default=True)

    site_path = "site"

    class Meta(Dated.Meta):
        verbose_name = _("editorial body")
        verbose_name_plural = _("editorial bodies")
        ordering = ["kind", "name"]

    def __str__(self) -> str:
        return self.name


class MembershipQuerySet(DatedQuerySet):
    depends_on = ("board__",)

    def by_rank(self):
        """The head first, then the standing deputy, deputies, secretary and members."""
        order = models.Case(
            *[models.When(role=role, then=place) for place, role in enumerate(Membership.Role.values)],
            output_field=models.IntegerField(),
        )
        return self.select_related("person", "board").order_by(
            "board__kind", order, "person__full_name", "pk"
        )


class Membership(Dated):
    """Somebody on a board, in which post, by which decision, from when to when (K22)."""

    class Role(models.TextChoices):
        HEAD = "truong-ban", pgettext_lazy("board", "Head")
        STANDING_DEPUTY = "pho-ban-thuong-truc", pgettext_lazy("board", "Standing deputy head")
        DEPUTY = "pho-ban", pgettext_lazy("board", "Deputy head")
        SECRETARY = "thu-ky", pgettext_lazy("board", "Secretary")
        MEMBER = "uy-vien", pgettext_lazy("board", "Member")

    board = models.ForeignKey(Board, models.PROTECT, related_name="memberships", verbose_name=_("body"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships", verbose_name=_("person"))
    role = models.CharField(_("post on the board"), max_length=30, choices=Role, default=Role.MEMBER)
    decision_number = models.CharField(_("decision number"), max_length=60, blank=True)

    objects = MembershipQuerySet.as_manager()  # type: ignore[misc]
    site_path = "board__site"

    class Meta(Dated.Meta):
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["board", "pk"]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"

    def clean(self) -> None:
        super().clean()
        if self.board_id is None or self.person_id is None:
            return
        shared = Membership.objects.filter(board=self.board_id).overlapping(self)
        if shared.filter(person=self.person_id).exists():
            raise ValidationError({"person": _("This person already sits on the board at that time.")})
        other = shared.filter(role=self.role).select_related("person").first()
        if self.role == self.Role.HEAD and other:
            message = _(
                "%(person)s heads the board at that time. Enter the last day of that membership first."
            )
            raise ValidationError({"role": ValidationError(message, params={"person": other.person})})


class AssignmentQuerySet(DatedQuerySet):
    depends_on = ("membership__", "membership__board__")

    def for_unit(self, unit: Unit, on: date | None = None):
        """In force on the day `on` for `unit` or, after a merger, for the units that took over its work."""
        units = {unit.pk}
        while new := set(Unit.objects.filter(predecessors__in=units).values_list("pk", flat=True)) - units:
            units |= new
        return self.current(on).filter(unit__in=units)


class Assignment(Dated):
    """A member answers for a unit or a section: the row of the assignment table (K19, K23, B02)."""

    class Duty(models.TextChoices):
        MODERATE = "kiem-duyet", _("Checks the content")
        RECEIVE = "tiep-nhan", _("Receives")
        OWN = "phu-trach", _("Answers for it")
        PUBLISH = "dang-tin", _("Publishes")

    membership = models.ForeignKey(
        Membership, models.PROTECT, related_name="assignments", verbose_name=_("member")
    )
    duty = models.CharField(_("duty"), max_length=20, choices=Duty, default=Duty.MODERATE)
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("contributing unit"),
    )
    section = models.ForeignKey(
        "editorial.SectionPage",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="assignments",
        verbose_name=_("section"),
    )
    basis = models.CharField(
        _("basis"), max_length=255, blank=True, help_text=_("Number and date of the paper that assigns.")
    )

    objects = AssignmentQuerySet.as_manager()  # type: ignore[misc]
    site_path = "membership__board__site"

    class Meta(Dated.Meta):
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["membership", "duty", "pk"]

    def __str__(self) -> str:
        return f"{self.membership.person}: {self.get_duty_display()} – {self.unit or self.section}"

    def clean(self) -> None:
        super().clean()
        if not (self.unit_id or self.section_id):
            raise ValidationError({"unit": _("Choose a unit or a section.")})
        if self.membership_id is None:
            return
        if self.unit and self.unit.site_id != self.membership.board.site_id:
            raise ValidationError({"unit": _("That unit belongs to another portal.")})
        root = self.membership.board.site.root_page.path
        if self.section and not self.section.path.startswith(root):
            raise ValidationError({"section": _("That section belongs to another portal.")})
