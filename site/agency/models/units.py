"""The bodies of the agency, placed in a tree, with their history (K02, V02, C19)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Case, IntegerField, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import Site

from agency.models.dated import Dated, DatedQuerySet

if TYPE_CHECKING:
    from agency.models.people import Person


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


class UnitQuerySet(DatedQuerySet):
    def for_site(self, site: Site):
        """Units of one site, past ones included."""
        return self.filter(site=site)

    def in_tree_order(self):
        """Units annotated with `depth` (0 at the top) and ordered as the tree is read, site by site."""
        places = list(walk(Unit.objects.values_list("pk", "parent_id")))
        return self.annotate(
            depth=_constant(dict(places)),
            tree_position=_constant({pk: place for place, (pk, _depth) in enumerate(places)}),
        ).order_by("site", "tree_position", "pk")


def walk(rows) -> Iterator[tuple[int, int]]:
    """Yield (pk, depth) from (pk, parent pk) rows, parents before children, siblings in the given order.

    Rows in a circle have no way from the top and are left out.
    """
    children: dict[int | None, list[int]] = {}
    for pk, parent in rows:
        children.setdefault(parent, []).append(pk)
    waiting = [(pk, 0) for pk in reversed(children.get(None, []))]
    while waiting:
        pk, depth = waiting.pop()
        yield pk, depth
        waiting += [(child, depth + 1) for child in reversed(children.get(pk, []))]


def _constant(values: dict[int, int]) -> Case | Value:
    """An expression giving each row the number listed for its key; a row not listed comes last."""
    if not values:
        return Value(0, output_field=IntegerField())
    whens = [When(pk=pk, then=Value(value)) for pk, value in values.items()]
    return Case(*whens, default=Value(len(values)), output_field=IntegerField())


class Unit(Dated):
    """A body of the agency, placed in a tree, with its history (K02, V02, C19)."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="units", verbose_name=_("portal"))
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
        help_text=_("Leave empty for a unit at the top."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=UnitKind, default=UnitKind.DEPARTMENT)
    name = models.CharField(_("name"), max_length=255)
    short_name = models.CharField(
        _("short name"), max_length=100, blank=True, help_text=_("Used in lists and under news.")
    )
    sort_order = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("The smallest number comes first.")
    )
    functions = RichTextField(_("functions and duties"), blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    email = models.EmailField(_("official e-mail"), blank=True)
    focal_point = models.ForeignKey(
        "Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="focal_for",
        verbose_name=_("focal point"),
        help_text=_("Supplies information for the portal and receives the reminders."),
    )
    former_names = models.TextField(_("former names"), blank=True, help_text=_("One on each line."))
    successors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="predecessors",
        verbose_name=_("succeeded by"),
        help_text=_("After a merger or division: the units that took over."),
    )
    legal_basis = models.CharField(
        _("legal basis"), max_length=255, blank=True, help_text=_("Decision that established or ended it.")
    )

    objects = UnitQuerySet.as_manager()  # type: ignore[misc]
    site_path = "site"

    class Meta(Dated.Meta):
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.pk and self.site_id and self.children.exclude(site=self.site_id).exists():
            raise ValidationError({"site": _("Units below this one belong to another portal.")})
        if self.parent is None or self.site_id is None:
            return
        if self.parent.site_id != self.site_id:
            raise ValidationError({"parent": _("The unit above belongs to another portal.")})
        if self.pk and self._is_above(self.parent):
            raise ValidationError({"parent": _("A unit cannot belong to itself or to a unit below it.")})

    def _is_above(self, unit: Unit) -> bool:
        parents = dict(Unit.objects.filter(site=self.site_id).values_list("pk", "parent_id"))
        seen: set[int] = set()
        above: int | None = unit.pk
        while above and above not in seen:
            if above == self.pk:
                return True
            seen.add(above)
            above = parents.get(above)
        return False

    def head(self, on: date | None = None) -> Person | None:
        """Who heads the unit on the day `on` (default: today)."""
        return self._first_holder(on, post__is_head=True)

    def standing_deputy(self, on: date | None = None) -> Person | None:
        """Who acts when the head is away: of those deputising for the head, the one with the highest rank."""
        return self._first_holder(on, post__deputises_for__is_head=True)

    def _first_holder(self, on: date | None, **conditions) -> Person | None:
        from agency.models.posts import Holding

        holding = Holding.objects.current(on).filter(post__unit=self, **conditions).by_rank().first()
        return holding.person if holding else None
