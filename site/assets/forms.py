"""The forms of the editor that take files: each upload passes `uploads.check`."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm

from assets import uploads


class CheckedUpload:
    """Checks the file field; a refused file leaves everything else in the form as it was typed."""

    def rule(self) -> uploads.Rule:
        raise NotImplementedError

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            accepted = self.rule()
            self.fields["file"].help_text = accepted.help_text
            self.fields["file"].widget.attrs["accept"] = ",".join(f".{e}" for e in accepted.extensions)

    def clean_file(self) -> Any:
        return self.checked("file", self.rule())

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


class ImageForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if plain := self.fields.get("file"):
            field = PictureField(label=plain.label, required=plain.required, widget=plain.widget)
            field.help_text = uploads.rule("image").help_text
            self.fields["file"] = field


class DocumentForm(CheckedUpload, BaseDocumentForm):
    def rule(self) -> uploads.Rule:
        return uploads.rule("document")


class MediaForm(CheckedUpload, BaseMediaForm):
    def rule(self) -> uploads.Rule:
        return uploads.rule("audio" if self.instance.type == "audio" else "video")

    def clean_thumbnail(self) -> Any:
        return self.checked("thumbnail", uploads.rule("image"))
