"""Where a person lives, and when he was born (domain 6.4)."""

import re
from collections.abc import Iterator

from .speech import alternatives, said
from .surroundings import TABLE, Reading, Surroundings, Trace

SOMEBODY = r"(?:ong|ba|anh|chi|em|chau|cu)(?: \w{1,7}){1,4}"
AT_HOUSE = r"(?:so nha|nha so) \d"
IN_LANE = r"so \w{1,5} (?:ngo|ngach|hem|kiet|duong|pho) "
LABELS = alternatives(rf"""
    ho khau(?: thuong tru)?; hktt; dang ky thuong tru; thuong tru; tam tru
    (?:noi|cho) o(?: hien (?:nay|tai))?; noi cu tru; cu tru; dia chi nha(?: rieng)?; nha rieng
    tru tai; ngu tai; dia chi(?: lien (?:he|lac))?; sinh song tai; song tai(?= (?:so|nha|can ho) )
    que quan; tru quan(?=:| tai); o tro
    (?:tru|ngu)(?= (?:(?:so|to|thon|xom|ap|ban|buon|lang|khu|duong) |\d)); o(?= so nha)
    (?:(?<=[(,] )|(?<=\()|(?<=hien )|(?<=song )|(?<=toi ))o(?= so \d)
    (?:(?:sinh nam|sn) ?\d{{4}}|\d\d tuoi),(?= (?:so|so nha|nha so|ngo|ngach|hem|kiet) \d)
    {SOMEBODY}(?:(?:,| -)(?= {AT_HOUSE})|,(?= {IN_LANE})|(?= \({AT_HOUSE})| o(?= so (?:nha )?\d))
    (?<!toa )(?<!truoc )(?<!truoc cua )nha(?= so \d)
""")
WHOSE = (
    r"(?:\s{0,2}(?:hien (?:nay|tai)|tai(?: dia chi)?|o|la|nguoi \w{2,6}|cua [\w ]{2,25}(?=:)))?"
    r"\s{0,2}[:,(\-]{0,2}\s{0,3}"
)
LABEL = re.compile(rf"\b(?:{LABELS}){WHOSE}")
# Without accents "trụ sở" and "ô số" are written like labels.
NO_LABEL = re.compile(r"^trụ|\bô\s*$", re.IGNORECASE)
# Labels that an office has too; any other is a person's.
OF_ANYBODY = re.compile("dia chi(?! nha)|que quan")
STREETS = "duong|pho|ngo|hem"
PARTS = (
    "khoi|khom|phum|soc|tieu khu|to|khu(?: pho)?|kp|tdp|to dan pho|thon|xom|ap|ban|buon|lang|doi|duong|pho"
)
# Down to the house, the hamlet or the quarter; names and numbers begin with a capital or a digit.
EXACT = re.compile(
    r"(?i:nha tro)\b|(?i:nha so|so(?: nha)?|sn|nha)\s{0,2}\d(?!\d*/\d{4}/)"
    rf"|\d{{1,4}}[A-Za-z]?(?:/\d{{1,4}}[A-Za-z]?){{0,3}},?\s(?:(?i:{STREETS})|[A-Z])"
    r"|(?i:p\.?)\s?\d{3,4}\b"
    r"|(?i:khu tap the)\s[A-Z\d]|(?i:nha)\s[A-Z]\d"
    rf"|(?i:ngo|ngach|hem|kiet|can ho|phong|toa|lo)\s{{1,2}}[A-Z]?\d|(?i:{PARTS})\s{{1,2}}(?:so\s)?[A-Z0-9]"
)
NAME = re.compile(r"^(?:(?i:ong|ba|anh|chi) )?[A-Z]\w+(?: [A-Z]\w+){1,3}, ")
HOUSE = re.compile(
    r"(?:so |nha |sn )?\d{1,4}[a-z]?(?:/\d+[a-z]?)*\b"
    r"|.*\b(?:so nha|nha so|ngo|ngach|hem|kiet|can ho|phong) [a-z]?\d"
)
OWNER = said("""
    ong; ba; anh; chi; em; chau; ho (?:va )?ten; nguoi (?:khieu nai|to cao|gui|nop don|dan|bi|duoc); doi tuong
    bi cao; (?:nguyen|bi) don
""")
STOP = re.compile(r"[;)|\t]|\.\s|\.$|\b(?:so cccd|cccd|cmnd|dien thoai|dt|sdt|sinh)\b")
CELL = re.compile(r"[|\t] ?([^|\t\n]{4,140}?) ?(?=[|\t\n]|$)")
LONGEST = 140

DATE = (
    r"(\d{1,2}\s{0,2}(?:[/.\-]|thang)\s{0,2}\d{1,2}\s{0,2}(?:[/.\-]|nam)\s{0,2}(?:19[3-9]\d|20[0-2]\d))(?!\d)"
)
BORN = (
    re.compile(rf"sinh(?: ngay)?\s{{0,2}}[:.]?\s{{0,3}}{DATE}"),
    re.compile(rf"sn\s{{0,2}}:?\s{{0,3}}{DATE}"),
    re.compile(rf"dob\s{{0,2}}:?\s{{0,3}}{DATE}"),
)
DAY = re.compile(r"(?<![\d/.\-])\d{1,2}[/.\-]\d{1,2}[/.\-](?:19[3-9]\d|20[01]\d)(?![\d/])")
HONOURED = re.compile(
    r"ky niem|chu tich ho chi minh|bac ho|tong bi thu|nha (?:tho|van)|nhac si|anh hung|liet si"
)


def homes(reading: Reading) -> Iterator[Trace]:
    """Homes told to the house, hamlet or quarter, where the label or the sentence makes them a person's.

    A hamlet named in running text only advises: that is how news tells two people of one name apart.
    """
    for label in LABEL.finditer(reading.plain):
        start, end = label.end(), _end(reading.plain, label.end())
        if _exact(reading, start, end) and _lives_there(label[0], reading.around(*label.span())):
            yield Trace("dia-chi", start, end, blocking=_to_the_house(reading, label, end))
    yield from _homes_in_lists(reading)


def _exact(reading: Reading, start: int, end: int) -> bool:
    """Whether an address stands there, perhaps behind the name of who lives there."""
    words = _with_capitals(reading, start, end)
    return bool(EXACT.match(words) or EXACT.match(NAME.sub("", words)))


def _to_the_house(reading: Reading, label: re.Match[str], end: int) -> bool:
    return label[0].rstrip().endswith(":") or bool(HOUSE.match(reading.plain, label.end(), end))


def _homes_in_lists(reading: Reading) -> Iterator[Trace]:
    """The cells of lists of people that have a column for it."""
    for head in reading.heads:
        if "home" in reading.columns(head):
            for cell in CELL.finditer(reading.text, head, head + TABLE):
                if EXACT.match(_with_capitals(reading, cell.start(1), cell.end(1))):
                    yield Trace("dia-chi", *cell.span(1))


def _end(plain: str, start: int) -> int:
    """Where the address from `start` on ends: with its line, its sentence, or before the next label."""
    line = plain[start : start + LONGEST].partition("\n")[0]
    stop = STOP.search(line)
    return start + len(line[: stop.start()].rstrip(" ,-") if stop else line)


def _with_capitals(reading: Reading, start: int, end: int) -> str:
    """The plain letters with the capitals of the text."""
    shown, plain = reading.text[start:end], reading.plain[start:end]
    return "".join(p.upper() if s.isupper() else p for s, p in zip(shown, plain, strict=True))


def _lives_there(label: str, around: Surroundings) -> bool:
    if OF_ANYBODY.match(label):
        whose = around.left[-80:] + label.removeprefix("dia chi")
        return bool(OWNER.search(whose)) and not around.organisation
    return label.rstrip().endswith(":") or (around.people and not NO_LABEL.search(around.words))


def births(reading: Reading) -> Iterator[Trace]:
    """Days of birth behind their label or in their column of a list. They only advise."""
    for pattern in BORN:
        for found in pattern.finditer(reading.plain):
            if not HONOURED.search(reading.around(*found.span(1)).left):
                yield Trace("ngay-sinh", *found.span(1), blocking=False)
    for found in DAY.finditer(reading.text) if reading.heads else ():
        around = reading.around(*found.span())
        if "date" in around.heads and not around.label:
            yield Trace("ngay-sinh", *found.span(), blocking=False)
