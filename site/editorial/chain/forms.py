"""The small forms that come before a decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.models.delegations import ReturnReason


class DecisionForm(forms.Form):
    """A comment, and the digest of the text that was read."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"), required=False, widget=forms.Textarea({"rows": 3})
    )
    digest = forms.CharField(required=False, widget=forms.HiddenInput)


class ReturnForm(DecisionForm):
    """A reason from the list, a comment, or both."""

    reason = forms.CharField(label=gettext_lazy("Reason"), required=False)

    field_order = ("reason", "comment")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = ReturnReason.objects.filter(is_active=True).values_list("name", flat=True)
        choices = [("", _("Choose a reason")), *((name, name) for name in names)]
        self.fields["reason"].widget = forms.Select(choices=choices)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not (data.get("reason") or data.get("comment")):
            raise ValidationError(_("Say why the text goes back: choose a reason or write a comment."))
        return data


class AssignForm(DecisionForm):
    """To whom the desk gives a text; `actions.assign` checks that the account works there."""

    to = forms.IntegerField(label=gettext_lazy("Assign to"), widget=forms.Select)


FORMS: dict[str, type[DecisionForm]] = {
    "reject": ReturnForm,
    "refuse": ReturnForm,
    "assign": AssignForm,
}


def form_for(action: str) -> type[DecisionForm]:
    return FORMS.get(action, DecisionForm)
