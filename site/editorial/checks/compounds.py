"""Words of which "mật" is only a part: bảo mật, mật độ, túi mật."""

import re

from .marks import AFTER, BARE_AFTER, BARE_BEFORE, BEFORE, NAMES, REJOINED
from .normalise import LETTER, bare
from .standing import Standing

LEFT = re.compile(rf"({LETTER}+)[ ]?[\"'“‘]?$")
OFFICIAL_LETTER = re.compile(r"công văn $", re.IGNORECASE)
RIGHT = re.compile(rf"^[ ]{{0,2}}({LETTER}+)(?:\s{{1,2}}({LETTER}+))?")
LEFT_ACROSS = re.compile(rf"({LETTER}+) ?\n ?$")
RIGHT_ACROSS = re.compile(rf"^ ?\n ?({LETTER}+)(?:\s{{1,2}}({LETTER}+))?")
SPEECH_GOES_ON = re.compile(r"[.,;]| ?\n ?[a-zà-ỹ]")
# Below a stamp in capitals stands another word, but for the heads of narrow columns.
COLUMNS = frozenset(["độ", "ong", "khẩu"])
NUMBER_BELOW = re.compile(r"\W*\n\W*so\s?[:.]\s?\d")
SECRETS = frozenset(["bảo", "bí"])
BARE_REJOINED = {(bare(first), bare(second)) for first, second in REJOINED} | {
    ("cong", "hoa"),
    ("doc", "lap"),
}


def compound(place: Standing, *, degree: bool, accented: bool) -> bool:
    """Whether the last syllable of `place` belongs to a word before or behind it, also over a line's end.

    `degree` says that a first syllable (tuyệt, tối) stands before it. A word alone on its line goes on in
    another only when it is small; a stamp in capitals stands alone below any line.
    """
    before, after = LEFT.search(place.left), RIGHT.match(place.right)
    if (not degree and _left(before, accented)) or _right(after, accented):
        return True
    return _named(place, before) or _wrapped(place, degree, accented)


def _named(place: Standing, before: re.Match[str] | None) -> bool:
    """Whether it is somebody's name: "Nguyễn Thị Mật", not "công văn Mật"."""
    if not before or not place.titled or OFFICIAL_LETTER.search(place.left):
        return False
    return before[1].lower() in NAMES


def _wrapped(place: Standing, degree: bool, accented: bool) -> bool:
    if place.alone and NUMBER_BELOW.match(bare(place.text[place.end : place.end + 30])):
        return False
    before = LEFT_ACROSS.search(place.text, max(place.start - 20, 0), place.start)
    after = RIGHT_ACROSS.match(place.text[place.end : place.end + 30])
    if place.alone and place.titled:
        return bool(accented and not degree and (_secrets(before) or _column(after)))
    if place.alone and place.continues and SPEECH_GOES_ON.match(place.text[place.end : place.end + 5]):
        return True
    return (not degree and _left(before, accented)) or _right(after, accented)


def _secrets(before: re.Match[str] | None) -> bool:
    return before is not None and before[1].lower() in SECRETS


def _column(after: re.Match[str] | None) -> bool:
    return after is not None and after[1].lower() in COLUMNS and _right(after, accented=True)


def _left(before: re.Match[str] | None, accented: bool) -> bool:
    if not before:
        return False
    return before[1].lower() in BEFORE if accented else bare(before[1]) in BARE_BEFORE


def _right(after: re.Match[str] | None, accented: bool) -> bool:
    if not after:
        return False
    pair = after[1].lower(), (after[2] or "").lower()
    if accented:
        return pair[0] in AFTER and pair not in REJOINED
    plain = bare(pair[0]), bare(pair[1])
    return plain[0] in BARE_AFTER and plain not in BARE_REJOINED
