"""The three degrees of secrecy, told from honey, passwords and law lessons (Law 29/2018/QH14, art. 8)."""

import re
from collections.abc import Iterator

from .marks import AFTER, BARE_AFTER, BARE_BEFORE, BEFORE, REJOINED
from .normalise import LETTER, accented_like
from .normalise import bare as plainly
from .speech import NOUNS
from .standing import HEADER, Standing

GAP = r"[\s.\-_*·•|/~+=:,]"
MAT = re.compile(rf"m{GAP}{{0,3}}a{GAP}{{0,3}}t(?![^\W\d_])")
FIRST = re.compile(
    rf"(?<![^\W\d_])(t{GAP}{{0,3}}u{GAP}{{0,3}}y{GAP}{{0,3}}e{GAP}{{0,3}}t|t{GAP}{{0,3}}o{GAP}{{0,3}}i)\s*{GAP}{{0,12}}$"
)
GLUED = re.compile(r"(?<![^\W\d_])(?:tailieu|vanban|congvan|hoso|baocao|kehoach|dokhan|do)(?:tuyet|toi)?$")
# The fonts before Unicode: TCVN3 and VNI wrote these letters for ậ, ệ and ố.
LEGACY = re.compile(
    r"(?<![^\W\d_])(?:(tuy(?:ö|eä)t|t(?:è|oá)i)\s{0,12})?m(?:ë|aä)t(?![^\W\d_])", re.IGNORECASE
)
WORD_LEFT = re.compile(rf"({LETTER}+)[ \"'“‘]{{0,2}}$")
WORD_RIGHT = re.compile(rf"^[ ]{{0,2}}({LETTER}+)(?:[ ]{{1,2}}({LETTER}+))?")
WORD_LEFT_ACROSS = re.compile(rf"({LETTER}+)\s{{0,3}}$")
WORD_RIGHT_ACROSS = re.compile(rf"^\s{{0,3}}({LETTER}+)(?:\s{{1,3}}({LETTER}+))?")
DEGREES = {"tuyet": ("tuyet-mat", "tuyệt"), "toi": ("toi-mat", "tối")}
NOUN_LEFT = re.compile(
    rf"(?:^|\W){NOUNS}(?:(?:thuoc|co|mang|dong|dau|do|loai|dien|muc|tinh chat|la)\s+)*[\"“'(]?$"
)
NOUN_ONLY = re.compile(
    rf"^(?:{NOUNS}|(?:dau|do|loai|cap|muc|dien|thuoc do)\s)(?:(?:thuoc|do|loai|dau|dien|muc)\s+)*$"
)
DEGREE_SAID = re.compile(r"\b(?:thuoc|la|o|mang|co|dong|gan) (?:do|muc|cap|dau|loai|dien|hang) [\"“'(]?$")
DEGREE_LEFT = re.compile(r"\b(?:do|muc|cap|dau|loai|dien|hang|che do|muc do|cap do)\s+[\"“'(]?$")
OTHERS = re.compile(r"\btuyet\s{0,3}mat\b|\btoi\s{0,3}mat\b|(?<!\w)mat(?!\w)")
ENUMERATION = 90
AGENCY = re.compile(
    r"^\W*(?:uy ban|ubnd|hdnd|hoi dong|(?:tinh|huyen|thanh|dang) uy|so|bo|cong an|quan khu|van phong|ban)\s"
)


def degrees(text: str, plain: str) -> Iterator[tuple[str, Standing]]:
    """Kind and place of each mark of a degree in a cleaned `text`; `plain` is its bare form."""
    for found in MAT.finditer(plain):
        if candidate := _candidate(text, plain, found):
            kind, place, accented = candidate
            if _marks(kind, place, accented):
                yield kind, place
    if not text.isascii():
        yield from _legacy(text)


def _candidate(text: str, plain: str, found: re.Match[str]) -> tuple[str, Standing, bool] | None:
    start, end = found.span()
    worn = accented_like(text[start:end], "mật")
    if not worn:
        return None
    if first := FIRST.search(plain, max(start - 40, 0), start):
        kind, model = DEGREES["tuyet" if "u" in first[1] else "toi"]
        wears = accented_like(text[first.start(1) : first.end(1)], model)
        if wears and (wears == "full" or worn != "full"):
            return kind, Standing(text, first.start(1), end), "full" in (wears, worn)
    if start and plain[start - 1].isalpha():
        return _glued(text, plain, start, end, worn == "full")
    return "mat", Standing(text, start, end), worn == "full"


def _glued(text: str, plain: str, start: int, end: int, accented: bool) -> tuple[str, Standing, bool] | None:
    """A mark grown together with its label when the letters were set apart evenly."""
    if not GLUED.search(plain, max(start - 20, 0), start):
        return None
    return "mat", Standing(text, start, end), accented


def _legacy(text: str) -> Iterator[tuple[str, Standing]]:
    if "ë" not in text and "Ë" not in text and "aä" not in text and "AÄ" not in text:
        return
    for found in LEGACY.finditer(text):
        first = (found[1] or "").lower()
        kind = "mat" if not first else DEGREES["tuyet" if first.startswith("tuy") else "toi"][0]
        place = Standing(text, *found.span())
        if place.alone or place.bracketed or place.upper or place.beside_header or first:
            yield kind, place


def _marks(kind: str, place: Standing, accented: bool) -> bool:
    return not _compound(place, accented) and _stands(kind, place, accented) and not _enumerated(place)


def _stands(kind: str, place: Standing, accented: bool) -> bool:
    if place.alone or place.labelled or _noun_alone(place):
        return not (place.alone and not place.titled and _wrapped(place, accented))
    if place.bracketed:
        return not _food(place)
    if kind == "mat":
        return _accented_mat(place) if accented else _bare_mat(place)
    return _running_degree(place) if accented else _bare_degree(kind, place)


def _compound(place: Standing, accented: bool) -> bool:
    """Whether "mật" belongs to the word before or behind it."""
    before, after = WORD_LEFT.search(place.left), WORD_RIGHT.match(place.right)
    degree = " " in place.words.strip() or len(place.words) > 3
    return (not degree and _joined_left(before, accented)) or _joined_right(after, accented)


def _joined_left(before: re.Match[str] | None, accented: bool) -> bool:
    if not before:
        return False
    return before[1].lower() in BEFORE if accented else plainly(before[1]) in BARE_BEFORE


def _joined_right(after: re.Match[str] | None, accented: bool) -> bool:
    if not after:
        return False
    if not accented:
        return (
            plainly(after[1]) in BARE_AFTER
            and (plainly(after[1]), plainly(after[2] or "")) not in BARE_REJOINED
        )
    pair = after[1].lower(), (after[2] or "").lower()
    return pair[0] in AFTER and pair not in REJOINED


BARE_REJOINED = {(plainly(first), plainly(second)) for first, second in REJOINED} | {
    ("cong", "hoa"),
    ("doc", "lap"),
}


def _wrapped(place: Standing, accented: bool) -> bool:
    """Whether a small word alone on its line goes on from the line before or into the next."""
    before = WORD_LEFT_ACROSS.search(place.text, max(place.start - 20, 0), place.start)
    after = WORD_RIGHT_ACROSS.match(place.text[place.end : place.end + 30])
    return _joined_left(before, accented) or _joined_right(after, accented)


def _enumerated(place: Standing) -> bool:
    """Whether several degrees are named side by side, as lessons and forms do."""
    if place.upper and not place.quoted:
        return False
    around = plainly(place.text[max(place.start - ENUMERATION, 0) : place.end + ENUMERATION])
    return len({"".join(other.split()) for other in OTHERS.findall(_without_labels(around))}) > 1


def _without_labels(around: str) -> str:
    return re.sub(r"\b(?:do|bao|bi|muc|dau) mat\b", " ", around)


def _noun_alone(place: Standing) -> bool:
    """Whether its part of the line is "Tài liệu mật" and no more."""
    left, right = place.segment
    return (
        not right and bool(NOUN_ONLY.match(f"{plainly(left)} ")) and plainly(left) not in ("do", "muc", "dau")
    )


def _food(place: Standing) -> bool:
    return not place.titled and bool(
        re.search(r"\b(?:gan|tieu hoa|ong|duong|mia|hoa|soi|tui|vi thuoc|siro|banh)\b", place.sentence)
    )


def _accented_mat(place: Standing) -> bool:
    if place.quoted:
        return place.of_itself
    if place.upper:
        return not _name(place)
    if place.titled:
        return _titled_mat(place)
    left = place.plain_left
    return bool(NOUN_LEFT.search(left) or DEGREE_SAID.search(left)) and place.of_a_paper


def _titled_mat(place: Standing) -> bool:
    left = place.plain_left
    if NOUN_LEFT.search(left) or DEGREE_LEFT.search(left):
        return place.of_a_paper or not place.of_rules
    return place.beside_header


def _name(place: Standing) -> bool:
    """Whether capitals spell a person or a place, as in lists of names."""
    return bool(
        re.search(r"(?:\b(?:ong|ba|xa|thon|ap|pho|phuong|lang|duong)\s)$", place.plain_left)
    ) and bool(place.shouted)


def _bare_mat(place: Standing) -> bool:
    """Unaccented and not alone: only what stands where stamps stand."""
    if not place.upper:
        return place.titled and place.beside_header
    left = place.plain_left
    near = plainly(place.text[max(place.start - 300, 0) : place.end + 300])
    headed = place.edge and bool(AGENCY.match(left + place.plain_right)) and bool(re.search(HEADER, near))
    return place.beside_header or headed or bool(NOUN_LEFT.search(left)) or bool(DEGREE_LEFT.search(left))


def _bare_degree(kind: str, place: Standing) -> bool:
    if kind == "tuyet-mat" and not place.of_rules:
        return True
    left = place.plain_left
    return (
        place.beside_header
        or place.of_itself
        or bool(NOUN_LEFT.search(left))
        or bool(DEGREE_LEFT.search(left))
        or (place.upper and place.edge)
    )


def _running_degree(place: Standing) -> bool:
    if place.quoted and place.of_rules:
        return place.of_itself
    return place.upper or place.of_itself or not place.of_rules
