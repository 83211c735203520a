"""Reasons not to start in public. Read before Django is ready, so translated by the catalogue alone."""

from __future__ import annotations

import gettext
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

LOCALE = Path(__file__).resolve().parents[2] / "locale"
_ = gettext.translation("django", LOCALE, languages=["vi"], fallback=True).gettext

SHORTEST_SECRET = 50
FEWEST_SIGNS = 10
KNOWN_SECRETS = ("django-insecure", "only-for-development", "change-me", "changeme")


def refuse_if_unsafe(values: Mapping[str, object]) -> None:
    """Raises `ImproperlyConfigured` with a sentence for each of `values` that is not fit for the public."""
    if reasons := list(unsafe(values)):
        raise ImproperlyConfigured("\n".join([_("The portal does not start:"), *reasons]))


def unsafe(values: Mapping[str, object]) -> Iterator[str]:
    secret = str(values["SECRET_KEY"])
    if not secret:
        yield _(
            "SECRET_KEY is missing. Set it to at least 50 random signs, such as `openssl rand -hex 40` gives."
        )
    elif is_weak(secret):
        yield _(
            "SECRET_KEY is weak. Set it to at least 50 random signs, such as `openssl rand -hex 40` gives."
        )
    if values["DEBUG"]:
        yield _(
            "DEBUG is on, which shows the inside of the portal to visitors. Remove it or set DEBUG=false."
        )
    if not values["ALLOWED_HOSTS"]:
        yield _("ALLOWED_HOSTS is missing. Set it to the addresses of the portal, separated by commas.")
    if "*" in values["ALLOWED_HOSTS"]:  # type: ignore[operator]
        yield _("ALLOWED_HOSTS lets every address in. Set it to the addresses of the portal, without *.")


def is_weak(secret: str) -> bool:
    """Whether a secret is short, of few different signs or one that stands in public code."""
    few = len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_SIGNS
    return few or secret.lower().startswith(KNOWN_SECRETS)
