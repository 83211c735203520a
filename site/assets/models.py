"""Pictures, documents and media with credits, consent and public or private storage (decision 17)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtailmedia.models import AbstractMedia


class CustomImage(AbstractImage):
    caption = models.CharField(_("caption"), max_length=255, blank=True)
    credit = models.CharField(_("photographer"), max_length=150, blank=True)
    consent = models.BooleanField(_("persons shown have agreed"), default=False)

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


class Rendition(AbstractRendition):
    image = models.ForeignKey(CustomImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class CustomDocument(AbstractDocument):
    admin_form_fields = Document.admin_form_fields


class DocumentText(models.Model):
    """The text of one page of a document."""

    document = models.ForeignKey(CustomDocument, models.CASCADE, related_name="pages_of_text")
    page = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        unique_together = (("document", "page"),)
        ordering = ["document", "page"]


class CustomMedia(AbstractMedia):
    transcript = models.TextField(_("transcript"), blank=True)

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
