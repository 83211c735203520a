"""How surely a document is found by its number, in the spellings people use.

    python -m bench.search_numbers --documents FILE.jsonl.gz [--corpus law_articles.jsonl.gz …] [--every N]

The documents, and what else shall lie in the index, are loaded into a database of their own beside the one of
--database-url or DATABASE_URL, kept from run to run. Each number that has more than digits is asked for in
eight spellings. A question is answered when every document whose number has all parts typed comes before
anything else, newest first, as far as the first page goes. Prints JSON; failures go to the other stream.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.engine import add_option, answering
from bench.table import p95, set_up

if TYPE_CHECKING:
    from wagtail.models import Site

    from search.query import Hit

PAGE = 10
MOST_SHOWN = 20  # failures
YEAR = r"(?:19|20)\d\d"
SEPARATOR = re.compile(r"\s*[/\-–_]\s*")
Row = dict[str, Any]


def bare(text: str) -> str:
    """Without accents, Đ and its foreign double as D. The bench judges by itself, so it folds by itself."""
    marks = unicodedata.normalize("NFD", text.translate(str.maketrans("ĐđÐð", "DdDd")))
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


def without_year(number: str) -> list[str]:
    """The number without its year; nothing when it has none, or when digits alone would be left."""
    shorter = re.sub(rf"^(\W*\d+[a-z]?)[/-]{YEAR}(?=[/-])", r"\1", number)
    return [shorter] if shorter != number and not parts(shorter)[-1].isdecimal() else []


SPELLINGS: dict[str, Callable[[Row], list[str]]] = {
    "as written": lambda row: [row["so_ky_hieu"]],
    "lower case": lambda row: [row["so_ky_hieu"].lower()],
    "without accents": lambda row: [bare(row["so_ky_hieu"])],
    "spaces around separators": lambda row: [SEPARATOR.sub(lambda s: f" {s[0].strip()} ", row["so_ky_hieu"])],
    "separators all dashes": lambda row: [SEPARATOR.sub("-", row["so_ky_hieu"])],
    "separators all spaces": lambda row: [SEPARATOR.sub(" ", row["so_ky_hieu"]).strip()],
    "named": lambda row: [f"Số {row['so_ky_hieu']}", f"{row['loai_van_ban']} {row['so_ky_hieu']}"],
    "without year": lambda row: without_year(row["so_ky_hieu"]),
}


def parts(text: str) -> list[str]:
    found = re.findall(r"[^\W_]+", bare(text).lower())
    return [part.lstrip("0") or "0" if part.isdecimal() else part for part in found]


def has_in_order(whole: Iterable[str], wanted: Iterable[str]) -> bool:
    rest = iter(whole)
    return all(part in rest for part in wanted)


class Judge:
    """Knows every document by the first part of its number."""

    def __init__(self, documents: Iterable[Row]) -> None:
        self.documents: dict[str, list[tuple[list[str], Row]]] = defaultdict(list)
        for row in documents:
            whole = parts(row["so_ky_hieu"])
            for part in set(whole):
                self.documents[part].append((whole, row))

    def answers(self, text: str, kind: str) -> list[Row]:
        """Every document with all parts of `text`, and of that type if `text` names it, newest first."""
        named = kind if text.startswith(f"{kind} ") else ""
        wanted = parts(text.removeprefix(named).removeprefix("Số "))
        known = self.documents[wanted[0]]
        found = [row for whole, row in known if has_in_order(whole, wanted)]
        found = [row for row in found if not named or row["loai_van_ban"] == named]
        return sorted(found, key=lambda row: row["ngay_ban_hanh"] or "", reverse=True)


@dataclass
class Tally:
    """How many questions were asked and answered, how long each took, and what failed."""

    asked: int = 0
    answered: int = 0
    spent: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.answered / self.asked if self.asked else 1.0


def measure(site: Site, documents: list[Row], every: int = 1) -> dict[str, Tally]:
    """A tally for each spelling, over every N-th document with more than digits in its number."""
    judge = Judge(documents)
    asked = [row for row in documents if not row["so_ky_hieu"].isdecimal()][::every]
    tallies = {name: Tally() for name in SPELLINGS}
    for row in asked:
        for name, spell in SPELLINGS.items():
            for text in spell(row):
                ask(site, text, judge.answers(text, row["loai_van_ban"]), tallies[name])
    return tallies


def ask(site: Site, text: str, answers: list[Row], tally: Tally) -> None:
    import search

    started = time.perf_counter()
    hits = search.find(search.Query(text, site, per_page=PAGE)).hits
    tally.spent.append((time.perf_counter() - started) * 1000)
    tally.asked += 1
    if is_answered(hits, answers):
        tally.answered += 1
    else:
        first = ", ".join(hit.entry.number for hit in hits[:3])
        tally.failures.append(f"{text!r}: {len(answers)} wanted, first came {first or 'nothing'}")


def is_answered(hits: list[Hit], answers: list[Row]) -> bool:
    """Whether the page begins with answers in the order of their days; those of one day may change places."""
    from bench.search_corpus import address

    days = {address(row["id"]): row["ngay_ban_hanh"] for row in answers}
    first = hits[: len(answers)]
    wanted = [row["ngay_ban_hanh"] for row in answers[:PAGE]]
    return [days.get(hit.url, "none") for hit in first] == wanted


def fill(documents: Path, corpus: list[Path]) -> Site:
    """Loads the files; what an earlier run loaded of others is thrown away, for it would come up too."""
    from bench.search_corpus import address, empty, load, rows
    from search.models import Entry

    wanted = {address(row["id"]) for path in [documents, *corpus] for row in rows(path)}
    if not wanted.issuperset(Entry.objects.values_list("url", flat=True)):
        empty()
    with redirect_stdout(sys.stderr):
        return load(entries(documents, corpus))


def entries(documents: Path, corpus: list[Path]) -> Iterator[tuple[str, Any]]:
    from bench.search_corpus import Reader, rows

    read = Reader(rows(documents))
    yield from ((row["id"], read.documents(row)) for row in rows(documents))
    for path in corpus:
        reader = getattr(read, path.name.split(".")[0])
        yield from ((row["id"], reader(row)) for row in rows(path))


def report(tallies: dict[str, Tally]) -> dict[str, Any]:
    spent = [time for tally in tallies.values() for time in tally.spent]
    asked = sum(tally.asked for tally in tallies.values())
    return {
        "spellings": {
            name: {"queries": tally.asked, "share": tally.share} for name, tally in tallies.items()
        },
        "all": sum(tally.answered for tally in tallies.values()) / asked,
        "latency_ms": {"p50": round(median(spent), 2), "p95": round(p95(spent), 2)},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--documents", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, nargs="*", default=[], help="what else lies in the index")
    add_option(parser)
    parser.add_argument("--database-url", default="")
    parser.add_argument("--every", type=int, default=1, help="take every N-th document")
    options = parser.parse_args()
    set_up(options.database_url)
    from bench.search_corpus import rows, scratch_database

    with scratch_database("numbers"):
        site = fill(options.documents, options.corpus)
        with answering(options.engine):
            tallies = measure(site, list(rows(options.documents)), options.every)
    print(json.dumps(report(tallies), indent=2))
    for name, tally in tallies.items():
        for failure in tally.failures[: MOST_SHOWN // len(tallies) + 1]:
            print(f"{name}: {failure}", file=sys.stderr)


if __name__ == "__main__":
    main()
