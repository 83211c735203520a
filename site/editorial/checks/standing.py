"""How a word stands in its text: as a stamp does, or in running speech."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from .marks import FILLERS, MARKS
from .normalise import bare
from .speech import ASKED, DENIAL, ITSELF, LABEL, RULE, STAMPED

REACH = 240
WINDOW = 300
WIDE = re.compile(r"\t|</?[a-z]\w{0,9}(?:\s[^<>]{0,80})?/?>| {2,}|[|│¦┃]|[•▪●■□☐☑☒✓✔◆★*#=_~]+|\.{3,}|…")
FRAME = re.compile(r"^[\W_]+|[\W_]+$")
OPENING = re.compile(r"[(\[{<«【〔「]\s*[\"'“‘*-]?\s*$")
CLOSING = re.compile(r"^\s*[\"'”’*-]?\s*[)\]}>»】〕」]")
QUOTE = re.compile(r"[\"'“”‘’«]\s*$")
SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|\n\s*\n|\n(?=\s*[-+•*]\s)")

STAMPS = "|".join(
    sorted({re.sub(r"\W+", r"\\W+", bare(mark.phrase)) for mark in MARKS}, key=len, reverse=True)
)
DEGREE = r"(?:(?:tuyet|toi)\W*)?mat|tuyet|toi"
ONLY_STAMPS = re.compile(rf"(?:(?:{DEGREE}|{STAMPS}|{FILLERS})(?![^\W_])[\W_]*+)*")
HEADER = (
    r"(?:cong hoa xa hoi chu nghia viet nam|doc lap\W{1,6}tu do\W{1,6}hanh phuc|dang cong san viet nam"
    r"|viet nam dan chu cong hoa)"
)
AGENCIES = (
    "uy ban|ubnd|hdnd|hoi|(?:tinh|huyen|thanh|dang|quan) uy|so|bo|cong an|quan khu|van phong|ban|phong"
    "|cuc|chi cuc|truong|trung tam|thanh tra|toa an|mat tran|doan|(?:su|trung|lu|tieu) doan|don|kho bac"
)
AGENCY = re.compile(rf"^\W*(?:{AGENCIES})\s")
BEFORE_HEADER = re.compile(
    rf"^[\W_]*(?:{HEADER}|(?:so|s6)\s*[:.]\s*\d|ban so\s*[:.]|kinh gui|noi nhan"
    r"|(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan)\b|\d{1,2}\s*$)"
)
AFTER_HEADER = re.compile(
    rf"(?:{HEADER}|(?:so|s6)\s*:?\s*[\d.…]+\s*/?\s*[\w/ -]{{1,30}}|ban so\s*:?\s*\d+|\bnam\s+\d{{4}})[\W_]*$"
)


def unframed(words: str) -> str:
    """`words` without brackets, rules, bullets and other signs at its ends."""
    return FRAME.sub("", words)


@dataclass(frozen=True)
class Standing:
    """The place ``text[start:end]`` of a window of a cleaned text, ``offset`` characters from its beginning.

    Equal where the windows are equal, so that what has been judged once need not be judged again.
    """

    text: str
    start: int
    end: int
    offset: int = field(default=0, compare=False)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Standing":
        """The place ``text[start:end]`` of a whole text."""
        offset = max(start - WINDOW, 0)
        return cls(text[offset : end + WINDOW], start - offset, end - offset, offset)

    @property
    def position(self) -> int:
        """Where it starts in the whole text."""
        return self.offset + self.start

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
        return unframed(WIDE.split(self.left)[-1]), unframed(WIDE.split(self.right, maxsplit=1)[0])

    @cached_property
    def alone(self) -> bool:
        """Nothing but frames beside it."""
        return self.segment == ("", "")

    @cached_property
    def among_stamps(self) -> bool:
        """Nothing beside it but other stamps and numbers: "HỎA TỐC - MẬT", "TỐI MẬT Bản số 2"."""
        return self.titled and all(ONLY_STAMPS.fullmatch(bare(side)) for side in self.segment)

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
        return not unframed(self.left) or not unframed(self.right)

    @cached_property
    def headed(self) -> bool:
        """First or last on a line that is the name of an agency in capitals."""
        rest = self.left + self.right
        return self.edge and rest.isupper() and bool(AGENCY.match(bare(rest)))

    @cached_property
    def continues(self) -> bool:
        """Whether it goes on from a line of speech right above its own."""
        above = self.text[max(self.start - REACH, 0) : self.start - len(self.left)].split("\n")[-2:-1]
        if unframed(self.left) or not above or not re.search(r"[^\W\d_],? ?$", above[0]):
            return False
        return not (re.search(HEADER, bare(above[0])) or AGENCY.match(bare(above[0])))

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
        if DENIAL.search(self.sentence):
            return False
        return bool(ITSELF.search(self.sentence) or (ASKED.search(self.sentence) and not self.of_rules))

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
