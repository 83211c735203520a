"""Text as a reader sees it, whatever it was typed or extracted with.

Marks of secrecy reach a page in many dresses: letters set apart, Unicode in pieces, invisible characters
between the letters, letters of other alphabets that look the same. The gates look at one plain form instead.
"""

import re
import unicodedata

FOREIGN = "АВЕЅІЈКМНОРСТУХаеѕіјорсухтмкΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυ"
LATIN = "ABESIJKMHOPCTYXaesijopcyxtmkABEZHIKMNOPTYXavoptu"
ALIKE = dict(zip(map(ord, FOREIGN), LATIN, strict=True))
BLANKS = dict.fromkeys(map(ord, "\u3164\u2800\u115f\u1160"), " ")
BREAKS = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
SEEN = ALIKE | BLANKS | BREAKS | DASHES | SPACES
# Most texts need few of these, so each is looked for before the whole text is rewritten.
UNSEEN = re.compile(f"[{''.join(map(re.escape, map(chr, SEEN)))}]")
STYLED = re.compile(
    "[\u1d00-\u1dbf\u2100-\u214f\u2460-\u24ff\ufb00-\ufb06\uff00-\uffef\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]"
)

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e01ef]"
)
STRAY = re.compile("[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0]")
LETTER = r"[^\W\d_]"
SET_APART = r"[ \t.…\-_*·•|/~+=:,]{1,8}+|\n"
LONE = rf"{LETTER}(?!{LETTER})"
SPREAD_WORD = rf"{LONE}(?:\1{LONE})++"
SPREAD = re.compile(
    rf"(?<![^\W_])(?:{LETTER}({SET_APART}){LONE}(?:\1{LONE})*+(?:(?!\1{LONE})[\W_]{{1,24}}{SPREAD_WORD})++"
    rf"|{LETTER}({SET_APART}){LONE}(?:\2{LONE})++)"
)

TONES = "\u0300\u0301\u0303\u0309\u0323"
QUALITIES = "\u0302\u0306\u031b"


def _plain_letters() -> dict[int, str]:
    """Each letter of the Vietnamese alphabet, capital or small, to its small Latin base."""
    table = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | {
        ord("Đ"): "d",
        ord("đ"): "d",
    }
    for base in "aeiouyAEIOUY":
        for quality in ("", *QUALITIES):
            for tone in ("", *TONES):
                letter = unicodedata.normalize("NFC", base + quality + tone)
                if len(letter) == 1:
                    table[ord(letter)] = base.lower()
    return table


PLAIN_LETTERS = _plain_letters()


def visible(text: str) -> str:
    """`text` composed, without what cannot be seen, in the letters and digits that it shows."""
    text = INVISIBLE.sub("", text.replace("\r\n", "\n"))
    text = unicodedata.normalize("NFC", UNSEEN.sub(lambda found: SEEN[ord(found[0])], text))
    if STYLED.search(text):
        text = unicodedata.normalize("NFKC", text)
    return STRAY.sub("", text)


def clean(text: str) -> str:
    """The visible `text` with letters set apart drawn together into words."""
    return SPREAD.sub(_drawn_together, visible(text))


def _drawn_together(found: re.Match[str]) -> str:
    """The words of a run of letters set apart, with one space between them."""
    apart = re.escape(found[1] or found[2])
    words = re.sub(rf"(?<=\w){apart}(?={LETTER})", "", found[0])
    return re.sub(rf"(?<={LETTER})[\s_]+(?={LETTER})", " ", words)


def bare(text: str) -> str:
    """Composed `text` in small letters without accents; every character keeps its place."""
    return text.translate(PLAIN_LETTERS)


def accents(text: str) -> list[tuple[str, set[str]]]:
    """The letters of `text`: each with its base and the marks it bears."""
    letters = []
    for letter in text.lower():
        if letter == "đ":
            letters.append(("d", {"đ"}))
        elif letter.isalpha():
            pieces = unicodedata.normalize("NFD", letter)
            letters.append((pieces[0], set(pieces[1:])))
    return letters


def accented_like(text: str, model: str) -> str:
    """How `text` bears the accents of `model`: "full", "part" (some or none left out), or "" (others).

    A tone may sit on any vowel of the syllable ("hỏa", "hoả"), so tones are compared as one for the whole.
    """
    worn, due = accents(text), accents(model)
    if [base for base, _ in worn] != [base for base, _ in due]:
        return ""
    tones = set(TONES)
    if any(
        not (marks - tones) <= (wanted - tones) for (_, marks), (_, wanted) in zip(worn, due, strict=True)
    ):
        return ""
    got = [marks & tones for _, marks in worn if marks & tones]
    wanted_tones = [marks & tones for _, marks in due if marks & tones]
    if not _within(got, wanted_tones):
        return ""
    qualities = [marks - tones for _, marks in worn] == [marks - tones for _, marks in due]
    return "full" if qualities and got == wanted_tones else "part"


def _within(got: list[set[str]], wanted: list[set[str]]) -> bool:
    """Whether `got` is `wanted` with some left out, in the same order."""
    left = iter(wanted)
    return all(any(tone == candidate for candidate in left) for tone in got)
