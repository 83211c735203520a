"""What reading a file gives."""

from __future__ import annotations

from dataclasses import dataclass, field

# A page that is a picture bears fewer letters than this: the stamp of a signature, a page number.
FEW_LETTERS = 200


class Refused(Exception):
    """The file cannot be read; `reason` is a value of `assets.models.Reason`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Limits:
    """Seconds and bytes of memory for the process; bytes of the file, packed, unpacked and as text."""

    seconds: int
    memory: int
    file: int
    unpacked: int
    text: int
    pages: int


@dataclass
class Answer:
    """Text page by page; `scans` is the number of pages that are pictures without a text layer."""

    pages: list[str] = field(default_factory=list)
    scans: int = 0

    def add(self, text: str, limits: Limits, *, pictured: bool = False) -> None:
        if len(self.pages) >= limits.pages:
            raise Refused("too-many-pages")
        self.pages.append(text)
        self.scans += pictured and has_few_letters(text)


def has_few_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) < FEW_LETTERS
