"""Pictures, documents and media with credits, consent and public or private storage (decision 17)."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.documents.models import AbstractDocument, Document, DocumentQuerySet
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet
from wagtail.models import Page
from wagtailmedia.models import AbstractMedia, MediaQuerySet

from assets.page_texts import DocumentText, FileReading
from assets.storage import split

__all__ = [
    "CustomDocument",
    "CustomImage",
    "CustomMedia",
    "DocumentText",
    "DraftUse",
    "FileKind",
    "FileMove",
    "FileReading",
    "FileUse",
    "Rendition",
    "Stored",
]


class Stored(models.Model):
    """A file that is private until a live page uses it.

    `is_public` says where the file belongs; the first part of its name says where it lies.
    `public_words` are the fields that readers of a page meet beside the file, changed at `words_changed_at`.
    """

    is_public = models.BooleanField(default=False, editable=False, db_index=True)
    words_changed_at = models.DateTimeField(null=True, editable=False)

    file_fields: tuple[str, ...] = ("file",)
    public_words: tuple[str, ...] = ("title",)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves without undoing a move that happened since this instance was read; dates other words."""
        with transaction.atomic():
            rows = type(self)._base_manager.select_for_update().filter(pk=self.pk)
            if now := rows.values("is_public", *self.file_fields, *self.public_words).first():
                self._follow_moves(now)
                if any(getattr(self, name) != now[name] for name in self.public_words):
                    self.words_changed_at = timezone.now()
            super().save(*args, **kwargs)

    def _follow_moves(self, now: dict[str, Any]) -> None:
        self.is_public = now["is_public"]
        for field in self.file_fields:
            value = getattr(self, field)
            if value and split(value.name)[1] == split(now[field])[1]:
                value.name = now[field]

    def stored_parts(self) -> list[tuple[models.Model, str]]:
        """Pairs *(row, name of its file field)* of everything that moves together."""
        return [(self, field) for field in self.file_fields if getattr(self, field)]


class CustomImageQuerySet(ImageQuerySet):
    def in_bulk(self, *args, **kwargs):
        """Images of a body come with their renditions: one query for all, not one for each."""
        found = super().in_bulk(*args, **kwargs)
        models.prefetch_related_objects(list(found.values()), "renditions")
        return found


class CustomImage(Stored, AbstractImage):
    description = models.CharField(
        _("alternative text"),
        max_length=255,
        blank=True,
        default="",
        help_text=_("What is seen, for those who cannot see it. Each use may word it differently."),
    )
    caption = models.CharField(
        _("caption"),
        max_length=255,
        blank=True,
        help_text=_("Who, what, where, when; shown below the picture."),
    )
    credit = models.CharField(_("photographer"), max_length=150, blank=True)
    consent = models.BooleanField(
        _("persons shown have agreed"),
        default=False,
        help_text=_("Recognisable persons, or the parents of children, have agreed to publication."),
    )

    objects = CustomImageQuerySet.as_manager()

    public_words = ("title", "description", "caption", "credit")
    admin_form_fields = (
        "title",
        "file",
        "collection",
        "description",
        "caption",
        "credit",
        "consent",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")

    @property
    def default_alt_text(self) -> str:
        """The alternative text, never the title, which is most often the name of a file."""
        return self.description

    def stored_parts(self) -> list[tuple[models.Model, str]]:
        return super().stored_parts() + [(rendition, "file") for rendition in self.renditions.all()]


class Rendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class CustomDocument(Stored, AbstractDocument):
    reading = models.ForeignKey(
        FileReading, models.SET_NULL, null=True, editable=False, related_name="documents"
    )

    objects = DocumentQuerySet.as_manager()

    admin_form_fields = Document.admin_form_fields

    class Meta:
        verbose_name = pgettext_lazy("file", "document")
        verbose_name_plural = pgettext_lazy("file", "documents")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new file has a new reading, or shares the one of the same content."""
        before = self.reading_id
        if self.file and not self.file._committed:
            self.reading = FileReading.objects.of(self.file.file)
            if (fields := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*fields, "reading"}
        super().save(*args, **kwargs)
        if before and before != self.reading_id:
            FileReading.objects.filter(pk=before, documents=None).delete()

    @property
    def text_state(self) -> str:
        """Whether the text of the file was read, in words for the editor."""
        return (self.reading or FileReading()).describe()


class CustomMedia(Stored, AbstractMedia):
    transcript = models.TextField(
        _("transcript"), blank=True, help_text=_("The words spoken, for those who cannot hear them.")
    )

    objects = MediaQuerySet.as_manager()

    file_fields = ("file", "thumbnail")
    public_words = ("title", "transcript", "thumbnail")
    admin_form_fields = (
        "title",
        "file",
        "collection",
        "duration",
        "width",
        "height",
        "thumbnail",
        "transcript",
        "tags",
    )

    class Meta:
        verbose_name = _("media")
        verbose_name_plural = _("media items")


class FileKind(models.TextChoices):
    IMAGE = "image", _("Image")
    DOCUMENT = "document", pgettext_lazy("file", "Document")
    MEDIA = "media", _("Media")

    @property
    def model(self) -> type[Stored]:
        return {"image": CustomImage, "document": CustomDocument, "media": CustomMedia}[self.value]

    @classmethod
    def of(cls, file: Stored) -> FileKind:
        return next(kind for kind in cls if isinstance(file, kind.model))


class FileUse(models.Model):
    """A public owner (a live page, a leader, a banner) uses a file. Written by `assets.usage` only."""

    wagtail_reference_index_ignore = True

    owner_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    owner_id = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=FileKind)
    file_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner_type", "owner_id", "kind", "file_id"], name="one_use"),
        ]
        indexes = [models.Index(fields=["kind", "file_id"])]

    def __str__(self) -> str:
        return f"{self.owner_type_id}:{self.owner_id} → {self.kind}:{self.file_id}"


class DraftUse(models.Model):
    """The newest draft of a page uses a file. Written by `assets.drafts` only."""

    wagtail_reference_index_ignore = True

    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=FileKind)
    file_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "kind", "file_id"], name="one_use_in_a_draft"),
        ]
        indexes = [models.Index(fields=["kind", "file_id"])]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.kind}:{self.file_id}"


class FileMove(models.Model):
    """A file that lies, or may lie, in the wrong storage root. The row goes when the move is done."""

    kind = models.CharField(max_length=10, choices=FileKind)
    file_id = models.BigIntegerField()
    requested = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    next_attempt = models.DateTimeField()
    last_error = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "file_id"], name="one_move")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.file_id}"
