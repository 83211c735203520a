"""What the board adds to the settings of an account: how mail comes, and the PIN for deciding by mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from agency.models import User
from editorial.models import MailChoice
from editorial.models.letters import FIRST_HOUR, LAST_HOUR
from editorial.models.pins import DecidingPin
from editorial.pins import LONGEST, SHORTEST, weakness


class MailChoiceForm(forms.ModelForm):
    hour = forms.TypedChoiceField(
        label=MailChoice._meta.get_field("hour").verbose_name,
        help_text=gettext_lazy("On working days only."),
        coerce=int,
        choices=[(hour, f"{hour}:00") for hour in range(FIRST_HOUR, LAST_HOUR + 1)],
    )

    class Meta:
        model = MailChoice
        fields = ("work", "news", "hour")
        widgets = {"work": forms.RadioSelect, "news": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "instance": MailChoice.of(kwargs["instance"])})


class MailPanel(BaseSettingsPanel):
    name = "mail"
    title = gettext_lazy("Mail about the work of the board")
    tab = notifications_tab
    order = 50
    form_class = MailChoiceForm


class PinForm(forms.Form):
    """A new PIN, which only the password of the account allows."""

    pin = forms.CharField(
        label=gettext_lazy("New PIN"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("The same PIN again"),
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "new-password"}),
    )
    password = forms.CharField(
        label=gettext_lazy("Password of this account"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, instance: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = instance
        self.fields["pin"].help_text = state_of_pin(instance)
        if not self.is_bound:
            for field in self.fields.values():
                field.required = False

    def clean_pin(self) -> str:
        number = self.cleaned_data["pin"]
        if reason := weakness(number, self.user):
            raise forms.ValidationError(reason)
        return number

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if not self.user.check_password(password):
            reason = _("This is not the password of the account; the PIN stays as it was.")
            raise forms.ValidationError(reason)
        return password

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "pin" in data and data.get("again") != data["pin"]:
            self.add_error("again", _("The two numbers differ. Enter the same number twice."))
        return data

    def save(self) -> None:
        DecidingPin.assign(self.user, self.cleaned_data["pin"])


def state_of_pin(user: User) -> str:
    """Whether there is a PIN, since when, and what one may choose."""
    rule = _("%(shortest)s to %(longest)s digits: no dates, no rows such as 123456.") % {
        "shortest": SHORTEST,
        "longest": LONGEST,
    }
    pin = DecidingPin.objects.filter(user=user).first()
    if pin is None:
        return _("You have no PIN yet.") + " " + rule
    day = date_format(localtime(pin.set_at), "d/m/Y")
    state = _("Locked after wrong tries; a new PIN opens it.") if pin.is_locked else ""
    return " ".join(filter(None, [_("Set on %(day)s.") % {"day": day}, state, rule]))


class PinPanel(BaseSettingsPanel):
    """Left empty, it changes nothing."""

    name = "pin"
    title = gettext_lazy("PIN for deciding by mail")
    order = 510
    form_class = PinForm

    def is_active(self) -> bool:
        return self.user.has_usable_password()

    def get_form(self) -> PinForm:
        sent = self.request.POST if any(map(self.request.POST.get, ("pin-pin", "pin-again"))) else None
        return PinForm(sent, instance=self.user, prefix=self.name)
