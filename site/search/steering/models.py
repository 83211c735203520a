"""What editors steer. Every change gives the steering a new version, so that all processes follow at once."""

from __future__ import annotations

from collections.abc import Iterator
from secrets import token_hex
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, Page, Site

from agency.models import Dated
from search.text import Syllable, syllables

Wording = tuple[Syllable, ...]
MOST_WORDINGS = 20  # on one row
LONGEST_WORDING = 20  # syllables


def lines(text: str) -> list[str]:
    """The wordings of a field that holds one a line."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def wording(text: str) -> Wording:
    """What makes two spellings one: capitals, signs and the place of the tone do not count."""
    return tuple(syllables(text))


def check_wordings(text: str) -> None:
    """Raises `ValidationError` for what no question can match, and for what stands twice."""
    found = lines(text)
    if not found:
        raise ValidationError(_("Write at least one word."))
    if len(found) > MOST_WORDINGS:
        raise ValidationError(_("Give at most %(most)d wordings.") % {"most": MOST_WORDINGS})
    for place, line in enumerate(found):
        size = len(wording(line))
        if not size:
            raise ValidationError(_("“%(words)s” holds no word.") % {"words": line[:60]})
        if size > LONGEST_WORDING:
            text = _("“%(words)s …” is too long: a wording has at most %(most)d syllables.")
            raise ValidationError(text % {"words": line[:60], "most": LONGEST_WORDING})
        if wording(line) in map(wording, found[:place]):
            raise ValidationError(_("“%(words)s” stands here twice.") % {"words": line})


class Synonym(models.Model):
    """Words that are looked for beside those typed: all for each other, or one way."""

    site = models.ForeignKey(
        Site, models.CASCADE, related_name="synonyms", verbose_name=gettext_lazy("portal")
    )
    words = models.TextField(
        gettext_lazy("words typed"),
        validators=[check_wordings],
        help_text=gettext_lazy(
            "One wording a line, such as an abbreviation or what people say. Accents left out are forgiven."
        ),
    )
    meanings = models.TextField(
        gettext_lazy("is also looked for"),
        validators=[check_wordings],
        help_text=gettext_lazy("One wording a line, such as the official term."),
    )
    one_way = models.BooleanField(
        gettext_lazy("one way only"),
        default=False,
        help_text=gettext_lazy(
            "Ticked: who types the second finds nothing of the first. Use it where the second is wider."
        ),
    )
    is_active = models.BooleanField(gettext_lazy("in use"), default=True)
    note = models.CharField(gettext_lazy("note"), max_length=255, blank=True)

    site_path = "site"
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = gettext_lazy("synonym")
        verbose_name_plural = gettext_lazy("synonyms")
        ordering = ["words", "pk"]

    def __str__(self) -> str:
        arrow = "→" if self.one_way else "↔"
        return f"{', '.join(lines(self.words))} {arrow} {', '.join(lines(self.meanings))}"

    def clean(self) -> None:
        super().clean()
        words = [wording(line) for line in lines(self.words)]
        for line in lines(self.meanings):
            if wording(line) in words:
                text = _("“%(words)s” stands on both sides.") % {"words": line}
                raise ValidationError({"meanings": text})
        self._check_others()

    def expansions(self) -> Iterator[tuple[str, str]]:
        """Pairs of what is typed and what is looked for then."""
        left, right = lines(self.words), lines(self.meanings)
        if self.one_way:
            yield from ((word, meaning) for word in left for meaning in right)
        else:
            group = [*left, *right]
            yield from ((word, other) for word in group for other in group if word != other)

    def _check_others(self) -> None:
        others = Synonym.objects.filter(site=self.site_id, is_active=True).exclude(pk=self.pk)
        mine = self._pairs() if self.is_active and self.site_id else set()
        for other in others if mine else ():
            if mine <= other._pairs():
                raise ValidationError(_("This is said already by: %(row)s") % {"row": other})

    def _pairs(self) -> set[tuple[Wording, Wording]]:
        return {(wording(word), wording(other)) for word, other in self.expansions()}


class OfferedSynonym(models.Model):
    """A row of a preset that was put in once; what editors changed or deleted does not come back."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "key"], name="synonym_offered_once")]

    def __str__(self) -> str:
        return self.key


class Curation(Dated, ClusterableModel):
    """For one question, in any of its wordings: pages that come first and pages that never come."""

    site = models.ForeignKey(
        Site, models.CASCADE, related_name="curations", verbose_name=gettext_lazy("portal")
    )
    wordings = models.TextField(
        gettext_lazy("search words"),
        validators=[check_wordings],
        help_text=gettext_lazy(
            "One wording a line. A question must be just this, with or without accents, to be steered."
        ),
    )
    note = models.CharField(gettext_lazy("note"), max_length=255, blank=True)

    site_path = "site"
    wagtail_reference_index_ignore = True

    class Meta(Dated.Meta):
        verbose_name = gettext_lazy("chosen results")
        verbose_name_plural = gettext_lazy("chosen results")
        ordering = ["wordings", "pk"]

    def __str__(self) -> str:
        return ", ".join(lines(self.wordings))

    def clean(self) -> None:
        super().clean()
        mine = self.keys()
        for other in Curation.objects.overlapping(self).filter(site=self.site_id):
            if mine & other.keys():
                text = _("Another row steers this question at that time: %(row)s") % {"row": other}
                raise ValidationError({"wordings": text})

    @property
    def question(self) -> str:
        """The first of its wordings."""
        return next(iter(lines(self.wordings)), "")

    def keys(self) -> set[tuple[str, ...]]:
        """The questions it is about, as folded syllables."""
        return {tuple(syllable.folded for syllable in wording(line)) for line in lines(self.wordings)}


class PromotedPage(Orderable):
    """A page that comes first."""

    curation = ParentalKey(Curation, on_delete=models.CASCADE, related_name="promoted")
    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=gettext_lazy("page"))

    wagtail_reference_index_ignore = True

    class Meta(Orderable.Meta):
        verbose_name = gettext_lazy("page that comes first")
        verbose_name_plural = gettext_lazy("pages that come first")
        constraints = [models.UniqueConstraint(fields=["curation", "page"], name="promoted_once")]

    def __str__(self) -> str:
        return str(self.page)


class ExcludedPage(models.Model):
    """A page that never comes."""

    curation = ParentalKey(Curation, on_delete=models.CASCADE, related_name="excluded")
    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=gettext_lazy("page"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = gettext_lazy("page that never comes")
        verbose_name_plural = gettext_lazy("pages that never come")
        constraints = [models.UniqueConstraint(fields=["curation", "page"], name="excluded_once")]

    def __str__(self) -> str:
        return str(self.page)


class SteeringVersion(models.Model):
    """One row: a mark that changes with whatever steers. A counter could repeat itself after a rollback."""

    mark = models.CharField(max_length=32)

    wagtail_reference_index_ignore = True

    def __str__(self) -> str:
        return self.mark

    @classmethod
    def renew(cls, **kwargs: Any) -> None:
        """Makes every process read the steering anew; a receiver of signals."""
        cls.objects.update_or_create(pk=1, defaults={"mark": token_hex(16)})


def connect() -> None:
    for model in (Synonym, Curation, PromotedPage, ExcludedPage):
        models.signals.post_save.connect(SteeringVersion.renew, sender=model)
        models.signals.post_delete.connect(SteeringVersion.renew, sender=model)
