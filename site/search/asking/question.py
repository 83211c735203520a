"""A typed text as a question: words to search, phrases, what is left out, a date.

- Words between quotation marks, of whatever country, are a phrase: side by side in one text. A mark never
  closed closes at the end; an inch or an apostrophe inside a word is none.
- A minus at the start or after a space, right before a letter or a quotation mark, leaves a word or a phrase
  out. "QĐ-UBND", "24-11", "covid-19", "a - b" and "--" leave nothing out.
- A date is a filter when it is written as one: "30/01/2015", "ngày 30 tháng 1 năm 2015", "tháng 1 năm 2015",
  "tháng 1/2015", "năm 2015". A year is none after the name of a law ("Luật Đất đai năm 2024"),
  nor one in a number ("nghị định 12/2015"), nor anything inside a phrase. Who filters drops it again when
  nothing would be left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from search.asking.days import Days, days
from search.text import clean, syllables

OPENING = '"“”„‟«»″＂「『'
LONGEST = 500  # characters of a question that are read
MOST = 4  # phrases, and words left out, that are read of one question: each costs reading texts
OPERATOR = re.compile(
    rf"(?P<minus>(?<!\S)[-−–](?=[{OPENING}]|[^\W\d_]))?"
    rf"(?:(?<!\w)[{OPENING}](?P<phrase>[^{OPENING}」』]*)(?:[{OPENING}」』]|$)|(?P<word>(?<=[-−–])[^\s{OPENING}]+))"
)


@dataclass(frozen=True)
class Question:
    """`words` are searched, phrases among them; `without_days` is the text typed without the date in it."""

    words: str
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    days: Days | None = None
    without_days: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether words are all there is to it."""
        return not (self.phrases or self.excluded or self.days)


def question(text: str, *, dates: bool = True) -> Question:
    """`text` taken apart; without `dates` a date is words like others. No text raises."""
    text = clean(text[:LONGEST])
    phrases: dict[str, None] = {}
    excluded: dict[str, None] = {}

    def taken(found: re.Match[str]) -> str:
        if not found["minus"] and found["phrase"] is None:
            return found[0]
        inside = found["word"] or found["phrase"] or ""
        if syllables(inside):
            (excluded if found["minus"] else phrases)[inside.strip()] = None
        return " " * len(found[0])

    free = OPERATOR.sub(taken, text)
    written = days(free) if dates else None
    words = _without(free, written)
    without = _without(text, written) if written else ""
    said, left_out = tuple(phrases), tuple(excluded)
    return Question(joined(words, *said), said[:MOST], left_out[:MOST], written, without)


def _without(text: str, written: Days | None) -> str:
    return text if written is None else joined(text[: written.start], text[written.end :])


def joined(*parts: str) -> str:
    """The texts one after another with single spaces."""
    return " ".join(" ".join(parts).split())
