"""What a page type says of its exchange format; the engine does the rest."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, TypeVar

from editorial.models import EditorialPage

Target = TypeVar("Target", bound=EditorialPage)


class RowRefused(ValueError):
    """A row that cannot become a page; `field` is its name in the file, `reason` says why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field, self.reason = field, reason


@dataclass(frozen=True)
class Record:
    """One row, cleaned. `values` are the official fields as `Mapping.apply` wants them, plain JSON data.

    `key` is the canonical key of a keyed type, "" for others, which are known again by `source_id`.
    `notes` say what was cleaned or left out, for the report.
    """

    title: str
    values: dict[str, Any]
    key: str = ""
    source_id: str = ""
    old_url: str = ""
    notes: list[str] = field(default_factory=list)


class Mapping(ABC, Generic[Target]):
    """How rows of one exchange format become pages of one type."""

    page_class: ClassVar[type[EditorialPage]]
    source: ClassVar[str]

    @abstractmethod
    def read(self, row: dict[str, Any]) -> Record:
        """The cleaned row. Raises `RowRefused`."""

    @abstractmethod
    def apply(self, page: Target, record: Record) -> None:
        """Puts the official fields on `page`, children included; never touches local notes."""

    def after(self, page: Target, record: Record) -> None:
        """What can only be written once `page` is saved, such as relations; nothing for most types."""
