"""Blocks that lead to people and to other pages."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from editorial.choosers import PersonChooserBlock


class PeopleBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    people = blocks.ListBlock(PersonChooserBlock(), label=_("People"), min_num=1)

    class Meta:
        icon = "user"
        label = _("People and contacts")
        template = "editorial/blocks/people.html"
        description = _("People from the register with post, telephone and e-mail, always as they are today.")


class LinkValue(blocks.StructValue):
    @property
    def href(self) -> str:
        page = self.get("page")
        return page.get_url() if page else self.get("url") or ""

    @property
    def text(self) -> str:
        page = self.get("page")
        return self.get("label") or (page.title if page else self.href)


class LinkBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(label=_("Page of this portal"), required=False)
    url = blocks.URLBlock(label=_("or an address"), required=False)
    label = blocks.CharBlock(label=_("Words of the link"), required=False, max_length=255)
    note = blocks.CharBlock(label=_("One line about it"), required=False, max_length=255)

    class Meta:
        icon = "link"
        value_class = LinkValue
        label = _("Link")

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = _("Choose a page or type an address, one of the two.")
            raise blocks.StructBlockValidationError({"page": ValidationError(message)})
        if cleaned["url"] and not cleaned["label"]:
            message = _("Say where the address leads.")
            raise blocks.StructBlockValidationError({"label": ValidationError(message)})
        return cleaned


class LinksBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), required=False, max_length=255)
    links = blocks.ListBlock(LinkBlock(), label=_("Links"), min_num=1)

    class Meta:
        icon = "link"
        label = _("Links")
        template = "editorial/blocks/links.html"
        description = _("Pages and addresses a reader may want next.")
        preview_value = {
            "title": "Xem thêm",
            "links": [{"url": "https://dichvucong.gov.vn", "label": "Cổng Dịch vụ công quốc gia"}],
        }
