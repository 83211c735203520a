"""What stands in the masthead and at the foot of every page (Circular 32/2017 art. 16)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.images.blocks import ImageChooserBlock

from editorial.blocks.people import LinkBlock


class Palette(models.TextChoices):
    """The brand colours of the theme."""

    LACQUER = "son", _("Lacquer red")
    INDIGO = "cham", _("Indigo")
    RICE = "lua", _("Rice green")


class LogoBlock(blocks.StructBlock):
    """A picture that leads to another body's site, such as a trust badge."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(label=_("Where it leads"), max_length=150)
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "image"
        label = _("Logo")


@register_setting(icon="home", order=100)
class SiteIdentity(BaseSiteSetting):
    """Who runs the site; one row per site, empty fields are left out of the page."""

    agency_name = models.CharField(_("name of the agency"), max_length=255, blank=True)
    parent_body = models.CharField(
        _("body above it"), max_length=255, blank=True, help_text=_("Stands small above the name.")
    )
    slogan = models.CharField(_("slogan"), max_length=255, blank=True)
    emblem = models.ForeignKey(
        get_image_model_string(),
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("emblem"),
        help_text=_("Square. Without one a neutral sign is shown."),
    )
    palette = models.CharField(_("colours"), max_length=10, choices=Palette, default=Palette.LACQUER)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=50, blank=True)
    fax = models.CharField(_("fax"), max_length=50, blank=True)
    email = models.EmailField(_("official e-mail"), blank=True)
    responsible_person = models.CharField(_("person responsible"), max_length=150, blank=True)
    responsible_post = models.CharField(_("their post"), max_length=150, blank=True)
    source_note = models.CharField(
        _("note about reuse"),
        max_length=255,
        blank=True,
        help_text=_("What those who reprint have to name."),
    )
    utility_links = StreamField(
        [("link", LinkBlock())], blank=True, verbose_name=_("utility links"), help_text=_("Above the foot.")
    )
    logos = StreamField([("logo", LogoBlock())], blank=True, verbose_name=_("logos"))

    select_related = ["emblem"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("agency_name"),
                FieldPanel("parent_body"),
                FieldPanel("slogan"),
                FieldRowPanel([FieldPanel("emblem"), FieldPanel("palette")]),
            ],
            heading=_("Masthead"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("responsible_person"), FieldPanel("responsible_post")]),
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("fax")]),
                FieldPanel("email"),
                FieldPanel("source_note"),
            ],
            heading=_("Foot of the page"),
        ),
        FieldPanel("utility_links"),
        FieldPanel("logos"),
    ]

    class Meta:
        verbose_name = _("name, address and links of the site")

    def __str__(self) -> str:
        return self.agency_name or str(self._meta.verbose_name)
