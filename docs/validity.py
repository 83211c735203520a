"""Whether a document is in force, computed from its dates and relations, in Python and in SQL (decision 10).

Rules: domain 4.6; causes of expiry: Law 64/2025/QH15 art. 57.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from docs.choices import ENDING, Family, RelationKind, Validity
from search.entries import ValiditySpan

if TYPE_CHECKING:
    from docs.models import DocumentPage

PARTIAL = (RelationKind.AMENDS, *ENDING)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Effect:
    """What a relation does to a document from `start` to `end`, both inclusive; None is open."""

    status: Validity
    start: date | None
    end: date | None = None

    def holds(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


# Where several hold on one day, the first decides.
ORDER = (Validity.EXPIRED, Validity.SUSPENDED, Validity.SUSPENDED_PARTLY, Validity.PARTLY)


def effect_of(kind: str, provisions: str) -> Validity | None:
    """What a relation of `kind` makes of the document it is done to; None when nothing."""
    if kind == RelationKind.SUSPENDS:
        return Validity.SUSPENDED_PARTLY if provisions else Validity.SUSPENDED
    if kind in ENDING:
        return Validity.PARTLY if provisions else Validity.EXPIRED
    return Validity.PARTLY if kind == RelationKind.AMENDS else None


@dataclass(frozen=True)
class Life:
    """All that decides about a document: its first day, a status set by hand, and effects of others."""

    start: date | None
    override: str
    effects: tuple[Effect, ...]

    def status(self, day: date) -> Validity:
        """The status on `day`."""
        if self.override:
            return Validity(self.override)
        if self.start and day < self.start:
            return Validity.NOT_YET
        holding = {effect.status for effect in self.effects if effect.holds(day)}
        if found := next((status for status in ORDER if status in holding), None):
            return found
        return Validity.IN_FORCE if self.start else Validity.UNKNOWN

    def spans(self) -> tuple[ValiditySpan, ...]:
        """The whole life as spans, for the public index."""
        starts = [None, *self._turns()]
        ends = [turn - DAY for turn in self._turns()] + [None]
        days = [turn or ends[0] or date.max for turn in starts]
        return tuple(
            ValiditySpan(self.status(day), start, end)
            for day, start, end in zip(days, starts, ends, strict=True)
        )

    def _turns(self) -> list[date]:
        """The days on which the status may change."""
        if self.override:
            return []
        days = {self.start, *(effect.start for effect in self.effects)}
        days |= {effect.end + DAY for effect in self.effects if effect.end}
        return sorted(day for day in days if day)


def life_of(page: DocumentPage) -> Life:
    """The life of `page` by what is published now; three queries."""
    own = [Effect(Validity.EXPIRED, page.expiry_date)] if page.expiry_date else []
    done = [
        Effect(status, row.from_date or row.acting_start, row.until_date)
        for row in [*page.relations_suffered(), *page.relations_done_to_it]
        if (status := effect_of(row.kind, row.provisions))
    ]
    return Life(page.start, page.validity_override, (*own, *done))


def start_expression(path: str = "") -> Case:
    """The first day of the document at `path`: an administrative one is in force when it is issued."""
    return Case(
        When(**{f"{path}effective_date__isnull": False}, then=F(f"{path}effective_date")),
        When(**{f"{path}family": Family.ADMINISTRATIVE}, then=F(f"{path}issue_date")),
        default=Value(None),
        output_field=DateField(),
    )


def with_validity(documents: QuerySet[DocumentPage], on: date) -> QuerySet[DocumentPage]:
    """`documents` annotated with `status_now`, the same as `Life.status(on)`."""
    suspended = _suffers(on, kinds=(RelationKind.SUSPENDS,))
    ended = _suffers(on, kinds=ENDING, whole=True) | Q(expiry_date__lte=on)
    whens = [
        When(~Q(validity_override=""), then=F("validity_override")),
        When(start_now__gt=on, then=Value(Validity.NOT_YET.value)),
        When(ended, then=Value(Validity.EXPIRED.value)),
        When(_suffers(on, kinds=(RelationKind.SUSPENDS,), whole=True), then=Value(Validity.SUSPENDED.value)),
        When(suspended, then=Value(Validity.SUSPENDED_PARTLY.value)),
        When(_suffers(on, kinds=PARTIAL), then=Value(Validity.PARTLY.value)),
        When(start_now__isnull=False, then=Value(Validity.IN_FORCE.value)),
    ]
    started = documents.annotate(start_now=start_expression())
    return started.annotate(status_now=Case(*whens, default=Value(Validity.UNKNOWN.value)))


def _suffers(on: date, *, kinds: tuple[RelationKind, ...], whole: bool = False) -> Q:
    """Whether a relation of `kinds` holds on `on` against the document of the outer query."""
    from docs.models import Relation

    rows = Relation.objects.filter(kind__in=kinds)
    rows = rows.filter(provisions="") if whole else rows
    passive = rows.filter(page=OuterRef("pk"), is_passive=True).annotate(
        since=Coalesce("from_date", start_expression("target__"))
    )
    active = Relation.public(rows).filter(is_passive=False).exclude(page=OuterRef("pk"))
    active = active.annotate(since=Coalesce("from_date", start_expression("page__")))
    by_key = active.filter(target_key=OuterRef("number_key")).exclude(target_key="")
    return Q(
        Exists(_holding(passive, on))
        | Exists(_holding(active.filter(target=OuterRef("pk")), on))
        | Exists(_holding(by_key, on))
    )


def _holding(rows: QuerySet, on: date) -> QuerySet:
    return rows.filter(
        Q(since__isnull=True) | Q(since__lte=on), Q(until_date__isnull=True) | Q(until_date__gte=on)
    )
