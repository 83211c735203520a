"""Where the letters of an account go, in which language, and who answers for them."""

from __future__ import annotations

from django.conf import settings
from wagtail.models import Site

from agency import policy
from agency.models import User
from editorial.models.letters import Hindrance


def hindrance_of(user: User | None) -> str:
    """Why `user` can get no letter, or ""."""
    if user is None or not user.is_active:
        return Hindrance.INACTIVE
    return "" if address_of(user) else Hindrance.NO_ADDRESS


def address_of(user: User | None) -> str:
    """The address of the account, else the official one of its person."""
    person = getattr(user, "person", None)
    return (user.email if user else "") or (person.email if person else "")


def name_of(user: User) -> str:
    """How a letter addresses the account: by the person's name where it is known."""
    person = getattr(user, "person", None)
    return person.full_name if person else (user.get_full_name() or user.username)


def language_of(user: User) -> str:
    """The language the account chose for the administration."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


def site_of(user: User) -> Site | None:
    """Whose administrator answers for the letters of `user`: that of the unit, else of the groups."""
    person = getattr(user, "person", None)
    if person and person.unit:
        return person.unit.site
    return next(iter(policy.sites_of(user)), None)
