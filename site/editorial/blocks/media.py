"""Blocks of pictures, files, sound and film."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock


class PictureBlock(blocks.StructBlock):
    """A picture whose caption and alternative text are two things, both required (C02)."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("Alternative text"),
        max_length=255,
        help_text=_("What is seen, for those who cannot see it. Not the same words as the caption."),
    )
    caption = blocks.CharBlock(label=_("Caption"), max_length=500, help_text=_("Who, what, where, when."))
    credit = blocks.CharBlock(label=_("Photographer"), required=False, max_length=150)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "editorial/blocks/picture.html"
        description = _("One picture with caption, alternative text and photographer.")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if cleaned["alt"].strip().casefold() == cleaned["caption"].strip().casefold():
            message = _("Describe what is seen; the caption already says the rest.")
            raise blocks.StructBlockValidationError({"alt": ValidationError(message)})
        return cleaned


class GalleryBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    pictures = blocks.ListBlock(PictureBlock(), label=_("Pictures"), min_num=2)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "editorial/blocks/gallery.html"
        description = _("Several pictures of one event, each with its caption.")


class FilesBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    files = blocks.ListBlock(DocumentChooserBlock(), label=_("Files"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("Files")
        template = "editorial/blocks/files.html"
        description = _("Files to download, with their type and size.")


class AudioBlock(blocks.StructBlock):
    audio = AudioChooserBlock(label=_("Sound"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=255)

    class Meta:
        icon = "media"
        label = _("Audio")
        template = "editorial/blocks/audio.html"
        description = _("A recording with its transcript, for instance a radio programme.")


class VideoBlock(blocks.StructBlock):
    video = VideoChooserBlock(label=_("Film"))
    caption = blocks.CharBlock(label=_("Caption"), max_length=255)

    class Meta:
        icon = "media"
        label = _("Video")
        template = "editorial/blocks/video.html"
        description = _("A film kept on this portal, with its transcript. It never starts by itself.")
