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
    """Seconds and bytes of memory for the process; bytes of the file, packed, unpacked and as text.

    `recognising` is how many seconds the pages of a file that are pictures may take, `recognising_page` one.
    """

    seconds: int
    memory: int
    file: int
    unpacked: int
    text: int
    pages: int
    recognising: int
    recognising_page: int


@dataclass
class Answer:
    """Text page by page; `scans` are the numbers of the pages that are pictures without a text layer.

    `recognised` are those of them whose text a machine made out; `left` says why it did not all.
    """

    pages: list[str] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    left: str = ""

    def add(self, text: str, limits: Limits, *, pictured: bool = False) -> None:
        if len(self.pages) >= limits.pages:
            raise Refused("too-many-pages")
        self.pages.append(text)
        if pictured and has_few_letters(text):
            self.scans.append(len(self.pages))

    def recognise(self, number: int, text: str) -> None:
        """Adds what was made out on a page to what stands there as text, such as the stamp of a signature."""
        self.pages += [""] * (number - len(self.pages))
        self.pages[number - 1] = "\n".join(filter(None, (self.pages[number - 1], text)))
        if number not in self.recognised:
            self.recognised.append(number)


def has_few_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) < FEW_LETTERS
