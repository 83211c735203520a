"""The forms of a decision: the small ones of Wagtail's buttons, and the one of the page made for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.choices import CallableChoiceIterator
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.chain import actions, explain
from editorial.models.delegations import ReturnReason

if TYPE_CHECKING:
    from editorial.models.pages import EditorialPage
    from editorial.models.stages import StageTaskState

BACK = ("reject", "refuse")


class DecisionForm(forms.Form):
    """A comment, and the digest of the text that was read."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"), required=False, widget=forms.Textarea({"rows": 3})
    )
    digest = forms.CharField(required=False, widget=forms.HiddenInput)


def reasons() -> list[tuple[str, str]]:
    names = ReturnReason.objects.filter(is_active=True).values_list("name", flat=True)
    return [("", _("Choose a reason")), *((name, name) for name in names)]


class ReturnForm(DecisionForm):
    """A reason from the list, a comment, or both."""

    reason = forms.CharField(label=gettext_lazy("Reason for the return"), required=False)

    field_order: tuple[str, ...] = ("reason", "comment")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].widget = forms.Select(choices=CallableChoiceIterator(reasons))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("reason") or data.get("comment")):
            raise ValidationError(_("Say why the text goes back: choose a reason or write a comment."))
        return data


class StepForm(ReturnForm):
    """Everything an official may say with a decision; `action` is the button."""

    action = forms.CharField(widget=forms.HiddenInput)
    place = forms.ChoiceField(label=gettext_lazy("Return to the field"), required=False)
    to = forms.ChoiceField(label=gettext_lazy("Assign to"), required=False)

    field_order = ("comment", "reason", "place", "to")

    def __init__(
        self, data: Any = None, *, state: StageTaskState, text: EditorialPage, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.fields["place"].choices = partial(places, text)
        desk = explain.names_of(actions.desk_of(state)) if actions.is_desk(state) else {}
        self.fields["to"].choices = [("", _("Choose")), *sorted(desk.items(), key=lambda row: row[1])]
        if not desk:
            del self.fields["to"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() if self.data.get("action") in BACK else self.cleaned_data
        if data.get("action") not in actions.ACTIONS:
            raise ValidationError(_("Choose one of the buttons."))
        return data


def places(text: EditorialPage) -> list[tuple[str, str]]:
    """The whole text, then the fields of its form, by their names as the writer sees them."""
    fields = text.get_edit_handler().get_form_class().base_fields.items()
    named = [(name, capfirst(str(field.label))) for name, field in fields if field.label]
    return [("", _("The whole text")), *named]


def form_for(action: str) -> type[DecisionForm]:
    return ReturnForm if action in BACK else DecisionForm
