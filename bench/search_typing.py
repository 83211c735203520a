"""How often a question with one slip of typing still leads where it should.

    python -m bench.search_typing --corpus FOLDER [--queries FILE.jsonl] [--count N] [--seed S]
        [--engine database|elasticsearch]

Questions of three or more syllables are taken from the titles of entries, or from the `query` and
`relevant_ids` of FILE. Each is spoilt once: left in raw Telex or VNI, a letter missing, added, swapped or
replaced by the key beside it or by what sounds alike, a space missing. It is right when the entry is among
the first ten, or the suggestion is what was meant. Prints JSON: kind of slip → share that is right, by
results, by suggestion; `untouched` says how often a question without a slip gets a suggestion, `latency_ms`
what the repair takes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.engine import add_option, answering
from bench.table import p95, set_up

if TYPE_CHECKING:
    from wagtail.models import Site

LEAST, MOST = 3, 8  # syllables of a question made from a title
TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
MARKS = {"\u0302": "~6", "\u031b": "w7", "\u0306": "w8"}  # a Telex hat doubles its letter
LETTERS = "abcdeghiklmnopqrstuvxy"
WORD = re.compile(r"[^\W\d_]{2,}")

INITIAL, FINAL = r"(?<![^\W_])(?<![\u0300-\u036f])", r"(?![^\W_])"
ALIKE = [
    *(
        (rf"{INITIAL}{one}(?!h)", other)
        for one, other in ("sx", "xs", ("ch", "tr"), ("tr", "ch"), "ln", "nl")
    ),
    *((rf"{INITIAL}{one}(?=[aou])", other) for one, other in (("d", "gi"), ("gi", "d"), ("r", "d"))),
    *(
        (rf"(?<=[aeou\u0300-\u036f]){one}{FINAL}", other)
        for one, other in (("n", "ng"), ("ng", "n"), "tc", "ct")
    ),
    ("\u0309", "\u0303"),
    ("\u0303", "\u0309"),
]

Spoil = Callable[[str, random.Random], str]


@dataclass(frozen=True)
class Asked:
    """A question, the kind it is asked of, and the addresses of what answers it."""

    text: str
    kind: str
    relevant: frozenset[str]


def keys(word: str, method: int) -> str:
    """The keystrokes of `word`, marks after their letter and the tone at the end: 0 Telex, 1 VNI."""
    typed, tone = "", ""
    for letter in unicodedata.normalize("NFD", word.lower().replace("đ", ("dd", "d9")[method])):
        if letter in TONES:
            tone = TONES[letter][method]
        elif letter in MARKS:
            typed += MARKS[letter][method].replace("~", typed[-1:])
        else:
            typed += letter
    return (typed.replace("uwow", "uow") if method == 0 else typed.replace("u7o7", "uo7")) + tone


def raw(text: str, method: int) -> str:
    """`text` as it comes out when the input method is off."""
    return " ".join(keys(word, method) for word in text.split())


def _at_word(change: Callable[[str, random.Random], str]) -> Spoil:
    """Spoils one word of two letters or more, accents and all as a phone leaves them."""

    def spoilt(text: str, chance: random.Random) -> str:
        words = list(WORD.finditer(text))
        word = chance.choice(words)
        return text[: word.start()] + change(word[0], chance) + text[word.end() :]

    return spoilt


def _missing(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word))
    return word[:place] + word[place + 1 :]


def _added(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word) + 1)
    return word[:place] + chance.choice(LETTERS) + word[place:]


def _swapped(word: str, chance: random.Random) -> str:
    places = [place for place in range(len(word) - 1) if word[place] != word[place + 1]]
    place = chance.choice(places or [0])
    return word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :]


def _beside(word: str, chance: random.Random) -> str:
    from search.spelling.slips import BESIDE_KEYS
    from search.text import fold

    place = chance.randrange(len(word))
    return word[:place] + chance.choice(BESIDE_KEYS[fold(word[place]).lower()]) + word[place + 1 :]


def _by_ear(text: str, chance: random.Random) -> str:
    """A sound for one that is said alike somewhere: s for x, tr for ch, ngã for hỏi."""
    from search.text import clean

    spelled = unicodedata.normalize("NFD", text)
    places = [(found, other) for one, other in ALIKE for found in re.finditer(one, spelled)]
    if not places:
        return text
    found, other = chance.choice(places)
    return clean(spelled[: found.start()] + other + spelled[found.end() :])


def _joined(text: str, chance: random.Random) -> str:
    place = chance.choice([found.start() for found in re.finditer(" ", text)])
    return text[:place] + text[place + 1 :]


SLIPS: dict[str, Spoil] = {
    "telex": lambda text, chance: raw(text, 0),
    "vni": lambda text, chance: raw(text, 1),
    "missing letter": _at_word(_missing),
    "added letter": _at_word(_added),
    "swapped letters": _at_word(_swapped),
    "key beside": _at_word(_beside),
    "missing space": _joined,
    "by ear": _by_ear,
}


def from_titles(count: int, chance: random.Random) -> Iterator[Asked]:
    """Stretches of titles that say enough to be asked for."""
    from search.models import Entry
    from search.text import clean

    rows = list(Entry.objects.order_by("pk").values_list("title", "kind", "url"))
    chance.shuffle(rows)
    for title, kind, url in rows[:count]:
        words = WORD.findall(clean(title).lower())
        if len(words) >= LEAST:
            length = min(len(words), chance.randint(LEAST, MOST))
            start = chance.randint(0, len(words) - length)
            yield Asked(" ".join(words[start : start + length]), kind, frozenset([url]))


def from_file(path: Path, count: int, chance: random.Random) -> Iterator[Asked]:
    from bench.search import QUESTIONS
    from bench.search_corpus import address, rows

    found = [row for row in rows(path) if len(WORD.findall(row["query"])) >= LEAST]
    chance.shuffle(found)
    for row in found[:count]:
        kind = QUESTIONS.get(row["corpus"].split(".")[0])
        if kind:
            yield Asked(row["query"].lower(), kind, frozenset(map(address, row["relevant_ids"])))


def measure(site: Site, asked: list[Asked], seed: int) -> dict[str, object]:
    """The shares for every kind of slip, with accents and, but for raw keystrokes, without."""
    report: dict[str, object] = {}
    for name, spoil in SLIPS.items():
        report[name] = _shares(site, asked, spoil, seed)
    report["untouched"] = _untouched(site, asked)
    report["latency_ms"] = _latency(asked)
    return report


def _shares(site: Site, asked: list[Asked], spoil: Spoil, seed: int) -> dict[str, float]:
    from search.text import fold

    counts = dict.fromkeys(("right", "by_results", "by_suggestion"), 0)
    chance, total = random.Random(seed), 0
    raw_keys = spoil in (SLIPS["telex"], SLIPS["vni"])
    for question in asked:
        for meant in (question.text,) if raw_keys else (question.text, fold(question.text)):
            typed = spoil(meant, chance)
            if typed == meant:
                continue
            by_results, by_suggestion = _leads(site, question, meant, typed)
            counts["by_results"] += by_results
            counts["by_suggestion"] += by_suggestion
            counts["right"] += by_results or by_suggestion
            total += 1
    return {name: round(count / max(total, 1), 4) for name, count in counts.items()}


def _leads(site: Site, question: Asked, meant: str, typed: str) -> tuple[bool, bool]:
    import search
    from search.text import fold

    results = search.find(search.Query(typed, site, kinds=[question.kind]))
    found = any(hit.url in question.relevant for hit in results.hits)
    return found, fold(results.suggestion).lower().split() == fold(meant).lower().split()


def _untouched(site: Site, asked: list[Asked]) -> dict[str, float]:
    import search
    from search.text import fold

    texts = [text for question in asked for text in (question.text, fold(question.text))]
    suggested = sum(bool(search.find(search.Query(text, site)).suggestion) for text in texts)
    return {"suggested": round(suggested / max(len(texts), 1), 4)}


def _latency(asked: list[Asked]) -> dict[str, float]:
    """Of the repair alone, for questions as they were meant."""
    from search.spelling.repair import repaired

    spent = []
    for question in asked:
        started = time.perf_counter()
        repaired(question.text)
        spent.append((time.perf_counter() - started) * 1000)
    return {"p50": round(sorted(spent)[len(spent) // 2], 2), "p95": round(p95(spent), 2)}


def main() -> None:
    from bench.search_corpus import fill, scratch_database

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--count", type=int, default=300, help="questions that are spoilt")
    parser.add_argument("--seed", type=int, default=1)
    add_option(parser)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    with scratch_database():
        site = fill(options.corpus)
        source = from_file(options.queries, options.count, chance) if options.queries else None
        asked = list(source or from_titles(options.count, chance))
        with answering(options.engine):
            print(json.dumps(measure(site, asked, options.seed), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    set_up()
    main()
