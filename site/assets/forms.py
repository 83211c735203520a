"""The forms of the editor that take files: each upload passes `uploads.check`, and what pages use stays."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.collections import BaseCollectionMemberForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm

from assets import drafts, uploads

KEPT = gettext_lazy(
    "The file of an entry is never replaced. "
    "Upload a new one, choose it in the page and send the page for approval."
)


class KeptFile(forms.FileField):
    """The file of an entry that exists; it is shown, and one that is sent is refused."""

    def __init__(self, label: str | None) -> None:
        super().__init__(label=label, required=False, help_text=KEPT)

    def clean(self, data: Any, initial: Any = None) -> Any:
        if data:
            raise ValidationError(KEPT, code="kept")
        return initial


class StandingFile(BaseCollectionMemberForm):
    """Keeps the file of an entry, and its words while a page shows them that is public or being decided."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "file" in self.fields:
            self.fields["file"] = KeptFile(self.fields["file"].label)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        changed = [name for name in self.instance.public_words if name in self.changed_data]
        if self.instance.pk and changed and drafts.stands(self.instance):
            for name in changed:
                self.add_error(name, self.refusal())
        return cleaned

    def refusal(self) -> str:
        return _(
            "A page that is public or waits for a decision shows this. "
            "Upload the file anew with the right words, choose it in the page and send the page for approval."
        )


class CheckedUpload:
    """Checks the file field by the rule of its `kind`; a refused file leaves all else as it was typed."""

    @property
    def kind(self) -> str:
        """One of the kinds of `uploads.rule`; a document where a form says nothing else."""
        return "document"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields and not self.instance.pk:
            accepted = uploads.rule(self.kind)
            self.fields["file"].help_text = accepted.help_text
            self.fields["file"].widget.attrs["accept"] = ",".join(f".{e}" for e in accepted.extensions)

    def clean_file(self) -> Any:
        return self.checked("file", uploads.rule(self.kind))

    def checked(self, field: str, rule: uploads.Rule) -> Any:
        value = self.cleaned_data[field]
        if isinstance(value, UploadedFile):
            uploads.check(value, rule)
        return value


class PictureField(WagtailImageField):
    """Checks before Wagtail decodes, which would fail on a damaged picture."""

    def to_python(self, data: Any) -> Any:
        if isinstance(data, UploadedFile):
            uploads.check(data, uploads.rule("image"))
        return super().to_python(data)


class ImageForm(StandingFile, BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain = self.fields.get("file")
        if plain and not self.instance.pk:
            field = PictureField(label=plain.label, required=plain.required, widget=plain.widget)
            field.help_text = uploads.rule("image").help_text
            self.fields["file"] = field


class DocumentForm(CheckedUpload, StandingFile, BaseDocumentForm):
    """A document with its file checked."""


class MediaForm(CheckedUpload, StandingFile, BaseMediaForm):
    @property
    def kind(self) -> str:
        return "audio" if self.instance.type == "audio" else "video"

    def clean_thumbnail(self) -> Any:
        return self.checked("thumbnail", uploads.rule("image"))
