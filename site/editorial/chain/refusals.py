"""Answers to an official whose step the chain does not allow; they say why and what to do."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError


class Refused(ValidationError):
    """The step is refused; `page_id` is the page to go back to, when there is one."""

    def __init__(self, message: Any, page_id: int | None = None) -> None:
        super().__init__(message)
        self.page_id = page_id


class PublicationRefused(Refused):
    """The page may not become public."""


class DecisionRefused(Refused):
    """The decision is not this person's, not now, or not about this text."""


class SubmissionRefused(Refused):
    """The draft cannot be sent yet."""


class ChangeRefused(Refused):
    """The text cannot be changed while somebody else decides about it."""
