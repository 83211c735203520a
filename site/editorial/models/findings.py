"""What the checks found in files, once for each content; as private as the text itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from assets.models import FileReading


class FileFindings(models.Model):
    """What one check found in a file, page by page, under the rules that held then."""

    wagtail_reference_index_ignore = True

    reading = models.ForeignKey(FileReading, models.CASCADE, related_name="+")
    check_slug = models.CharField(max_length=50)
    rules = models.PositiveIntegerField()
    language = models.CharField(max_length=10)
    pages = models.JSONField()

    class Meta:
        verbose_name = _("findings in a file")
        verbose_name_plural = _("findings in files")
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "check_slug", "rules", "language"], name="one_look_into_a_file"
            )
        ]

    def __str__(self) -> str:
        return f"{self.check_slug}: {self.reading}"
