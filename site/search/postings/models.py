"""The tables of postings. They are made by hand, for the order of their rows is what makes them fast."""

from __future__ import annotations

from django.db import models


class PostingBlock(models.Model):
    """The postings of all terms from `first` to the next block, packed (`search.postings.blocks`)."""

    first = models.BigIntegerField(primary_key=True)
    packed = models.BinaryField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return f"{self.first:x}"


class Posting(models.Model):
    """The weight of a term in an entry that is pending; the key is the order of the rows."""

    pk = models.CompositePrimaryKey("term", "entry")
    term = models.BigIntegerField()
    entry = models.ForeignKey(
        "search.Entry", models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )
    weight = models.SmallIntegerField()

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return str(self.pk)


class PendingEntry(models.Model):
    """An entry written or deleted since the last merge; written again, it has a new number."""

    entry_id = models.BigIntegerField(unique=True)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return str(self.entry_id)


class FrequentTerm(models.Model):
    """In how many entries a term stood when last counted; rare terms are counted when they are asked for.

    Of one that stands everywhere only the postings are kept that weigh at least `least`.
    """

    term = models.BigIntegerField(primary_key=True)
    entries = models.PositiveIntegerField()
    least = models.SmallIntegerField(default=0)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return str(self.term)
