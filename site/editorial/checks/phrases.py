"""Stamps of several words: restricted circulation, recall, no copies, urgency."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .marks import MARKS, Mark
from .normalise import accented_like
from .normalise import bare as plainly
from .speech import PAPERS, said
from .standing import Standing, unframed

GROWN = 7
GAP = r"[\s.…\-_*·•|/~+=:,]{0,12}"
NOUN_HEAD = re.compile(
    r"^(?:tai\s*lieu|van\s*ban|ban|ho\s*so)\b(?:\W+\w+){0,4}\W*$|^(?:tai\s*lieu|van\s*ban)$"
    r"|^(?:cac )?(?:nguoi (?:nhan|doc)|dai bieu|dong chi)$"
)
# What may follow a stamp without making it speech.
TAIL = said(r"""
    ra (?:ben )?ngoai; cong khai; phat tan; duoi moi hinh thuc; tai lieu nay; van ban nay; ghi hinh
    sau (?:khi|hoi|phien|cuoc|buoi|ky|dot); (?:cho )?(?:van phong|van thu|bo phan|ban to chuc|phong \w+)
    tren (?:mang|phuong tien|bao|internet); rong rai; duoc sao; hoac; dang(?: bo| uy)?; co quan; don vi; nganh
    (?:khong|cam) (?:trich|sao|chup|luu|pho|dua|chuyen|phat|ghi|dang)
""")
CONTAINING = re.compile(
    rf"(?:{PAPERS}) (?:nay|kem theo|tren day|gui kem)\b.{{0,40}}"
    r"\b(?:chua|thuoc(?: pham vi| danh muc| loai)?|la|mang)\s+$"
)
GOES_ON = re.compile(r"^\s{0,2}(?:[^\W\d_]+)")


def _letters(phrase: str) -> str:
    return re.sub(r"[\W_]", "", plainly(phrase))


def _patterns(marks: tuple[Mark, ...]) -> list[re.Pattern[str]]:
    """One pattern for each first word, the longest phrase first; a literal start is fast to search.

    Long stamps are also found inside a word, where letters set apart evenly have grown together.
    """
    by_word: dict[str, list[str]] = {}
    for phrase in sorted({mark.phrase for mark in marks}, key=len, reverse=True):
        first, _, rest = plainly(phrase).partition(" ")
        by_word.setdefault(first, []).append(_rest(rest))
    return [re.compile(f"{first}(?:{'|'.join(rests)})") for first, rests in by_word.items()]


def _rest(rest: str) -> str:
    """The words behind the first, with gaps; without any gap also inside a longer word."""
    apart = "".join(GAP + word for word in re.findall(r"\w+", rest)) + r"(?![^\W_])"
    grown = _letters(rest)
    return f"{apart}|{grown}" if len(grown) >= GROWN else apart


PATTERNS = _patterns(MARKS)
BY_LETTERS: dict[str, list[Mark]] = {}
for _mark in MARKS:
    BY_LETTERS.setdefault(_letters(_mark.phrase), []).append(_mark)


def phrases(text: str, plain: str) -> Iterator[tuple[str, Standing]]:
    """Kind and place of each stamp in a cleaned `text`; `plain` is its bare form."""
    for pattern in PATTERNS:
        for found in pattern.finditer(plain):
            place = Standing.of(text, *found.span())
            if kind := _kind(place, found[0]):
                yield kind, place


@lru_cache(maxsize=512)
def _kind(place: Standing, found: str) -> str:
    if place.inside and len(found) > len(_letters(found)):
        return ""
    for mark in BY_LETTERS[_letters(found)]:
        if accented_like(place.words, mark.phrase) and _marks(mark, place):
            return mark.kind
    return ""


def _marks(mark: Mark, place: Standing) -> bool:
    if mark.common:
        return _common(place)
    if _stamped(place):
        return True
    if mark.plain:
        return place.of_itself or _set_off(place) or not (place.of_rules or place.quoted)
    return place.of_itself and _ends(place)


def _common(place: Standing) -> bool:
    """Words of every day: a stamp only where nothing is around them, or where the paper says it of itself."""
    if place.of_itself and CONTAINING.search(place.plain_left):
        return True
    if not place.titled or place.continues:
        return False
    return place.among_stamps or (place.bracketed and place.edge) or place.labelled or _behind_noun(place)


def _stamped(place: Standing) -> bool:
    """Whether it stands alone, in brackets, behind a label, in capitals, or behind "Tài liệu"."""
    if place.alone or place.among_stamps or place.labelled or _behind_noun(place):
        return True
    if place.bracketed or place.quoted:
        return place.bracketed and not place.of_rules
    return place.upper and (not place.shouted or place.beside_header)


def _behind_noun(place: Standing) -> bool:
    """Whether its part of the line is "Tài liệu họp, không phổ biến ra ngoài" and no more."""
    left, right = (plainly(side) for side in place.segment)
    return (not right or bool(TAIL.match(right))) and (not left or bool(NOUN_HEAD.match(left)))


def _set_off(place: Standing) -> bool:
    """Whether it begins its line and a bracket or a dash follows."""
    return not unframed(place.left) and bool(re.match(r"\s*[(-]", place.right))


def _ends(place: Standing) -> bool:
    """Whether nothing else is its object ("thu hồi đất", "phổ biến ở vùng cao")."""
    return not GOES_ON.match(place.right) or bool(
        re.match(rf"\s+(?:ra|duoi|khi|cho|tren|ve|noi|va|hoac|(?:{PAPERS}) nay)\b", plainly(place.right))
    )
