"""Blocks made of words."""

from anyascii import anyascii
from django.db.models import TextChoices
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock

RICH_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link", "superscript", "subscript"]


class HeadingLevel(TextChoices):
    H2 = "h2", _("Large")
    H3 = "h3", _("Small")


class HeadingValue(blocks.StructValue):
    @property
    def anchor(self) -> str:
        """The address of the heading inside its page."""
        return slugify(anyascii(self["text"]))[:60] or "muc"


class HeadingBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Heading"), max_length=255)
    level = blocks.ChoiceBlock(choices=HeadingLevel.choices, default=HeadingLevel.H2, label=_("Size"))

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "editorial/blocks/heading.html"
        value_class = HeadingValue
        description = _("Divides a long text. Readers jump to it from the table of contents.")
        preview_value = {"text": "Kết quả sáu tháng đầu năm", "level": "h2"}


class TextBlock(blocks.RichTextBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "editorial/blocks/text.html"
        description = _("Paragraphs, lists and links.")
        preview_value = "<p>Ủy ban nhân dân xã tiếp nhận hồ sơ vào <b>các ngày làm việc</b> trong tuần.</p>"


class QuotationBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Words quoted"))
    name = blocks.CharBlock(label=_("Who said it"), required=False, max_length=150)
    post = blocks.CharBlock(label=_("Post"), required=False, max_length=150)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "editorial/blocks/quotation.html"
        description = _("Words of a person or a text, set apart.")
        preview_value = {
            "text": "Lấy sự hài lòng của người dân làm thước đo.",
            "name": "Nguyễn Văn An",
            "post": "Chủ tịch Ủy ban nhân dân xã",
        }


class Tone(TextChoices):
    INFO = "info", _("Information")
    GOOD = "good", _("Good news")
    WARN = "warn", _("Take note")
    BAD = "bad", _("Warning")


class CalloutBlock(blocks.StructBlock):
    tone = blocks.ChoiceBlock(choices=Tone.choices, default=Tone.INFO, label=_("Kind"))
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    text = blocks.RichTextBlock(label=_("Text"), features=RICH_TEXT)

    class Meta:
        icon = "warning"
        label = _("Call-out")
        template = "editorial/blocks/callout.html"
        description = _("A short notice nobody should miss.")
        preview_value = {
            "tone": "warn",
            "title": "Nghỉ tiếp nhận hồ sơ",
            "text": "<p>Ngày 02/9, bộ phận Một cửa nghỉ lễ.</p>",
        }


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Step"), max_length=255)
    text = blocks.RichTextBlock(label=_("What to do"), features=RICH_TEXT, required=False)


class StepsBlock(blocks.StructBlock):
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=1)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "editorial/blocks/steps.html"
        description = _("What a reader does, one after another, numbered.")
        preview_value = {
            "steps": [
                {"title": "Chuẩn bị hồ sơ", "text": "<p>Theo danh mục giấy tờ.</p>"},
                {"title": "Nộp hồ sơ", "text": "<p>Tại bộ phận Một cửa hoặc trực tuyến.</p>"},
            ]
        }


class TableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"), max_length=255, help_text=_("Says what the table shows."))
    table = TypedTableBlock(
        [
            ("text", blocks.CharBlock(label=_("Text"), required=False)),
            ("rich_text", blocks.RichTextBlock(label=_("Rich text"), features=RICH_TEXT, required=False)),
            ("number", blocks.DecimalBlock(label=_("Number"), required=False)),
        ],
        label=_("Table"),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "editorial/blocks/table.html"
        description = _("Rows and columns with heads, for figures and lists.")
        preview_value = {
            "caption": "Lịch tiếp công dân",
            "table": {
                "columns": [{"type": "text", "heading": "Ngày"}, {"type": "text", "heading": "Người tiếp"}],
                "rows": [{"values": ["Thứ Năm hằng tuần", "Chủ tịch Ủy ban nhân dân xã"]}],
            },
        }
