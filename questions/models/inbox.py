"""What citizens ask: a register that visitors fill and never read."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from agency.models import Unit
from assets.storage import private_storage
from editorial.models import Field

# Letters and digits that are not mistaken for one another on paper or by telephone.
CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Status(models.TextChoices):
    RECEIVED = "da-tiep-nhan", _("Received")
    SORTING = "dang-phan-loai", _("Being sorted")
    FORWARDED = "da-chuyen", _("Sent to the unit in charge")
    IN_HAND = "dang-xu-ly", _("In hand")
    ANSWERED = "da-tra-loi", _("Answered")
    REFUSED = "tu-choi", _("Refused")
    ELSEWHERE = "chuyen-co-quan-khac", _("Passed to another agency")


def new_code() -> str:
    """A code that cannot be guessed, by which the sender follows the question."""
    return "".join(secrets.choice(CODE_LETTERS) for _i in range(10))


class Question(models.Model):
    """A question with its sender's personal data, never shown to a visitor (Law 91/2025/QH15, art. 16)."""

    site = models.ForeignKey(Site, models.CASCADE, related_name="questions", verbose_name=_("site"))
    code = models.CharField(_("tracking code"), max_length=12, unique=True, default=new_code, editable=False)
    created_at = models.DateTimeField(_("received at"), default=timezone.now, editable=False)
    title = models.CharField(_("title"), max_length=255)
    field = models.ForeignKey(
        Field, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("field of work")
    )
    content = models.TextField(_("question"))
    name = models.CharField(_("full name"), max_length=150)
    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"))
    may_publish = models.BooleanField(_("agrees to publication without personal data"), default=False)
    consented_at = models.DateTimeField(_("agreed to the use of personal data at"), editable=False)
    sender = models.CharField(max_length=64, blank=True, editable=False)
    status = models.CharField(_("status"), max_length=30, choices=Status, default=Status.RECEIVED)
    unit = models.ForeignKey(
        Unit, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("unit in charge")
    )
    reply = models.TextField(
        _("word to the sender"),
        blank=True,
        help_text=_("Seen by whoever has the code and the e-mail."),
    )
    note = models.TextField(_("note among officials"), blank=True)
    answer = models.ForeignKey(
        "questions.AnswerPage",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="asked_as",
        verbose_name=_("published answer"),
    )

    site_path: ClassVar[str] = "site"

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["sender", "created_at"])]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


def upload_path(instance: QuestionFile, filename: str) -> str:
    """A path that says nothing of the sender."""
    return f"questions/{secrets.token_hex(16)}{Path(filename).suffix.lower()}"


class QuestionFile(models.Model):
    question = models.ForeignKey(Question, models.CASCADE, related_name="files")
    file = models.FileField(_("file"), upload_to=upload_path, storage=private_storage)
    name = models.CharField(_("name"), max_length=255)

    class Meta:
        verbose_name = _("file of a question")

    def __str__(self) -> str:
        return self.name
