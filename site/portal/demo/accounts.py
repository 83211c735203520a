"""The accounts of the demonstration and their password."""

from __future__ import annotations

import secrets

from agency.models import User
from portal.roles import ROLES


def open_accounts(chosen: str = "") -> tuple[list[str], str]:
    """Sets the password where it is needed: names of those accounts, and the password they got.

    That is `chosen`, else a new one for the accounts that never had any; one in use is left alone.
    """
    password = chosen or secrets.token_urlsafe(9)
    users = User.objects.filter(username__in=[role.slug for role in ROLES]).order_by("pk")
    closed = [user for user in users if is_closed(user, chosen)]
    for user in closed:
        user.set_password(password)
        user.save(update_fields=["password"])
    return [user.username for user in closed], password


def is_closed(user: User, chosen: str) -> bool:
    return not user.check_password(chosen) if chosen else not user.has_usable_password()
