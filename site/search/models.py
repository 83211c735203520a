"""The read model behind the public search (decision 12): nothing here is edited, all of it can be rebuilt.

What editors write and what the portal learns of questions is in `search.steering` and `search.learning`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, Site

from search.among import among
from search.engines.models import LONG_AGO, Change, SearchServer
from search.learning.models import QueryCount, WantedText
from search.postings.listings import Listings
from search.postings.models import FrequentTerm, PendingEntry, Posting, PostingBlock
from search.steering.models import (
    Curation,
    ExcludedPage,
    OfferedSynonym,
    PromotedPage,
    SteeringVersion,
    Synonym,
)

__all__ = [
    "Change",
    "Corpus",
    "Curation",
    "Entry",
    "EntryFacet",
    "EntryPlace",
    "EntryText",
    "EntryValidity",
    "ExcludedPage",
    "FrequentTerm",
    "OfferedSynonym",
    "PendingEntry",
    "Posting",
    "PostingBlock",
    "PromotedPage",
    "QueryCount",
    "SearchServer",
    "SteeringVersion",
    "Synonym",
    "WantedText",
]


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible(self, at: datetime | None = None) -> EntryQuerySet:
        """What the public may read at that moment, by default now."""
        at = at or timezone.now()
        return self.filter(
            Q(visible_from__isnull=True) | Q(visible_from__lte=at),
            Q(visible_until__isnull=True) | Q(visible_until__gt=at),
        )

    def holding(self, terms: Collection[int]) -> EntryQuerySet:
        """Those in which every one of these terms stands."""
        return self.filter(pk__in=among(Listings().holding(terms).tolist()))


UNSEARCHED = 0  # the version of an entry whose terms are not written yet


class Entry(models.Model):
    """One thing a visitor can find. `page` is empty only for entries put in by a bench."""

    page = models.OneToOneField(Page, models.CASCADE, null=True, related_name="+")
    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=32)
    title = models.TextField()
    title_key = models.CharField(max_length=120)
    number = models.TextField(blank=True)
    url = models.TextField()
    date = models.DateField(null=True)
    length = models.PositiveIntegerField()
    version = models.PositiveSmallIntegerField()
    visible_from = models.DateTimeField(null=True)
    visible_until = models.DateTimeField(null=True)

    objects = EntryQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["site", "kind", "-date"], name="entry_newest"),
            models.Index(fields=["site", "kind", "title_key"], name="entry_by_title"),
        ]

    def __str__(self) -> str:
        return self.title


class EntryText(models.Model):
    """All that an entry was made from, packed; apart, so that ranking reads small rows only."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="text")
    packed = models.BinaryField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return str(self.entry_id)


class EntryTokens(models.Model):
    """What ranking compares with a question (`search.tokens`); `signals` is what its type says of it."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="tokens")
    packed = models.BinaryField()
    signals = models.JSONField(default=list)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return str(self.entry_id)


class EntryFacet(models.Model):
    """A value an entry can be filtered by."""

    entry = models.ForeignKey(Entry, models.CASCADE, db_index=False, related_name="facets")
    facet = models.CharField(max_length=32)
    value = models.CharField(max_length=255)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes: ClassVar = [models.Index(fields=["facet", "value", "entry"], name="entry_with_value")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "facet", "value"], name="facet_value_once")
        ]

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"


class PlaceQuerySet(models.QuerySet["EntryPlace"]):
    def below(self, top: int, kinds: Collection[str] = ()) -> PlaceQuerySet:
        """Places below the page with this number, newest first; of these kinds, or of all."""
        wanted: dict[str, Any] = {"kind__in": kinds} if kinds else {}
        return self.filter(above=top, **wanted).order_by("-published", "-page")


class EntryPlace(models.Model):
    """A public page stands below another: what lists of the newest read, however many pages there are."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="places")
    page = models.ForeignKey(Page, models.DO_NOTHING, db_index=False, related_name="+")  # goes with its entry
    above = models.ForeignKey(Page, models.CASCADE, db_index=False, related_name="+")
    levels = models.PositiveSmallIntegerField()  # 1 right below
    kind = models.CharField(max_length=32)
    published = models.DateTimeField()

    objects = PlaceQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["above", "-published", "-page"], name="place_newest"),
            models.Index(fields=["above", "kind", "-published", "-page"], name="place_newest_of_kind"),
        ]
        constraints: ClassVar = [models.UniqueConstraint(fields=["entry", "above"], name="place_once")]

    def __str__(self) -> str:
        return f"{self.page_id} < {self.above_id}"


class ValidityQuerySet(models.QuerySet["EntryValidity"]):
    def on(self, day: date) -> ValidityQuerySet:
        """The spans that hold on `day`; first and last day are inside."""
        return self.filter(Q(start__isnull=True) | Q(start__lte=day), Q(end__isnull=True) | Q(end__gte=day))


class EntryValidity(models.Model):
    """A status with the days it holds, so that a search says what is in force today (decision 10)."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="validity")
    status = models.CharField(max_length=32)
    start = models.DateField(null=True)
    end = models.DateField(null=True)

    objects = ValidityQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.status} {self.start} – {self.end}"


class TitlePart(models.Model):
    """What is left of a title from one of its first words on, folded. A table made by hand, too."""

    pk = models.CompositePrimaryKey("site", "kind", "inner_word", "rest", "entry")
    site = models.ForeignKey(Site, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")
    kind = models.CharField(max_length=32)
    inner_word = models.SmallIntegerField()  # 0 at the beginning of the title
    rest = models.CharField(max_length=24)
    entry = models.ForeignKey(Entry, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+")

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.rest


class Word(models.Model):
    """A syllable, or two side by side, as public entries write it, and how often when last counted.

    `folded` is what is looked up; `accented` is in the form of `search.text`.
    """

    folded = models.CharField(max_length=40)
    accented = models.CharField(max_length=60, primary_key=True)
    count = models.PositiveIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        indexes: ClassVar = [models.Index(fields=["folded"], name="word_folded")]

    def __str__(self) -> str:
        return f"{self.accented} × {self.count}"


class FormerName(models.Model):
    """A name that is no longer used and the one that took its place.

    `site` has it from its register of units; without a site it was imported. `key` is the old name folded,
    `within` what it lay in, folded: it tells apart places of one name.
    """

    site = models.ForeignKey(Site, models.CASCADE, null=True, related_name="+")
    key = models.CharField(max_length=120)
    old = models.CharField(max_length=255)
    new = models.CharField(max_length=255)
    within = models.CharField(max_length=255, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key"], name="former_name")]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"


class Corpus(models.Model):
    """One row about the whole: entries when last counted, and the length weights are made for."""

    TYPICAL_LENGTH = 250  # syllables

    entries = models.PositiveIntegerField(default=0)
    average_length = models.FloatField(default=TYPICAL_LENGTH)
    counted = models.PositiveIntegerField(default=0)  # how often
    count_asked = models.DateTimeField(null=True)  # when the newest count was queued
    claimed_until = models.DateTimeField(default=LONG_AGO)  # by who makes the blocks of postings anew

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.entries} × {self.average_length}"

    @classmethod
    def current(cls) -> Corpus:
        return cls.objects.filter(pk=1).first() or cls(pk=1)
