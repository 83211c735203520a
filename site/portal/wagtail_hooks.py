"""What the installation adds to Wagtail's admin."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from wagtail import hooks

from agency.models import User
from portal import accounts


@hooks.register("before_edit_user")
@hooks.register("before_delete_user")
def refuse_foreign_accounts(request: HttpRequest, account: User) -> None:
    accounts.refuse_unless_manageable(request.user, account)


@hooks.register("before_bulk_action")
def refuse_foreign_accounts_in_bulk(request: HttpRequest, action: str, objects: list, view: Any) -> None:
    """The same for many accounts at once, and for the group they are put in."""
    if view.model is not User:
        return
    accounts.refuse_unless_manageable(request.user, *objects)
    role = view.cleaned_form.cleaned_data.get("role")
    if role and not accounts.grantable(request.user).filter(pk=role.pk).exists():
        raise PermissionDenied
