"""Who made a page, by role: "Tin: … Ảnh: …" (V19, V30, C24)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from agency.models import Person


class CreditRole(models.TextChoices):
    TEXT = "text", pgettext_lazy("credit", "Text")
    PHOTO = "photo", _("Photographs")
    CAMERA = "camera", _("Camera")
    EDITING = "editing", pgettext_lazy("credit", "Editing")
    TRANSLATION = "translation", _("Translation")


class Credit(Orderable):
    page = ParentalKey("editorial.EditorialPage", on_delete=models.CASCADE, related_name="credits")
    role = models.CharField(_("role"), max_length=20, choices=CreditRole, default=CreditRole.TEXT)
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    name = models.CharField(
        _("or a name"), max_length=150, blank=True, help_text=_("For somebody who is not in the register.")
    )

    panels = [FieldRowPanel([FieldPanel("role"), FieldPanel("person"), FieldPanel("name")])]

    class Meta(Orderable.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.shown_name}"

    @property
    def shown_name(self) -> str:
        return self.person.full_name if self.person else self.name

    def clean(self) -> None:
        super().clean()
        if not self.person and not self.name:
            raise ValidationError(_("Choose a person or type a name."))
