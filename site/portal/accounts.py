"""Accounts: an administrator manages those of the sites they answer for; only an operator touches operators.

Without this, whoever may change accounts could give a new password to the operator's, or join any group.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.admin.views.generic import CopyView
from wagtail.models import GroupPagePermission
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView, IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from agency import policy
from agency.models import User


def grantable(user: policy.Account) -> QuerySet[Group]:
    """The groups `user` may put an account in: those without a say outside the sites `user` answers for."""
    if user.is_superuser:
        return Group.objects.all()
    inside = Q(pk__in=[])
    for site in policy.sites_of(user):
        inside |= Q(page__path__startswith=site.root_page.path)
    elsewhere = GroupPagePermission.objects.exclude(inside)
    return Group.objects.exclude(pk__in=elsewhere.values("group"))


def manageable(user: policy.Account) -> QuerySet[User]:
    """The accounts `user` may see and change."""
    if user.is_superuser:
        return User.objects.all()
    foreign = Group.objects.exclude(pk__in=grantable(user).values("pk"))
    return User.objects.filter(is_superuser=False).exclude(groups__in=foreign)


def refuse_unless_manageable(user: policy.Account, *accounts: User) -> None:
    """Raises `PermissionDenied` when one of `accounts` is not for `user` to change."""
    keys = {account.pk for account in accounts}
    if manageable(user).filter(pk__in=keys).count() != len(keys):
        raise PermissionDenied


class WithinRights:
    """A form for an account that offers no more than the one who fills it in may give."""

    def __init__(self, *args: Any, for_user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = grantable(for_user)
        if not for_user.is_superuser:
            self.fields.pop("is_superuser", None)


class NewAccountForm(WithinRights, UserCreationForm):
    pass


class AccountForm(WithinRights, UserEditForm):
    pass


class ForUser:
    """Tells the form who fills it in."""

    request: HttpRequest

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "for_user": self.request.user}  # type: ignore[misc]


class AccountIndexView(IndexView):
    def get_base_queryset(self) -> QuerySet[User]:
        return super().get_base_queryset().filter(pk__in=manageable(self.request.user).values("pk"))


class NewAccountView(ForUser, CreateView):
    pass


class AccountView(ForUser, EditView):
    pass


class CopiedAccountView(ForUser, CopyView):
    pass


class UserViewSet(WagtailUserViewSet):
    index_view_class = AccountIndexView
    add_view_class = NewAccountView
    edit_view_class = AccountView
    copy_view_class = CopiedAccountView

    def get_form_class(self, for_update: bool = False) -> type:
        return AccountForm if for_update else NewAccountForm
