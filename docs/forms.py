"""The form of a document."""

from typing import Any

from django.utils.translation import gettext as _

from editorial.forms import EditorialPageForm


class DocumentForm(EditorialPageForm):
    """Refuses a relation of the document to itself, which only the whole form can see."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        for form in self.formsets["relations"].forms if valid and self.instance.pk else []:
            target: Any = form.cleaned_data.get("target")
            if target and target.pk == self.instance.pk:
                form.add_error("target", _("A document has no relation to itself."))
                valid = False
        return valid
