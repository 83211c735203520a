"""Articles and topics (C06, C25, T02, V29 to V33)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet

from editorial import reading
from editorial.blocks import ContentBlocks
from editorial.models import EditorialPage
from editorial.reading import Item
from search.entries import EntryData
from search.models import EntryPlace

NEWS = "news"
RELATED = 4
SIBLINGS = 5
PER_PAGE = 20


class LeadPicture(models.Model):
    """A picture at the head of a page; its caption and alternative text are two things (C02)."""

    picture = models.ForeignKey(
        get_image_model_string(),
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    picture_alt = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What is seen, for those who cannot see it. Not the same words as the caption."),
    )
    picture_caption = models.CharField(
        _("caption"), max_length=500, blank=True, help_text=_("Who, what, where, when.")
    )

    picture_panel = MultiFieldPanel(
        [FieldPanel("picture"), FieldPanel("picture_alt"), FieldPanel("picture_caption")],
        heading=_("Lead picture"),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if not self.picture_id:
            return
        missing = [name for name in ("picture_alt", "picture_caption") if not getattr(self, name).strip()]
        if missing:
            raise ValidationError({name: _("A picture needs this text.") for name in missing})
        if self.picture_alt.strip().casefold() == self.picture_caption.strip().casefold():
            message = _("Describe what is seen; the caption already says the rest.")
            raise ValidationError({"picture_alt": message})


class ArticleQuerySet(PageQuerySet):
    def featured(self, at: datetime | None = None) -> ArticleQuerySet:
        """Articles to be shown first at that moment (C25)."""
        now = at or timezone.now()
        begun = Q(featured_from=None) | Q(featured_from__lte=now)
        lasting = Q(featured_from__lte=now, featured_until=None)
        return self.filter(Q(begun, featured_until__gt=now) | lasting)


class ArticlePage(LeadPicture, EditorialPage):
    """A piece of news: tin, bài, phóng sự …"""

    body = StreamField(ContentBlocks(), verbose_name=_("text"), blank=True)
    featured_from = models.DateTimeField(_("featured from"), null=True, blank=True)
    featured_until = models.DateTimeField(_("featured until"), null=True, blank=True)
    topics = ParentalManyToManyField(
        "news.TopicPage", blank=True, related_name="articles", verbose_name=_("topics")
    )

    objects = PageManager.from_queryset(ArticleQuerySet)()
    is_creatable = True
    parent_page_types: ClassVar[list[str]] = ["editorial.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "news/article_page.html"
    shown_with = (*EditorialPage.shown_with, "genre", "picture")
    content_panels: ClassVar[list] = [
        *EditorialPage.opening_panels,
        LeadPicture.picture_panel,
        FieldPanel("body"),
        InlinePanel("related_links", heading=_("Related pages chosen by hand"), label=_("page"), max_num=6),
    ]
    editorial_panels: ClassVar[list] = [*EditorialPage.editorial_panels, FieldPanel("topics")]
    promote_panels: ClassVar[list] = [
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("featured_from"), FieldPanel("featured_until")])],
            heading=_("Featured"),
        ),
        *EditorialPage.promote_panels,
    ]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        # Few articles are ever featured: only they are in the indexes.
        indexes: ClassVar = [
            models.Index(fields=[name], name=f"article_{name}", condition=Q(**{f"{name}__isnull": False}))
            for name in ("featured_from", "featured_until")
        ]

    def clean(self) -> None:
        super().clean()
        if self.featured_from and self.featured_until and self.featured_until <= self.featured_from:
            raise ValidationError({"featured_until": _("The end must be later than the start.")})

    def search_entry(self) -> EntryData:
        return self.base_entry(NEWS, keywords=self.picture_caption)

    def related(self, request: HttpRequest | None = None) -> list[Item]:
        """Pages chosen by hand, then the newest that share a topic or a field of work (C25)."""
        named = [link.target_id for link in self.related_links.all()]
        chosen = self.open_pages(named, request) if named else []
        akin = self.akin(request, [page.pk for page in chosen])
        return [*(Item.of(page, request) for page in chosen), *akin]

    def open_pages(self, named: list[int], request: HttpRequest | None) -> list[EditorialPage]:
        """The public ones of the pages with these numbers, in their order, without this one."""
        pages = reading.public(EditorialPage.objects.filter(pk__in=named).exclude(pk=self.pk), request)
        return sorted(pages, key=lambda page: named.index(page.pk))

    def akin(self, request: HttpRequest | None, chosen: list[int]) -> list[Item]:
        """The newest of the site that share a field of work or a topic, none of `chosen`."""
        fields = list(self.fields_of_work.values_list("id", flat=True))
        topics = [topic.pk for topic in self.topics.all()]
        root = reading.Reading.of({"request": request}).root
        if root is None or not (fields or topics):
            return []
        of_field = EditorialPage.fields_of_work.through.objects.filter(field__in=fields)
        of_topic = ArticlePage.topics.through.objects.filter(topicpage__in=topics)
        shared = Q(page__in=of_field.values("editorialpage")) | Q(page__in=of_topic.values("articlepage"))
        places = EntryPlace.objects.below(root.pk, kinds=[NEWS]).filter(shared)
        return Item.all(places.exclude(page__in=[self.pk, *chosen])[: max(RELATED - len(chosen), 0)])

    def neighbours(self) -> tuple[list[Item], list[Item]]:
        """The next ones of the same section, oldest first, and the ones before, newest first (V33)."""
        if not self.first_published_at:
            return [], []
        posted = self.first_published_at
        places = EntryPlace.objects.below(self.section.pk, kinds=[NEWS]).filter(levels=1)
        newer = places.filter(published__gte=posted).exclude(published=posted, page__lte=self.pk)
        older = places.filter(published__lte=posted).exclude(published=posted, page__gte=self.pk)
        return Item.all(newer.order_by("published", "page")[:SIBLINGS]), Item.all(older[:SIBLINGS])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        related = self.related(request)
        newer, older = ([item for item in items if item not in related] for items in self.neighbours())
        return {
            **super().get_context(request, *args, **kwargs),
            "related": related,
            "newer": newer,
            "older": older,
        }


class RelatedLink(Orderable):
    page = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related_links")
    target = models.ForeignKey(EditorialPage, models.CASCADE, related_name="+", verbose_name=_("page"))

    panels = [PageChooserPanel("target", "editorial.EditorialPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("related page")

    def __str__(self) -> str:
        return str(self.target)


class TopicPage(LeadPicture, EditorialPage):
    """A campaign or great event with its banner and dates (T02); articles name it."""

    starts = models.DateField(_("from"), null=True, blank=True)
    ends = models.DateField(_("to"), null=True, blank=True)
    body = StreamField(ContentBlocks(), verbose_name=_("text"), blank=True)

    is_creatable = True
    parent_page_types: ClassVar[list[str]] = ["editorial.SectionPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "news/topic_page.html"
    shown_with = (*EditorialPage.shown_with, "picture")
    content_panels: ClassVar[list] = [
        *EditorialPage.opening_panels,
        FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
        LeadPicture.picture_panel,
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def clean(self) -> None:
        super().clean()
        if self.starts and self.ends and self.ends < self.starts:
            raise ValidationError({"ends": _("The end must not be earlier than the start.")})

    @property
    def is_to_come(self) -> bool:
        return self.starts is not None and self.starts > timezone.localdate()

    @property
    def is_over(self) -> bool:
        return self.ends is not None and self.ends < timezone.localdate()

    def search_entry(self) -> EntryData:
        return self.base_entry("topic", keywords=self.picture_caption)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        articles = reading.public(self.articles.all(), request).order_by("-first_published_at", "-pk")
        page = Paginator(articles, PER_PAGE).get_page(request.GET.get("page"))
        return {**super().get_context(request, *args, **kwargs), "items": page}
