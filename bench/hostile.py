"""Questions nobody should type, the same for the same number: syntax of other engines, signs one cannot see,
ten thousand letters, what makes a bad pattern run for ever, and code in every language.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Iterator

LONG = 10_000  # letters
FREE = (
    "thủ tục", "đăng ký khai sinh", "giay phep lai xe", "đất đai", "quyết định", "sổ đỏ", "thur tujc",
    "nghị định 12/2015", "quản lý chợ", "hoà giải ở cơ sở", "xã An Phú", "tháng 1 năm 2015",
    "850/2026/QĐ-UBND", "1.001193", "lúa",
)  # fmt: skip
LUCENE = (
    "AND", "OR", "NOT", "&&", "||", "!", "+", "-", "(", ")", "{", "}", "[", "]", "^", "^99999999", '"', "~",
    "~2", "~99", "*", "?", ":", "\\", "/", "[* TO *]", "{a TO z]", "_exists_:title", "title:(", "*:*",
    "/.*.*.*/", "/(/", '"a b"~1000000', "terms:AAAAAAAA", "\\u0000", '{"match_all":{}}', "a*b*c*d*",
    "????????", "-*:*", ">=2015",
)  # fmt: skip
FTS = (
    "NEAR(", "NEAR/0", "NEAR(a b, 99999)", '"', '""', '"""', "title:", "{title text}:", "-{title}:", "^",
    "*", "a*", "AND", "OR OR", "NOT NOT", "(", "((((", ")", "'", ";", "matchinfo", "rank:", ":*", "!",
    "<->", "<2>", "&", "a & b | !c", "|", "\\", "'a':*ABCD", "$$", "%", "_", "%%", "[^a]", "LIKE '%'",
    "GLOB *", "+", "- -", "--", "-\"",
)  # fmt: skip
SQL = (
    "' OR 1=1 --", "'; DROP TABLE search_entry; --", '" OR ""="', "1) UNION SELECT * FROM agency_user --",
    "%s", "%(x)s", "%d %n", "%", "?", "$1", ":name", "\\'; --", "' || pg_sleep(9) || '", "randomblob(1e9)",
    "/**/", "\x1a", "1' AND SLEEP(5)#", "0x31303235343830303536", "CHAR(0)", "admin'--", "');VACUUM;--",
    "E'\\x00'", "1e309", "NULL",
)  # fmt: skip
SCRIPTS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "' onfocus='alert(1)", "javascript:alert(1)", "</title><script>x</script>", "</script><script>x",
    "<!--", "-->", "]]>", "<![CDATA[", "<mark>", "</mark>", "&lt;script&gt;", "&#60;b&#62;", "&amp;amp;",
    "<iframe src=//x>", "<a href='//x'>", "<b", "{{7*7}}", "{% debug %}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
    "{{request}}", "${jndi:ldap://x/a}", "\"-alert(1)-\"", "<style>*{}</style>", "data:text/html,<b>",
    "\u2028alert(1)", "＜script＞", "<ScRiPt\n>", "<x\x00y>", "`x`",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", "../../../etc/passwd",
    "$(id)", "\r\nSet-Cookie: a=b", "%0d%0aLocation: //x", "; cat /etc/passwd", "| id", "__proto__",
    "*)(uid=*", "=cmd|'/C'!A0",
)  # fmt: skip
BOMBS = (
    "(a+)+$", "((a*)*)*b", "(a|aa)+$", "(.*)*x", "(?=(a+))\\1*b", "[[[[", "(?P<", "(?<=a*)",
    "a{1,99999}{1,99999}", "\\1\\2\\3", "(?i:", "^(([a-z])+.)+[A-Z]([a-z])+$", "(x+x+)+y", "*" * 50,
    "(" * 200, "[" * 200, "\\" * 99,
)  # fmt: skip
# What the patterns of our own look for, over and over and never whole.
ALMOST = (
    "1/", "1/2026/", "1-", "1.", "1 ", "1a", "so ", "số: ", "QĐ số ", "ngày ", "tháng 1 ", "năm 2015 ",
    "30/01/", "1.00", "1 000", "a-", "-a", ' -"', '"', " ", "\t", "\n", "/", ".", "-", "_", "qđ", "ubnd-",
    "1/a-b", "a&b&", "nghị quyết liên ", "ky", "quy", "gi", "oo", "uow", "aa", "d9", "luật ", "khoá ",
    "quốc hội ", "0", "9", "1/a", "1/2026 a", "12/2026/QĐ-UBND", "1.001193 ", "thủ tục ", "x ", "đ", "“",
    "”", "«", " - ", "–", "1–2", "ttlt ", "a.b-", "1-ubnd ", "qh15 ", "không ", "thurtujc", "a1", "1a/",
    "a/", "năm ", "ma so ", "&", "a&", "1 năm ",
)  # fmt: skip
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệ"
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = (
    "\u00ad\u034f\u115f\u180e\u200b\u200c\u200d\u2060\u2063\u3164\ufe00\ufe0f\ufeff\ufff9\ufffb\U000e0041"
)
# Letters that grow or shrink when they are lowered, folded or composed.
CHANGING = "İßẞŉǰΐΰﬀﬃſKÅΩ\ufdfa\u1e9b\u0344\u0958\U0001d15eǅ\u03f4ȺȾ\ufb4fĲ\u0149ŀ\u2126\u212b\U0001f46a"
MARKS = "\u0300\u0301\u0303\u0309\u0323\u0302\u031b\u0306\u0334\u0489\u20dd\u0e33\u3099"
NOT_CHARACTERS = "\ufffe\uffff\U0001fffe\U0010ffff\ufdd0\ue000\U000f0000\ud800\udfff\udc80\ufffd"
EMOJI = (
    "😀", "👨‍👩‍👧‍👦", "🇻🇳", "👍🏽", "🏴\U000e0067\U000e007f", "1️⃣", "❤️‍🔥",
)  # fmt: skip
SPACES = " \t\n\r\v\f\x1c\x85\u00a0\u1680\u2003\u2028\u2029\u202f\u3000"

Chance = random.Random


def question(number: int) -> str:
    """The hostile question of this number; at most a little over ten thousand letters."""
    chance = random.Random(number)
    kind = KINDS[number % len(KINDS)]
    return kind(chance)[: LONG + 500]


def questions(first: int, count: int) -> Iterator[str]:
    """So many of them from this number on."""
    return (question(number) for number in range(first, first + count))


def _syntax(*signs: tuple[str, ...]) -> Callable[[Chance], str]:
    """Ordinary words among the signs of a language."""

    def typed(chance: Chance) -> str:
        known = chance.choice(signs)
        parts = [
            _words(chance) if chance.random() < 0.4 else chance.choice(known) for _ in range(_few(chance))
        ]
        return chance.choice(["", " ", " "]).join(parts)

    return typed


def _few(chance: Chance) -> int:
    return chance.choice([1, 2, 3, 5, 8, 20])


def _words(chance: Chance) -> str:
    words = " ".join(chance.choices(FREE, k=chance.choice([1, 1, 2, 3]))).split()
    start = chance.randrange(len(words))
    return " ".join(words[start : start + chance.randint(1, 6)])


def _controls(chance: Chance) -> str:
    signs = [*map(chr, range(32)), *map(chr, range(0x7F, 0xA0)), *NOT_CHARACTERS, *SPACES]
    return _strewn(chance, signs)


def _unseen(chance: Chance) -> str:
    return _strewn(chance, [*BIDI, *UNSEEN, *chance.choices(EMOJI, k=3)])


def _strewn(chance: Chance, signs: list[str]) -> str:
    """Words with signs inside them and between, now and then very many."""
    letters = list(_words(chance))
    for _turn in range(chance.choice([1, 2, 5, 20, 500])):
        letters.insert(chance.randint(0, len(letters)), chance.choice(signs))
    return "".join(letters)


def _odd_letters(chance: Chance) -> str:
    """Letters that change their length, piled marks, another form of Unicode, any script."""
    piled = chance.choice("aeiouydDĐ") + "".join(chance.choices(MARKS, k=chance.choice([1, 3, 40, 3000])))
    anything = "".join(chr(chance.randrange(0x20, 0xD7FF)) for _ in range(chance.choice([1, 8, 60])))
    changing = "".join(chance.choices(CHANGING, k=chance.choice([1, 5, 50]))) * chance.choice([1, 1, 30])
    form = chance.choice(["NFC", "NFD", "NFKC", "NFKD"])
    parts = [piled, anything, changing, unicodedata.normalize(form, _words(chance)), _words(chance).upper()]
    return chance.choice(["", " "]).join(chance.sample(parts, chance.randint(1, 5)))


def _long(chance: Chance) -> str:
    """Ten thousand letters: of one piece, of words, or of anything."""
    piece = chance.choice([_words, _repeatable, _random_word])(chance) + chance.choice(["", " ", "\n"])
    if chance.random() < 0.5:
        return (piece or " ") * (LONG // max(len(piece), 1))
    return " ".join(_random_word(chance) for _ in range(chance.choice([100, 700, 1500])))


def _repeatable(chance: Chance) -> str:
    return chance.choice([*ALMOST, *LUCENE, *FTS, *SCRIPTS, *LETTERS, *MARKS, *CHANGING, *SPACES])


def _random_word(chance: Chance) -> str:
    """Letters as they come, some so long as to be several words written together."""
    return "".join(chance.choices(LETTERS, k=chance.choice([2, 4, 6, 12, 30, 60])))


def _almost(chance: Chance) -> str:
    """The beginning of what a pattern looks for, again and again, and an end that disappoints it."""
    piece = "".join(chance.choices(ALMOST, k=chance.choice([1, 1, 2, 3])))
    return piece * chance.choice([3, 12, 60, 250, 1000]) + chance.choice(
        ["", "!", "x", "/", " 2026", "\x00", "."]
    )


def _figures(chance: Chance) -> str:
    """Numbers and dates that are none."""
    number = str(chance.randrange(10 ** chance.choice([1, 3, 6, 30, 300])))
    year = chance.choice(
        ["2026", "0000", "1945", "2099", "1899", "99999", "-2026", "٢٠٢٦", "二〇二六", "²⁰²⁶"]
    )
    day = f"{chance.randrange(40)}{chance.choice('/-. ')}{chance.randrange(15)}{chance.choice('/-. ')}{year}"
    code = chance.choice(["QĐ-UBND", "qđ/ubnd", "-", "//", "TTLT" + "-BTC" * 30, "&" * 20, "NĐ.CP", "1/2/3"])
    written = [
        number,
        day,
        f"ngày {day}",
        f"năm {year}",
        f"tháng {day}",
        f"{number}/{year}/{code}",
        code,
        year,
    ]
    return chance.choice([" ", "/", "", "-"]).join(chance.choices(written, k=_few(chance)))


def _keys(chance: Chance) -> str:
    """Keys of an input method gone wrong, spaces lost and too many."""
    keys = "".join(chance.choices("aeoudwsfrxj123456789 ", k=chance.choice([8, 30, 80, 199, 400])))
    return chance.choice([keys, _words(chance).replace(" ", "") * chance.choice([1, 4, 20]), " ".join(keys)])


def _quoted(chance: Chance) -> str:
    """Phrases and words to leave out, many, open, empty and inside one another."""
    marks = ['"', "“", "”", '-"', "-", "−", "–", "„", "»", "«", "」", "''"]
    parts = [chance.choice(marks) + chance.choice([_words(chance), "", " "]) for _ in range(_few(chance) * 3)]
    return chance.choice([" ", "", " -"]).join(parts)


def _mixed(chance: Chance) -> str:
    """Some of all of these at once."""
    parts = [chance.choice(KINDS[:-1])(chance)[:2000] for _ in range(chance.randint(2, 5))]
    return chance.choice(["", " ", "\x00", "\n", " OR "]).join(parts)


KINDS = (
    _syntax(LUCENE, FTS),
    _syntax(SQL),
    _syntax(SCRIPTS),
    _controls,
    _unseen,
    _odd_letters,
    _long,
    _syntax(BOMBS),
    _almost,
    _figures,
    _keys,
    _quoted,
    _mixed,
)
