"""How a word stands in its text: as a stamp does, or in running speech."""

import re
from dataclasses import dataclass
from functools import cached_property

from .normalise import bare
from .speech import DENIAL, ITSELF, LABEL, RULE, STAMPED

REACH = 240
WIDE = re.compile(r"\t| {2,}|[|│¦┃]|[•▪●■□☐☑☒✓✔◆★*#=_~]+|\.{3,}|…")
FRAME = " \t-*.:;,|_=~#+•▪●■\"'“”‘’«»()[]{}<>【】〔〕【】「」!/\\"
OPENING = re.compile(r"[(\[{<«【〔「]\s*[\"'“‘*-]?\s*$")
CLOSING = re.compile(r"^\s*[\"'”’*-]?\s*[)\]}>»】〕」]")
QUOTE = re.compile(r"[\"'“”‘’«]\s*$")
SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n\s*\n|\n(?=\s*[-+•*]\s)")

HEADER = (
    r"(?:cong hoa xa hoi chu nghia viet nam|doc lap\W{1,6}tu do\W{1,6}hanh phuc|dang cong san viet nam"
    r"|viet nam dan chu cong hoa)"
)
BEFORE_HEADER = re.compile(rf"^[\W_]*(?:{HEADER}|(?:so|s6)\s*[:.]\s*\d|ban so\s*[:.]|\d{{1,2}}\s*$)")
AFTER_HEADER = re.compile(
    rf"(?:{HEADER}|(?:so|s6)\s*:?\s*[\d.…]+\s*/?\s*[\w/ -]{{1,30}}|ban so\s*:?\s*\d+)[\W_]*$"
)


@dataclass(frozen=True)
class Standing:
    """The place ``text[start:end]`` of a cleaned text."""

    text: str
    start: int
    end: int

    @cached_property
    def words(self) -> str:
        return self.text[self.start : self.end]

    @property
    def inside(self) -> bool:
        """Whether a letter or digit stands right before it."""
        return self.start > 0 and self.text[self.start - 1].isalnum()

    @cached_property
    def left(self) -> str:
        """What stands before it on its line."""
        return self.text[max(self.start - REACH, 0) : self.start].rpartition("\n")[2]

    @cached_property
    def right(self) -> str:
        """What stands behind it on its line."""
        return self.text[self.end : self.end + REACH].partition("\n")[0]

    @cached_property
    def plain_left(self) -> str:
        return bare(self.left)

    @cached_property
    def plain_right(self) -> str:
        return bare(self.right)

    @cached_property
    def upper(self) -> bool:
        return self.words.upper() == self.words

    @cached_property
    def titled(self) -> bool:
        return self.words[:1].isupper()

    @cached_property
    def segment(self) -> tuple[str, str]:
        """What stands beside it up to a wide gap, a rule or the ends of the line, without frames."""
        return WIDE.split(self.left)[-1].strip(FRAME), WIDE.split(self.right, maxsplit=1)[0].strip(FRAME)

    @cached_property
    def alone(self) -> bool:
        """Nothing but frames beside it."""
        return self.segment == ("", "")

    @cached_property
    def bracketed(self) -> bool:
        return bool(OPENING.search(self.left) and CLOSING.search(self.right))

    @cached_property
    def quoted(self) -> bool:
        return bool(QUOTE.search(self.left))

    @cached_property
    def labelled(self) -> bool:
        """Behind a label such as "Độ mật:"."""
        return bool(LABEL.search(self.plain_left))

    @cached_property
    def beside_header(self) -> bool:
        """Right beside the national title, the motto, or the number of a document."""
        return bool(BEFORE_HEADER.match(self.plain_right) or AFTER_HEADER.search(self.plain_left[-80:]))

    @cached_property
    def edge(self) -> bool:
        """First or last on its line."""
        return not self.left.strip(FRAME) or not self.right.strip(FRAME)

    @cached_property
    def shouted(self) -> bool:
        """In a line all in capitals."""
        line = self.left + self.words + self.right
        return line.upper() == line

    @cached_property
    def sentence(self) -> str:
        """The sentence it belongs to, small and without accents."""
        before = bare(self.text[max(self.start - REACH, 0) : self.start])
        after = bare(self.text[self.end : self.end + REACH])
        head = SENTENCE_END.split(before)[-1]
        tail = SENTENCE_END.split(after, maxsplit=1)[0]
        return f"{head}{bare(self.words)}{tail}".replace("\n", " ")

    @cached_property
    def of_itself(self) -> bool:
        """Whether the sentence says it of this very document."""
        return bool(ITSELF.search(self.sentence)) and not DENIAL.search(self.sentence)

    @cached_property
    def of_a_paper(self) -> bool:
        """Whether the sentence says that a paper bears it, and is no rule about papers."""
        return self.of_itself or (bool(STAMPED.search(self.sentence)) and not self.of_rules)

    @cached_property
    def of_rules(self) -> bool:
        """Whether the sentence speaks of such marks in general, or denies them."""
        return bool(RULE.search(self.sentence) or DENIAL.search(self.sentence))

    @cached_property
    def excerpt(self) -> str:
        """The words with a little of their line, for the editor to find the place."""
        left, right = self.left[-40:], self.right[:40]
        return " ".join(f"{left}{self.words}{right}".split())
