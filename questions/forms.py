"""The forms visitors fill."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from assets import uploads
from editorial.models import Field
from questions.models import Question, QuestionFile

MOST_FILES = 3
FILE_RULE = uploads.Rule(("pdf", "doc", "docx", "xls", "xlsx", "jpg", "png"), 10 * 1024 * 1024)
LONGEST_QUESTION = 10_000


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Up to three files of listed types, 10 MB each, whose content is what the name says."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = [super(FilesField, self).clean(file, initial) for file in data or []]
        if len(files) > MOST_FILES:
            message = ngettext("Send at most %(n)s file.", "Send at most %(n)s files.", MOST_FILES)
            raise ValidationError(message % {"n": MOST_FILES})
        for file in files:
            uploads.check(file, FILE_RULE)
        return files


class QuestionForm(forms.ModelForm):
    files = FilesField(  # type: ignore[assignment]  # the name of the field, not the uploads
        label=_("Files"),
        required=False,
        help_text=_("At most 3 files of 10 MB: PDF, Word, Excel, JPEG, PNG. No copies of identity papers."),
    )
    consent = forms.BooleanField(
        label=_("I agree that the agency uses these data to answer my question."),
        error_messages={"required": _("Without your agreement the agency may not take the question.")},
    )
    website = forms.CharField(label=_("Leave this empty"), required=False)

    class Meta:
        model = Question
        fields = ("title", "field", "content", "files", "name", "address", "phone", "email", "may_publish")
        widgets = {
            "content": forms.Textarea({"rows": 8, "maxlength": LONGEST_QUESTION}),
            "name": forms.TextInput({"autocomplete": "name"}),
            "address": forms.TextInput({"autocomplete": "street-address"}),
            "phone": forms.TextInput({"autocomplete": "tel", "inputmode": "tel"}),
            "email": forms.EmailInput({"autocomplete": "email"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        choice = self.fields["field"]
        choice.queryset = Field.objects.all()
        choice.empty_label = _("I do not know")
        self.fields["content"].validators.append(no_longer_than(LONGEST_QUESTION))
        self.fields["phone"].validators.append(
            RegexValidator(r"^\+?[\d .()-]{8,20}$", _("Write the telephone number in digits."))
        )

    @property
    def is_robot(self) -> bool:
        """Whether the field no person sees was filled."""
        return bool(self.data.get("website"))

    def save(self, commit: bool = True) -> Question:
        self.instance.consented_at = timezone.now()
        question = super().save(commit=commit)
        for file in self.cleaned_data["files"]:
            QuestionFile.objects.create(question=question, file=file, name=(file.name or "")[:255])
        return question


def no_longer_than(length: int) -> Any:
    def validate(value: str) -> None:
        if len(value) > length:
            raise ValidationError(_("Shorten the question to %(n)s characters.") % {"n": length})

    return validate


class TrackingForm(forms.Form):
    code = forms.CharField(label=_("Tracking code"), max_length=20)
    email = forms.EmailField(label=_("E-mail given with the question"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})

    def clean_code(self) -> str:
        return self.cleaned_data["code"].strip().upper()
