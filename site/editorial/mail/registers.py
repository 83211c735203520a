"""What became of every letter, and whose PIN is locked: for the administrator."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from django.contrib.admin import display
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail_modeladmin.options import ModelAdminGroup

from agency import policy
from agency.registers.base import Register, RegisterPermissions
from agency.registers.views import RegisterInspectView
from editorial.mail.delivery import deliver, try_again
from editorial.models import Letter
from editorial.models.pins import DecidingPin


class KeptByTheProgram(RegisterPermissions):
    """Rows nobody writes by hand: they are looked at, and one thing can be done with each."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        return False


class DeedInspectView(RegisterInspectView):
    """The row, with the one button that `model_admin.deed` gives for it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        allowed = policy.may_do(self.request.user, "change", self.instance)
        deed = self.model_admin.deed(self.instance) if allowed else None
        return {**context, "deed": deed}


class LookedAt(Register, ABC):
    permission_helper_class = KeptByTheProgram
    inspect_view_class = DeedInspectView
    inspect_template_name = "editorial/mail/inspect.html"

    def get_inspect_view_fields(self) -> tuple[str, ...]:
        return self.inspect_view_fields

    @abstractmethod
    def deed(self, row: Any) -> tuple[str, str] | None:
        """Address and words of the button, or None when there is nothing to do."""


class LetterRegister(LookedAt):
    """Never shows the text: it may hold what only its reader may know."""

    model = Letter
    menu_label = gettext_lazy("Letters")
    menu_icon = "mail"
    base_url_path = "thu/da-gui"
    list_display = ("subject", "recipient", "kind", "state", "written", "hindrance")
    list_filter = ("state", "kind", "hindrance")
    list_select_related = ("recipient", "site")
    search_fields = ("subject", "address", "recipient__username")
    inspect_view_fields = (
        *("subject", "recipient", "address", "kind", "state", "hindrance", "last_error"),
        *("attempts", "next_try", "created_at", "sent_at", "digest"),
    )

    @display(description=pgettext_lazy("letter", "written"), ordering="created_at")
    def written(self, letter: Letter) -> str:
        return moment(letter.created_at)

    def deed(self, letter: Letter) -> tuple[str, str] | None:
        if not letter.may_be_retried:
            return None
        return reverse("editorial_letter_retry", args=[letter.pk]), _("Send again")


class PinRegister(LookedAt):
    model = DecidingPin
    menu_label = gettext_lazy("PINs for deciding by mail")
    menu_icon = "key"
    base_url_path = "thu/ma-pin"
    list_display = ("user", "chosen", "wrong_tries", "lock")
    search_fields = ("user__username",)
    list_select_related = ("user",)
    inspect_view_fields = ("user", "set_at", "wrong_tries", "locked_until")

    @display(description=pgettext_lazy("PIN", "set"), ordering="set_at")
    def chosen(self, pin: DecidingPin) -> str:
        return moment(pin.set_at)

    @display(description=pgettext_lazy("PIN", "lock"))
    def lock(self, pin: DecidingPin) -> str:
        if pin.is_locked_for_good:
            return _("locked until you open it")
        return (
            _("locked until %(time)s") % {"time": moment(pin.locked_until)}
            if pin.is_locked
            else pgettext("PIN", "open")
        )

    def deed(self, pin: DecidingPin) -> tuple[str, str] | None:
        return (reverse("editorial_pin_unlock", args=[pin.pk]), _("Unlock")) if pin.is_locked else None


class MailRegisters(ModelAdminGroup):
    menu_label = gettext_lazy("Mail")
    menu_icon = "mail"
    menu_order = 890
    items = (LetterRegister, PinRegister)


def moment(at: Any) -> str:
    return date_format(localtime(at), "d/m/Y H:i")


def changeable(request: HttpRequest, model: type[Model], pk: int) -> Any:
    """The row, when the account may change it. Raises `PermissionDenied` or `Http404`."""
    row = get_object_or_404(model, pk=pk)
    if not policy.may_do(request.user, "change", row):
        raise PermissionDenied
    return row


@require_POST
def retry(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Puts a letter that was not sent back into the queue."""
    letter = changeable(request, Letter, letter_id)
    if try_again(letter):
        deliver.enqueue()
        messages.success(request, _("The letter is sent again."))
    else:
        messages.warning(request, _("This letter needs no other attempt."))
    return redirect("thu_da-gui_modeladmin_inspect", letter.pk)


@require_POST
def unlock(request: HttpRequest, pin_id: int) -> HttpResponse:
    pin = changeable(request, DecidingPin, pin_id)
    pin.unlock()
    messages.success(request, _("%(user)s can use the PIN again.") % {"user": pin.user})
    return redirect("thu_ma-pin_modeladmin_inspect", pin.pk)
