"""The three degrees of secrecy, told from honey, passwords and law lessons (Law 29/2018/QH14, art. 8)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .compounds import compound
from .normalise import accented_like, bare
from .speech import NOUNS, PAPERS
from .standing import HEADER, Standing, unframed

GAP = r"[\s.…\-_*·•|/~+=:,]"
MAT = re.compile(rf"m{GAP}{{0,3}}a{GAP}{{0,3}}t(?![^\W\d_])")
FIRST = re.compile(
    rf"(?<![^\W\d_])(t{GAP}{{0,3}}u{GAP}{{0,3}}y{GAP}{{0,3}}e{GAP}{{0,3}}t|t{GAP}{{0,3}}o{GAP}{{0,3}}i)\s*{GAP}{{0,12}}$"
)
GLUED = re.compile(r"(?<![^\W\d_])(?:tailieu|vanban|congvan|hoso|baocao|kehoach|dokhan|do)(?:tuyet|toi)?$")
SEPARATED_LEFT = re.compile(r"(?:\s[-|/]|[:;])\s*$")
SEPARATED_RIGHT = re.compile(r"^\s*(?:[-|/]\s|[:]|\([^()]{1,20}\)\s*$)")
# What reading a scan makes of the accent below a first word in capitals.
MISREAD = "MẶT"
BY_FIRST_WORD = {"tuyet": ("tuyet-mat", "tuyệt"), "toi": ("toi-mat", "tối")}
NOUN_LEFT = re.compile(
    rf"(?:^|\W){NOUNS}(?:(?:thuoc|co|mang|dong|dau|do|loai|dien|muc|tinh chat|la)\s+)*[\"“'(]?$"
)
SECRETS_OF = rf"(?:(?:{NOUNS})?chua )?bi mat nha nuoc "
NOUN_ONLY = re.compile(
    rf"^(?:{NOUNS}|{SECRETS_OF}|(?:dau|do|loai|cap|muc|dien|thuoc do)\s)"
    r"(?:(?:thuoc|do|loai|dau|dien|muc)\s+)*$"
)
DEGREE_SAID = re.compile(r"\b(?:thuoc|la|o|mang|co|dong|gan) (?:do|muc|cap|dau|loai|dien|hang) [\"“'(]?$")
DEGREE_LEFT = re.compile(r"\b(?:do|muc|cap|dau|loai|dien|hang|che do|muc do|cap do)\s+[\"“'(]?$")
OTHERS = re.compile(r"\btuyet\s{0,3}mat\b|\btoi\s{0,3}mat\b|(?<!\w)mat(?!\w)")
PAPER = re.compile(rf"\b(?:{PAPERS})\b")
FILE_NAME = re.compile(r"^[\w.-]{0,40}\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)\b")
NOUN_FIRST = re.compile(rf"^\W*{NOUNS}[\"“'(]?$")
ITS_NUMBER = re.compile(r"\s{0,2}so\s?:?\s?\d")
FOOD = re.compile(r"\b(?:gan|tieu hoa|ong|duong|mia|hoa|soi|tui mat|thuoc|siro|banh|ngot|dac san|rung|gau)\b")
LISTED = re.compile(r"\bmat[\"”]?\s*(?:[,;/]|va|hoac|hay)\s*(?:do\s+)?[\"“]?(?:(?:tuyet|toi)\s+)?mat\b")
ENUMERATION = 90
NEAR = 120


def degrees(text: str, plain: str) -> Iterator[tuple[str, Standing]]:
    """Kind and place of each mark of a degree in a cleaned `text`; `plain` is its bare form."""
    for found in MAT.finditer(plain):
        if candidate := _candidate(text, plain, found):
            kind, place, accented = candidate
            if _marks(kind, place, accented):
                yield kind, place


def _candidate(text: str, plain: str, found: re.Match[str]) -> tuple[str, Standing, bool] | None:
    start, end = found.span()
    worn = accented_like(text[start:end], "mật")
    if not worn and text[start:end] != MISREAD:
        return None
    if first := FIRST.search(plain, max(start - 40, 0), start):
        kind, model = BY_FIRST_WORD["tuyet" if "u" in first[1] else "toi"]
        wears = accented_like(text[first.start(1) : first.end(1)], model)
        if wears and (wears == "full" or worn != "full" or text[first.start(1) : first.end(1)].isascii()):
            return kind, Standing.of(text, first.start(1), end), "full" in (wears, worn)
    if not worn:
        return None
    if start and plain[start - 1].isalpha():
        return _glued(text, plain, start, end, worn == "full")
    return "mat", Standing.of(text, start, end), worn == "full"


def _glued(text: str, plain: str, start: int, end: int, accented: bool) -> tuple[str, Standing, bool] | None:
    """A mark grown together with its label when the letters were set apart evenly."""
    if not GLUED.search(plain, max(start - 20, 0), start):
        return None
    return "mat", Standing.of(text, start, end), accented


@lru_cache(maxsize=512)
def _marks(kind: str, place: Standing, accented: bool) -> bool:
    return (
        not compound(place, degree=kind != "mat", accented=accented)
        and _stands(kind, place, accented)
        and not _enumerated(place)
    )


def _stands(kind: str, place: Standing, accented: bool) -> bool:
    if place.alone or place.labelled or place.inside or place.among_stamps or _noun_alone(place):
        return True
    if place.bracketed or _separated(place):
        return not _food(place)
    if kind == "mat":
        return _accented_mat(place) if accented else _bare_mat(place)
    return _running_degree(place) if accented else _bare_degree(kind, place)


def _separated(place: Standing) -> bool:
    """Whether a dash or a colon sets it off at one end of its line: "MẬT - Phương án", "Bìa hồ sơ: Mật"."""
    if not place.titled and not PAPER.search(place.plain_left):
        return False
    left, right = unframed(place.left), unframed(place.right)
    return (not left and bool(SEPARATED_RIGHT.match(place.right))) or (
        not right and bool(SEPARATED_LEFT.search(place.left))
    )


def _enumerated(place: Standing) -> bool:
    """Whether several degrees are named side by side, as lessons and forms do."""
    if place.upper and not place.quoted:
        return not place.alone and bool(
            LISTED.search(f"{place.plain_left}{bare(place.words)}{place.plain_right}")
        )
    around = bare(place.text[max(place.start - ENUMERATION, 0) : place.end + ENUMERATION])
    return len(_named(around)) > (2 if _cell(place) else 1)


def _named(around: str) -> set[str]:
    """The degrees named in plain text."""
    return {"".join(other.split()) for other in OTHERS.findall(_without_labels(around))}


def _cell(place: Standing) -> bool:
    """Whether it fills a cell of a row about something else."""
    line = f"{place.plain_left}{bare(place.words)}{place.plain_right}"
    return place.alone and bool(unframed(place.left)) and len(_named(line)) == 1


def _without_labels(around: str) -> str:
    return re.sub(r"\b(?:do|bao|bi|muc|dau) mat\b", " ", around)


def _noun_alone(place: Standing) -> bool:
    """Whether its part of the line is "Tài liệu mật" and no more."""
    left, right = place.segment
    return not right and bool(NOUN_ONLY.match(f"{bare(left)} ")) and bare(left) not in ("do", "muc", "dau")


def _food(place: Standing) -> bool:
    return not place.upper and bool(FOOD.search(place.sentence))


def _accented_mat(place: Standing) -> bool:
    if place.quoted:
        return place.of_itself
    if place.upper:
        return _shouted_mat(place) if place.shouted else not _name(place)
    if place.titled:
        return _titled_mat(place)
    left = place.plain_left
    if NOUN_FIRST.match(left) or (NOUN_LEFT.search(left) and ITS_NUMBER.match(place.plain_right)):
        return not place.of_rules
    return bool(NOUN_LEFT.search(left) or DEGREE_SAID.search(left)) and place.of_a_paper


def _shouted_mat(place: Standing) -> bool:
    """In a line all in capitals, where a headline about honey shouts no less than a stamp."""
    return (
        place.beside_header
        or place.headed
        or _near_title(place)
        or (not place.of_rules and bool(NOUN_LEFT.search(place.plain_left)))
    )


def _titled_mat(place: Standing) -> bool:
    if _behind_paper(place):
        return not place.right.lstrip().startswith(":") and (place.of_a_paper or not place.of_rules)
    return place.beside_header or place.headed


def _name(place: Standing) -> bool:
    """Whether capitals spell a person or a place, as in lists of names."""
    return bool(
        re.search(r"(?:\b(?:ong|ba|xa|thon|ap|pho|phuong|lang|duong)\s)$", place.plain_left)
    ) and bool(place.shouted)


def _bare_mat(place: Standing) -> bool:
    """Unaccented and not alone: only what stands where stamps stand."""
    if not place.upper:
        return place.titled and place.beside_header
    if place.beside_header or (place.headed and _near_title(place)):
        return True
    return _behind_paper(place) and not place.of_rules


def _behind_paper(place: Standing) -> bool:
    return bool(NOUN_LEFT.search(place.plain_left) or DEGREE_LEFT.search(place.plain_left))


def _near_title(place: Standing) -> bool:
    """Whether it ends a line that the national title is on, above or below."""
    near = bare(place.text[max(place.start - NEAR, 0) : place.end + NEAR])
    return place.edge and bool(re.search(HEADER, near))


def _bare_degree(kind: str, place: Standing) -> bool:
    if place.beside_header or place.headed or place.of_itself or FILE_NAME.match(place.plain_right):
        return True
    if place.of_rules:
        return False
    return _behind_paper(place) or (
        place.upper and (kind == "tuyet-mat" or (place.edge and not place.shouted))
    )


def _running_degree(place: Standing) -> bool:
    if place.quoted and place.of_rules:
        return place.of_itself
    if place.upper and (not place.shouted or place.beside_header or place.edge):
        return True
    return place.of_itself or (bool(PAPER.search(place.sentence)) and not place.of_rules)
