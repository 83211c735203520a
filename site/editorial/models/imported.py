"""What an import remembers of each row it loaded."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site


class ImportedRow(models.Model):
    """*site + source + row → page*, with the digest of the official values as last loaded."""

    wagtail_reference_index_ignore = True

    site = models.ForeignKey(Site, models.CASCADE, related_name="+")
    source = models.CharField(max_length=50)
    row_id = models.CharField(max_length=255)
    page = models.ForeignKey(Page, models.CASCADE, related_name="imported_rows")
    digest = models.CharField(max_length=64)
    revision_id = models.PositiveBigIntegerField(
        null=True, help_text="The revision the import wrote; a later one is an editor's."
    )
    imported_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("imported row")
        constraints = [
            models.UniqueConstraint(fields=["site", "source", "row_id"], name="one_page_per_imported_row")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.row_id}"
