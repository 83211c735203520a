"""Which chain a page goes through: rows an administrator arranges, per section and per type."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site, Workflow

from editorial.models.stages import StageKind, StageTask

TAKEN = _("This section and kind of page have a chain already.")


class Chain(models.Model):
    """Pages of this section and type go through this workflow, or through none."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="chains", verbose_name=_("portal"))
    section = models.ForeignKey(
        Page,
        models.CASCADE,
        related_name="+",
        verbose_name=_("section"),
        help_text=_("Holds for all pages below, unless one of them has a chain of its own."),
    )
    page_type = models.ForeignKey(
        ContentType,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kind of page"),
        help_text=_("Leave empty for every kind."),
    )
    workflow = models.ForeignKey(
        Workflow,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="chains",
        verbose_name=_("stages"),
        help_text=_("Leave empty where those who may publish do so without approval."),
    )
    resumes = models.BooleanField(
        _("goes on where it was returned"),
        default=False,
        help_text=_("Otherwise a changed text passes the earlier stages again."),
    )

    site_path = "site"

    class Meta:
        verbose_name = _("chain of approval")
        verbose_name_plural = _("chains of approval")
        ordering = ["site", "section__path", "page_type"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "page_type"],
                name="one_chain_per_section_and_type",
                violation_error_message=TAKEN,
            ),
            models.UniqueConstraint(
                fields=["section"],
                condition=Q(page_type=None),
                name="one_chain_per_section",
                violation_error_message=TAKEN,
            ),
        ]

    def __str__(self) -> str:
        return str(self.workflow or _("without approval"))

    def clean(self) -> None:
        super().clean()
        if self.section_id and self.site_id and not self.section.path.startswith(self.site.root_page.path):
            raise ValidationError({"section": _("That section belongs to another portal.")})
        if self.workflow and not self.workflow.tasks.filter(pk__in=deciding_stages()).exists():
            message = _("Nobody decides in these stages. Add a stage that decides about the text first.")
            raise ValidationError({"workflow": message})


def deciding_stages() -> QuerySet[StageTask]:
    return StageTask.objects.filter(kind=StageKind.DECIDE, active=True).values("pk")
