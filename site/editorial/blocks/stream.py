"""The blocks an editor may use in the body of a page."""

from wagtail import blocks

from editorial.blocks.media import AudioBlock, FilesBlock, GalleryBlock, PictureBlock, VideoBlock
from editorial.blocks.people import LinksBlock, PeopleBlock
from editorial.blocks.text import (
    CalloutBlock,
    HeadingBlock,
    QuotationBlock,
    StepsBlock,
    TableBlock,
    TextBlock,
)


class ContentBlocks(blocks.StreamBlock):
    text = TextBlock()
    heading = HeadingBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    quotation = QuotationBlock()
    table = TableBlock()
    files = FilesBlock()
    audio = AudioBlock()
    video = VideoBlock()
    callout = CalloutBlock()
    steps = StepsBlock()
    people = PeopleBlock()
    links = LinksBlock()
