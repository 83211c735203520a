"""Text as a reader sees it, whatever it was typed or extracted with.

Marks of secrecy reach a page in many dresses: letters set apart, Unicode in pieces, invisible characters
between the letters, letters of other alphabets that look the same, fonts of before Unicode. The gates look at
one plain form instead.
"""

import re
import unicodedata

FOREIGN = "АВЕЅІЈКМНОРСТУХаеѕіјорсухтмкΑΒΕΖΗΙΚΜΝΟΡΤΥΧανορτυ"
LATIN = "ABESIJKMHOPCTYXaesijopcyxtmkABEZHIKMNOPTYXavoptu"
ALIKE = dict(zip(map(ord, FOREIGN), LATIN, strict=True))
SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᴆ"
CAPITALS = str.maketrans(SMALL_CAPITALS, "ABCDEFGHIJKLMNOPRSTUVWYZĐ")
SMALL_CAPITAL = re.compile(f"[{SMALL_CAPITALS}]")
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

# The fonts of before Unicode kept Vietnamese letters where Western ones are: TCVN3 (TCVN 5712:1993) one
# letter for one, VNI a mark of its own behind the vowel.
TCVN3 = str.maketrans(
    "\xae\xa9\xa8\xaa\xab\xac\xad\xb8\xb5\xb6\xb7\xb9\xca\xc7\xc8\xc9\xcb\xbe\xbb\xbc\xbd\xc6\xd0\xcc\xce\xcf\xd1\xd5\xd2\xd3\xd4\xd6"
    "\xdd\xd7\xd8\xdc\xde\xe3\xdf\xe1\xe2\xe4\xe8\xe5\xe6\xe7\xe9\xed\xea\xeb\xec\xee\xf3\xef\xf1\xf2\xf4\xf8\xf5\xf6\xf7\xf9\xfd\xfa\xfb\xfc\xfe"
    "\xa7\xa2\xa1\xa3\xa4\xa5\xa6",
    "đâăêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵĐÂĂÊÔƠƯ",
)
VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
VNI_QUALITIES = dict(zip("áàåãäéèúüë", "\u0301\u0300\u0309\u0303\u0323" * 2, strict=True))
VNI_MARKS = (
    VNI_TONES
    | {mark: ("\u0302" if mark in "áàåãä" else "\u0306") + tone for mark, tone in VNI_QUALITIES.items()}
    | {"â": "\u0302", "ê": "\u0306"}
)
VNI_MARKED = re.compile(r"([aeouyôö])([ùøûõïáàåãäéèúüëâê])", re.IGNORECASE)
VNI_LONE = str.maketrans("ñôöæóòîÑÔÖÆÓÒÎ", "đơưỉĩịỵĐƠƯỈĨỊỴ")
# What stands beside letters in these fonts alone.
FOREIGN_LETTERS = "ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþ"
SIGNS = "¡¢£¤¥¦¨©ª«¬®µ¶¸¹»¼½¾"
# One set of signs first is fast to search.
OLD_FONT = re.compile(
    rf"[{FOREIGN_LETTERS}{SIGNS}§](?:(?<=[A-Za-z][{FOREIGN_LETTERS}])|(?<=[A-Za-z][{SIGNS}])(?=[A-Za-z])"
    r"|(?<=[ñ®§¢])(?=[a-z]))"
)
VNI = re.compile(r"[aeo][äåøï]|[aeoöô]û|[uyôö][øï]|[ôö][ùõ]", re.IGNORECASE)
MODERN = re.compile("[\u1ea0-\u1ef9\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0]")
SHOUTED = re.compile(r"[A-Z]{2}|[A-Z].[A-Z]")

# What reading a scan makes of O between the letters of a word.
NOUGHT = re.compile(rf"0(?<={LETTER}0)(?={LETTER})")

TONES = "\u0300\u0301\u0303\u0309\u0323"
QUALITIES = "\u0302\u0306\u031b"


def _bare_consonants() -> dict[int, str]:
    """Each consonant with a mark to the same without: a tone that slipped off its vowel."""
    table = {}
    for code in (*range(0x100, 0x250), *range(0x1E00, 0x1F00)):
        base, *marks = list(unicodedata.normalize("NFD", chr(code)))
        if marks and base.isascii() and base.lower() not in "aeiouy":
            table[code] = base
    return table


BARE_CONSONANTS = _bare_consonants()
MARKED_CONSONANT = re.compile(f"[{''.join(map(chr, BARE_CONSONANTS))}]")


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


def modern(text: str) -> str:
    """`text` in Unicode, if all of it was written in a font of before Unicode."""
    text = unicodedata.normalize("NFC", text)
    return text if text.isascii() or MODERN.search(text) or not OLD_FONT.search(text) else _recoded(text)


def _recoded(text: str) -> str:
    if VNI.search(text):
        return _from_vni(text)
    return re.sub(r"\S+", lambda word: _from_tcvn3(word[0]), text)


def _from_vni(text: str) -> str:
    """The marks become tones of their vowels; then a lone letter is one that has no mark."""
    apart = VNI_MARKED.sub(lambda found: found[1].translate(VNI_LONE) + VNI_MARKS[found[2].lower()], text)
    return unicodedata.normalize("NFC", apart.translate(VNI_LONE))


def _from_tcvn3(word: str) -> str:
    """The font has small letters alone, and another font shows them as capitals."""
    said = word.translate(TCVN3)
    return said.upper() if SHOUTED.search(word) and not re.search("[a-z]", word) else said


def visible(text: str) -> str:
    """`text` composed, without what cannot be seen, in the letters and digits that it shows."""
    text = INVISIBLE.sub("", text.replace("\r\n", "\n"))
    if SMALL_CAPITAL.search(text):
        text = re.sub(r"\w++", lambda word: _in_capitals(word[0]), text)
    text = unicodedata.normalize("NFC", UNSEEN.sub(lambda found: SEEN[ord(found[0])], text))
    if STYLED.search(text):
        text = unicodedata.normalize("NFKC", text)
    if MARKED_CONSONANT.search(text):
        text = text.translate(BARE_CONSONANTS)
    return STRAY.sub("", text)


def _in_capitals(word: str) -> str:
    """A word with small capitals, among which letters that have none stand as small ones."""
    return word.translate(CAPITALS).upper() if SMALL_CAPITAL.search(word) else word


def clean(text: str) -> str:
    """The visible `text` with letters set apart drawn together into words, and old fonts recoded."""
    text = modern(text)
    if OLD_FONT.search(text):
        text = "\n".join(map(_modern_words, text.split("\n")))
    return NOUGHT.sub("O", SPREAD.sub(_drawn_together, visible(text)))


def _modern_words(line: str) -> str:
    """A line of a text of which only some words are in an old font."""
    return re.sub(r"\S+", lambda word: modern(word[0]), line) if OLD_FONT.search(line) else line


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
