"""The form behind a link in a mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from editorial.chain import explain
from editorial.chain.forms import BACK, ReturnForm
from editorial.models.pins import PinLocked
from editorial.outside.deciding import BY_MAIL
from editorial.pins import LONGEST


class MailForm(ReturnForm):
    """What an official says with a decision by mail, and the PIN."""

    action = forms.ChoiceField(choices=[(name, name) for name in BY_MAIL], widget=forms.HiddenInput)
    pin = forms.CharField(
        label=gettext_lazy("Your PIN"),
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Enter your PIN. What you wrote is kept.")},
    )

    field_order = ("comment", "reason", "pin")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["digest"]

    def clean(self) -> dict[str, Any]:
        return super().clean() if self.data.get("action") in BACK else self.cleaned_data


def locked_until(lock: PinLocked) -> str:
    if lock.until is None:
        return _("Your PIN is locked. Set a new one in your account, or ask the administrator to open it.")
    return _(
        "Too many wrong numbers: your PIN is locked until %(when)s. In the portal you can decide now."
    ) % {"when": explain.moment(lock.until)}
