"""The public index: a read model of what any visitor may read (decision 12)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site


class EntryQuerySet(models.QuerySet):
    def visible(self) -> EntryQuerySet:
        """Entries whose page is within its publishing times at this moment."""
        now = timezone.now()
        return self.filter(
            Q(visible_from__isnull=True) | Q(visible_from__lte=now),
            Q(visible_until__isnull=True) | Q(visible_until__gt=now),
        )


class Entry(models.Model):
    """One public page, with what a list of results shows of it. `source` names an entry without a page."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    page = models.OneToOneField(Page, models.CASCADE, null=True, related_name="search_entry_row")
    source = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=30)
    title = models.TextField()
    number = models.CharField(max_length=120, blank=True)
    summary = models.TextField(blank=True)
    text = models.TextField(blank=True)
    path = models.CharField(_("section path"), max_length=500, blank=True)
    url = models.CharField(max_length=2048, blank=True)
    date = models.DateField(null=True)
    visible_from = models.DateTimeField(null=True)
    visible_until = models.DateTimeField(null=True)
    packed_terms = models.BinaryField(default=b"")

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes = [
            models.Index(fields=["site", "kind", "-date"], name="entry_by_kind"),
            models.Index(fields=["source"], name="entry_by_source", condition=~Q(source="")),
        ]

    def __str__(self) -> str:
        return self.title


class EntryFacet(models.Model):
    """What an entry can be filtered by: field, unit, year …"""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="facets")
    facet = models.CharField(max_length=30)
    value = models.CharField(max_length=255)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "facet", "value"], name="one_facet_value_per_entry")
        ]
        indexes = [models.Index(fields=["facet", "value", "entry"], name="facet_value")]

    def __str__(self) -> str:
        return f"{self.facet}: {self.value}"


class EntryValidity(models.Model):
    """A status an entry has from `start` to `end`, both inclusive; tested on the day of the question."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="validity")
    status = models.CharField(max_length=30)
    start = models.DateField(null=True)
    end = models.DateField(null=True)

    def __str__(self) -> str:
        return self.status


class AttachmentText(models.Model):
    """The text of one page of a file, for the snippet that names the page."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="attachments")
    document_id = models.PositiveBigIntegerField()
    page = models.PositiveIntegerField()
    text = models.TextField()

    def __str__(self) -> str:
        return f"{self.document_id}, {self.page}"


class Posting(models.Model):
    """*term, entry → weight*: the inverted index. On SQLite the table is its key (`WITHOUT ROWID`)."""

    pk = models.CompositePrimaryKey("term", "entry_id")
    term = models.CharField(max_length=100)
    entry = models.ForeignKey(Entry, models.DO_NOTHING, related_name="+", db_constraint=False)
    weight = models.FloatField()

    class Meta:
        managed = False
        db_table = "search_posting"

    def __str__(self) -> str:
        return f"{self.term} → {self.entry_id}"


class Term(models.Model):
    """How many entries hold a term."""

    term = models.CharField(max_length=100, primary_key=True)
    entries = models.IntegerField()

    def __str__(self) -> str:
        return self.term


class Corpus(models.Model):
    """The one row of figures that weights are computed with; renewed by `rebuild_search`."""

    average_length = models.FloatField(default=300)

    def __str__(self) -> str:
        return f"{self.average_length:.0f}"
