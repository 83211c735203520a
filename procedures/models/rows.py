"""The rows below a procedure."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.documents import get_document_model_string
from wagtail.models import Orderable

from procedures import doubts
from procedures.models.choices import Channel, Service


class Way(Orderable):
    """One way of filing with its time limit and fee, in the words of the source (cách thức thực hiện)."""

    page = ParentalKey("procedures.ProcedurePage", on_delete=models.CASCADE, related_name="ways")
    channel = models.CharField(_("way of filing"), max_length=20, choices=Channel)
    time_limit = models.CharField(_("time limit"), max_length=500, blank=True)
    fee = models.TextField(_("fee"), blank=True)
    description = models.TextField(_("description"), blank=True)

    panels = [
        FieldRowPanel([FieldPanel("channel"), FieldPanel("time_limit")]),
        FieldPanel("fee"),
        FieldPanel("description"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("way of filing")
        verbose_name_plural = _("ways of filing")

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.time_limit}"

    @property
    def fee_told(self) -> str:
        return doubts.told(self.fee)

    @property
    def time_told(self) -> str:
        return doubts.told(self.time_limit)

    @property
    def description_told(self) -> str:
        return doubts.told(self.description)

    @cached_property
    def doubts(self) -> list[str]:
        found = [
            doubts.fee_doubt(self.fee_told or self.description_told),
            doubts.time_doubt(self.time_limit),
        ]
        return [doubt for doubt in found if doubt]


class Paper(Orderable):
    """A paper of the file, or with neither originals nor copies a remark among them (thành phần hồ sơ)."""

    page = ParentalKey("procedures.ProcedurePage", on_delete=models.CASCADE, related_name="papers")
    case = models.CharField(
        _("case"),
        max_length=500,
        blank=True,
        help_text=_("Papers with the same case stand together. Leave empty when there is only one case."),
    )
    name = models.TextField(_("paper"))
    originals = models.PositiveSmallIntegerField(_("originals"), null=True, blank=True)
    copies = models.PositiveSmallIntegerField(_("copies"), null=True, blank=True)
    quantity = models.CharField(
        _("number in the words of the source"),
        max_length=255,
        blank=True,
        help_text=_("As the national database writes it; filled by the import."),
    )
    form = models.ForeignKey(
        get_document_model_string(),
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("form to fill in"),
    )
    form_url = models.URLField(_("address of the form"), max_length=500, blank=True)
    form_name = models.CharField(_("name of the form"), max_length=255, blank=True)

    panels = [
        FieldPanel("case"),
        FieldPanel("name"),
        FieldRowPanel(
            [FieldPanel("originals"), FieldPanel("copies"), FieldPanel("quantity", read_only=True)]
        ),
        FieldPanel("form"),
        FieldRowPanel([FieldPanel("form_url"), FieldPanel("form_name")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("paper")
        verbose_name_plural = _("papers")

    def __str__(self) -> str:
        return self.name[:80]

    @property
    def shown_name(self) -> str:
        """The name without the sign of the list it stood in."""
        return self.name.lstrip(" -–+*•")

    @property
    def is_remark(self) -> bool:
        """Rows with "0 bản chính" alone are used for remarks and headings."""
        return self.originals == 0 and not self.copies

    @property
    def doubts(self) -> list[str]:
        return [doubt for doubt in (doubts.quantity_doubt(self.quantity),) if doubt]


class Outcome(Orderable):
    """A result with its code, KQ.G15.000031 (kết quả thực hiện)."""

    page = ParentalKey("procedures.ProcedurePage", on_delete=models.CASCADE, related_name="outcomes")
    name = models.TextField(_("result"))
    code = models.CharField(_("code of the result"), max_length=30, blank=True)

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("code")])]

    class Meta(Orderable.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self) -> str:
        return self.name[:80]


class LegalBasis(Orderable):
    """A document the procedure rests on (căn cứ pháp lý); readers are led to it when the portal holds it."""

    page = ParentalKey("procedures.ProcedurePage", on_delete=models.CASCADE, related_name="legal_bases")
    number = models.CharField(_("number and symbol"), max_length=120)
    abstract = models.TextField(_("abstract"), blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    issuer = models.CharField(_("issuer"), max_length=255, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("issued_on"), FieldPanel("issuer")]),
        FieldPanel("abstract"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")

    def __str__(self) -> str:
        return self.number


class RelatedProcedure(Orderable):
    page = ParentalKey("procedures.ProcedurePage", on_delete=models.CASCADE, related_name="related_rows")
    target = models.ForeignKey(
        "procedures.ProcedurePage", models.CASCADE, related_name="+", verbose_name=_("procedure")
    )

    panels = [PageChooserPanel("target")]

    class Meta(Orderable.Meta):
        verbose_name = _("related procedure")
        verbose_name_plural = _("related procedures")

    def __str__(self) -> str:
        return str(self.target)


class OnlineLevel(Orderable):
    """How far the procedure can be done online, from a day on (V14, V26)."""

    page = ParentalKey("procedures.ProcedurePage", on_delete=models.CASCADE, related_name="online_levels")
    service = models.CharField(_("online service"), max_length=20, choices=Service)
    effective_from = models.DateField(_("effective from"), null=True, blank=True)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    reason = models.TextField(
        _("reason"),
        blank=True,
        help_text=_("Required when only a part can be done online (Decree 224/2026, article 14)."),
    )

    panels = [
        FieldRowPanel([FieldPanel("service"), FieldPanel("effective_from"), FieldPanel("checked_on")]),
        FieldPanel("reason"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("level of online service")
        verbose_name_plural = _("levels of online service")

    def __str__(self) -> str:
        return self.get_service_display()

    def clean(self) -> None:
        super().clean()
        if self.service == Service.PARTIAL and not self.reason.strip():
            raise ValidationError({"reason": _("Say why only a part can be done online.")})

    @property
    def can_be_filed_online(self) -> bool:
        return Service(self.service).can_be_filed_online
