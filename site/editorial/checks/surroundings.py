"""What stands around a number: its label, its owner, the heads of its table."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from .normalise import bare, modern, visible
from .owners import HOTLINE, LABEL, MEASURED, OFFICIAL, ORGANISATION, PEOPLE, PEOPLE_PLAIN

BEFORE, BEHIND = 130, 110
TABLE = 20_000

WORD = re.compile("[a-z]")
# What reading a scan makes of a nought in a long number.
NOUGHT = re.compile(r"[Oo](?:(?<=\d.)(?=\d)|(?<![^\W_].)(?=(?:[ .-]?[\dOo]){9}))")
# Numbers before it in a list behind one label: "STK: 123456 hoặc 654321".
EARLIER = re.compile(
    r"^[\W_]{0,4}(?:(?=[a-z]{0,2}\d)[0-9a-z]++(?:[ .\-][0-9]++)*+\s*+(?:[,;/&]|hoac\b|va\b)\s*+)++"
)
NOT_ITS_LABEL = re.compile(r"\d{5}|[.;]\s|\w[^\n]*\n|\n[^\n]*\w{2}")
# The first columns of a list of people; each starts with a letter, which is fast to search.
HEADS = (
    re.compile(r"tt\b[\W\d]{0,12}(?:ho|ten)\b"),
    re.compile(r"ho (?:va |, )?ten\b[^\n:]{0,60}[|\t;,]"),
)


@dataclass(frozen=True)
class Trace:
    """Something of a person in ``text[start:end]`` of a reading."""

    kind: str
    start: int
    end: int
    blocking: bool = True


@dataclass(frozen=True)
class Reading:
    """A text as the rules for personal data read it: as it shows, and plain, letter by letter in step."""

    text: str
    plain: str
    heads: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> "Reading":
        shown = NOUGHT.sub("0", visible(modern(text)))
        plain = bare(shown)
        return cls(shown, plain, sorted(found.start() for head in HEADS for found in head.finditer(plain)))

    def columns(self, head: int) -> set[str | None]:
        """The labels in the head of a table that starts at `head`, which may be broken over eight lines."""
        lines = self.plain[head : head + 300].split("\n")[:8]
        return {found.lastgroup for found in LABEL.finditer("\n".join(lines))}

    def around(self, start: int, end: int) -> "Surroundings":
        return Surroundings(self, start, end)


@dataclass(frozen=True)
class Surroundings:
    """The surroundings of ``text[start:end]``."""

    reading: Reading
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.reading.text[self.start : self.end]

    @cached_property
    def left(self) -> str:
        """What stands before it in its paragraph, plain."""
        return self.reading.plain[max(self.start - BEFORE, 0) : self.start].rpartition("\n\n")[2]

    @cached_property
    def right(self) -> str:
        return self.reading.plain[self.end : self.end + BEHIND].partition("\n")[0]

    @cached_property
    def label(self) -> str:
        """The name of the last label before it, if no other number or line of words stands between."""
        if not WORD.search(self.left):
            return ""
        labels = list(LABEL.finditer(self.left))
        if not labels:
            return ""
        between = self.left[labels[-1].end() :]
        return "" if NOT_ITS_LABEL.search(EARLIER.sub("", between)) else labels[-1].lastgroup or ""

    @cached_property
    def heads(self) -> set[str | None]:
        """The labels in the head of the table that it stands in."""
        place = bisect_right(self.reading.heads, self.start) - 1
        if place < 0 or self.start - self.reading.heads[place] > TABLE:
            return set()
        return self.reading.columns(self.reading.heads[place])

    @cached_property
    def people(self) -> bool:
        """Whether a person is spoken of near it."""
        near = self.reading.text[max(self.start - BEFORE, 0) : self.end + BEHIND].lower()
        return bool(PEOPLE.search(near) or PEOPLE_PLAIN.search(self.left + " " + self.right))

    @property
    def measured(self) -> bool:
        """Whether it is a sum or a quantity."""
        return bool(MEASURED.match(self.right))

    @cached_property
    def organisation(self) -> bool:
        return bool(ORGANISATION.search(self.left) or ORGANISATION.search(self.right))

    @cached_property
    def hotline(self) -> bool:
        return bool(HOTLINE.search(self.left) or HOTLINE.search(self.right[:40]))

    @cached_property
    def official(self) -> bool:
        return bool(OFFICIAL.search(self.left) or OFFICIAL.search(self.right[:60]))

    def labelled(self, *names: str) -> bool:
        """Whether its own label, or without one the head of its table, is one of `names`."""
        return self.label in names if self.label else bool(self.heads & set(names))
