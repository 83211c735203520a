"""Numbers of secret documents, which run in series of their own (Decree 30/2020/NĐ-CP, art. 15 k.2)."""

import re
from collections.abc import Iterator

from .degrees import BY_FIRST_WORD
from .normalise import accented_like
from .standing import Standing

# 12/MẬT-UBND, 05/BC-UBND-MẬT, 7/KH-CA (MẬT) carry the degree as a word.
WORDED = re.compile(r"mat(?![^\W_])")
NUMBERED = re.compile(r"(?<!\d)\d{1,5}\s?/\s?(?:\w{1,10}\s?[-/(]\s?){0,4}((?:tuyet|toi)?\s?)$")
# 12/BC-UBND-M, 05/KH-CA(TM), 3/M-UBND carry only its letter, and only behind "Số:".
LETTERED = re.compile(
    r"so\s{0,2}:?\s{0,2}\d{1,5}\s?/(?:m|tm|tum|tom)-\w{2,12}(?![\w/-])"
    r"|so\s{0,2}:?\s{0,2}\d{1,5}\s?/\w{1,6}(?:-\w{1,12}){1,2}\s?(?:-\s?(?:m|tm|tum|tom)|\((?:m|tm|tum|tom)\))(?![\w/-])"
)
# "Ký hiệu độ mật: B": the letters by which covers name the degrees, A the highest; "Độ mật: Tuyệt".
COVER = re.compile(
    r"(?<!cuong )(?<!toc )(?<!nhiet )(?<!trinh )"
    r"do mat\s{0,3}(?:[:=]\s{0,3}[\"“(\[]?|[\"“(\[])(?:[abc]|(tuyet|toi))[\"”)\]]?"
    r"(?=\s{0,3}(?:[|\t\n;,.]|$)|\s\s|\s?- )"
    r"(?!\W{1,4}(?:[abc]|tuyet|toi|mat)\b)"
)
DEGREES = {"tuyet": "tuyệt mật", "toi": "tối mật", "": "mật"}


def numbers(text: str, plain: str) -> Iterator[tuple[str, Standing]]:
    """Kind and place of each number of a secret document in a cleaned `text`; `plain` is its bare form."""
    yield from _worded(text, plain)
    for found in LETTERED.finditer(plain):
        place = Standing.of(text, *found.span())
        if not place.inside and place.words.partition("/")[2].replace("TTg", "").isupper():
            yield "so-mat", place
    for found in COVER.finditer(plain):
        if accented_like(text[found.start() : found.start() + 6], "độ mật"):
            place = Standing.of(text, *found.span())
            kind, word = BY_FIRST_WORD.get(found[1], ("so-mat", ""))
            if accented_like(text[slice(*found.span(1))], word):
                yield kind, place


def _worded(text: str, plain: str) -> Iterator[tuple[str, Standing]]:
    for found in WORDED.finditer(plain):
        if not text[found.start() : found.end()].isupper():
            continue
        if number := NUMBERED.search(plain, max(found.start() - 60, 0), found.start()):
            written = text[number.start(1) : found.end()]
            if written.isupper() and accented_like(written, DEGREES[number[1].strip()]):
                yield "so-mat", Standing.of(text, number.start(), found.end())
