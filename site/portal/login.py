"""Logging in: after too many wrong passwords the form says so and keeps the name that was typed."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm

TOO_MANY_REQUESTS = 429


class LoginForm(WagtailLoginForm):
    """Wagtail's form, with the reason when the account is locked for a while, all of it translatable."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = gettext_lazy("Password")

    def get_invalid_login_error(self) -> ValidationError:
        if not getattr(self.request, "axes_locked_out", False):
            return super().get_invalid_login_error()
        minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
        message = _("Too many wrong attempts. Wait %(minutes)s minutes, then try again.")
        return ValidationError(message % {"minutes": minutes}, code="locked")


def locked_out(request: HttpRequest, response: HttpResponse, credentials: dict | None) -> HttpResponse:
    """The answer of the form itself, marked as too many requests."""
    response.status_code = TOO_MANY_REQUESTS
    return response
