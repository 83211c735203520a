"""What a check is, and what it says about a text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from editorial.checks.subject import Subject


@dataclass(frozen=True)
class Finding:
    """One thing a check found.

    ``check`` and ``kind`` are slugs, ``excerpt`` is the place in the words of the text, ``where`` names the
    field or the attachment and page, ``message`` tells the editor what to do. ``content`` is the digest of a
    file that has no words to quote. A blocking finding holds the text back until it is mended or cleared; any
    other only advises.
    """

    check: str
    kind: str
    excerpt: str
    blocking: bool
    where: str = ""
    message: str = ""
    content: str = ""

    @property
    def mark(self) -> str:
        """The same for the same words at the same place: clearances are bound to it."""
        words = "\n".join((self.check, self.kind, self.where, self.excerpt, self.content))
        return sha256(words.encode()).hexdigest()


Find = Callable[[str], list[Finding]]
RULES = 4
"""Raised with every change of what the gates find, so that nothing found before counts."""


class Level(TextChoices):
    """How much a check weighs."""

    OFF = "tat", _("switched off")
    ADVISORY = "nhac", _("advises")
    BLOCKING = "chan", _("holds the text back")


class Check(ABC):
    """One rule. A subclass in `editorial.checks.rules` takes part as soon as its file is there.

    `level` holds where no row of the rule table says otherwise. A `gate` closes every road of publishing and
    no row can open it. What a `cleared` check finds is not mended but answered for by persons. What a check
    that is not `before_sending` finds holds back the publishing alone.
    """

    slug: ClassVar[str]
    label: ClassVar[Any]
    level: ClassVar[Level] = Level.ADVISORY
    gate: ClassVar[bool] = False
    cleared: ClassVar[bool] = False
    before_sending: ClassVar[bool] = True

    known: ClassVar[dict[str, type[Check]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        Check.known[cls.slug] = cls

    @abstractmethod
    def find(self, subject: Subject) -> Iterable[Finding]:
        """What is wrong with `subject`."""

    def finding(self, message: Any, where: Any = "", kind: str = "", excerpt: str = "") -> Finding:
        return Finding(self.slug, kind or self.slug, excerpt, False, str(where), str(message))
